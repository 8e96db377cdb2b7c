import { mkdirSync } from 'node:fs';
import { problemFrom } from '../../engine/problem.ts';
import type { Scenario } from '../../games/scenario/schema.ts';
import type { Episode } from '../../protocol/benchmark-run.ts';
import type { SuitePlayer } from '../../protocol/words.ts';
import { EarlyStop } from './early-stop.ts';
import type { JobLimit } from './job-limit.ts';
import { Journal, runFiles } from './journal.ts';
import { type EpisodePlace, playEpisode } from './play-episode.ts';
import type { LiveSession, SessionSurroundings } from './session-episode.ts';
import type { WorkerPlan } from './worker/messages.ts';
import { WorkerProcess } from './worker-process.ts';

/** Hears how a run goes. */
export interface RunListener {
  /** `finished`: episodes that an earlier part of the run has played. */
  begun(planned: readonly PlannedEpisode[], finished: readonly Episode[]): void;
  /** An episode is over and in the journal. */
  finished(episode: Episode): void;
  /** Nothing more is played. */
  ended(): void;
}

/** All that a run needs to play. */
export interface RunPlan {
  folder: string;
  player: SuitePlayer;
  scenarios: Scenario[];
  seeds: { first: number; last: number };
  jobs: JobLimit;
  sessions: SessionSurroundings;
  worker: WorkerPlan;
  /** Episodes that an earlier part of the run finished. */
  finished: Episode[];
  listener: RunListener;
  signal: AbortSignal;
}

/** What was played. */
export interface RunOutcome {
  /** In the order of seeds and scenarios, whoever finished first. */
  episodes: Episode[];
  planned: number;
  /** Episodes that an earlier part had finished, and the time that this part took. */
  earlier: number;
  wallMs: number;
  /** Why it ended early; null where all was played. */
  stopped: string | null;
  interrupted: boolean;
}

export interface PlannedEpisode {
  scenario: Scenario;
  seed: number;
}

const keyOf = (scenario: string, seed: number): string => `${scenario}/${seed}`;

/** Seed by seed, so that a worker makes the beginning of each game once. */
export const plannedEpisodes = (
  scenarios: Scenario[],
  { first, last }: RunPlan['seeds'],
): PlannedEpisode[] => {
  const planned: PlannedEpisode[] = [];
  for (let seed = first; seed <= last; seed++)
    for (const scenario of scenarios) {
      const { first: least = 0, last: most = Number.POSITIVE_INFINITY } = scenario.seeds ?? {};
      if (seed >= least && seed <= most) planned.push({ scenario, seed });
    }
  return planned;
};

/**
 * Plays what is left of a run, `jobs` episodes at a time, each written to the journal as soon as it is over.
 * Ends early on a critical failure (`early-stop.ts`) or by the signal; the journal then has what was finished.
 */
export const playRun = async (plan: RunPlan): Promise<RunOutcome> => {
  mkdirSync(runFiles(plan.folder).replays, { recursive: true });
  const planned = plannedEpisodes(plan.scenarios, plan.seeds);
  const episodes = new Map(plan.finished.map((episode) => [keyOf(episode.scenario, episode.seed), episode]));
  const left = planned.filter(({ scenario, seed }) => !episodes.has(keyOf(scenario.name, seed)));
  const began = performance.now();
  plan.listener.begun(planned, plan.finished);
  const lanes = new Lanes(plan, left, () => performance.now() - began);
  for (const episode of await lanes.play()) episodes.set(keyOf(episode.scenario, episode.seed), episode);
  return {
    episodes: planned.flatMap(({ scenario, seed }) => episodes.get(keyOf(scenario.name, seed)) ?? []),
    planned: planned.length,
    earlier: plan.finished.length,
    wallMs: performance.now() - began,
    stopped: lanes.stopped,
    interrupted: plan.signal.aborted,
  };
};

/** The workers of a run and the episodes that they share. */
class Lanes {
  /** Why no more episodes are begun; null while there are some. */
  stopped: string | null = null;
  readonly #plan: RunPlan;
  readonly #left: PlannedEpisode[];
  readonly #journal: Journal;
  readonly #stop: EarlyStop;
  readonly #place: Omit<EpisodePlace, 'onSession'>;
  readonly #done: Episode[] = [];
  readonly #open = new Set<Promise<void>>();
  #running = 0;
  #next = 0;

  constructor(plan: RunPlan, left: PlannedEpisode[], now: () => number) {
    this.#plan = plan;
    this.#left = left;
    this.#journal = new Journal(plan.folder);
    this.#stop = new EarlyStop(plan.sessions.game);
    this.#place = { folder: plan.folder, player: plan.player, sessions: plan.sessions, now };
  }

  async play(): Promise<Episode[]> {
    const { jobs, listener } = this.#plan;
    jobs.onChange(() => this.#fill());
    try {
      this.#fill();
      // Others may be opened meanwhile.
      while (this.#open.size > 0) await Promise.all(this.#open);
    } finally {
      jobs.onChange(() => {});
      listener.ended();
      this.#journal.close();
    }
    return this.#done;
  }

  /** Opens as many lanes as may be and as there are episodes for. */
  #fill(): void {
    while (this.#running < this.#plan.jobs.jobs && this.#hasMore()) {
      this.#running += 1;
      const lane = this.#lane().finally(() => this.#open.delete(lane));
      this.#open.add(lane);
    }
  }

  async #lane(): Promise<void> {
    const { signal, worker: plan } = this.#plan;
    let worker = new WorkerProcess(plan);
    let endSession = (): void => {};
    const end = (): void => {
      worker.end();
      endSession();
    };
    signal.addEventListener('abort', end);
    const place = {
      ...this.#place,
      onSession: ({ kill }: LiveSession) => {
        endSession = kill;
      },
    };
    for (let task = this.#take(); task; task = this.#take()) {
      // Whatever took the last one down ended one episode; the next has a worker of its own.
      if (!worker.alive) worker = new WorkerProcess(plan);
      const episode = await playEpisode(place, worker, task.scenario, task.seed);
      // An episode that we ended ourselves is not one that went wrong.
      if (!signal.aborted) this.#finished(episode);
      // What broke one episode may have left its core behind, stuck: the next must not find it.
      if (episode.result === 'error') worker.end();
      // Fewer may be played at a time than when this lane was opened.
      if (this.#running > this.#plan.jobs.jobs) break;
    }
    // Here, not when the lane's promise is heard of: two that look at once must not both find one too many.
    this.#running -= 1;
    signal.removeEventListener('abort', end);
    worker.end();
  }

  #hasMore(): boolean {
    return this.stopped === null && !this.#plan.signal.aborted && this.#next < this.#left.length;
  }

  #take(): PlannedEpisode | undefined {
    return this.#hasMore() ? this.#left[this.#next++] : undefined;
  }

  #finished(episode: Episode): void {
    try {
      this.#journal.add(episode);
    } catch (error) {
      this.stopped ??= `the journal cannot be written: ${problemFrom(error).message}`;
      return;
    }
    this.#done.push(episode);
    this.#plan.listener.finished(episode);
    this.stopped ??= this.#stop.heard(episode);
  }
}
