import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReplayed, patientHangMs } from '../../../engine/judge/judge.ts';
import { problemFrom } from '../../../engine/problem.ts';
import { sessionFolder } from '../../../engine/session/folder.ts';
import { Recorder } from '../../../engine/session/process/recorder.ts';
import { readReplay } from '../../../engine/session/replay-file.ts';
import { type LoadedGame, loadGame } from '../../../games/catalog.ts';
import type { OpenOracle } from '../../../games/reference.ts';
import { fixScenario } from '../../../games/scenario/draw.ts';
import { openToolsHost } from '../../../native/tools.ts';
import type { ToolsHost } from '../../../native/types.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import { gameSeed } from '../seeds.ts';
import { WatchedEpisode } from './episode.ts';
import { keepStart } from './keep-start.ts';
import type { Answers, FromWorker, Job, Judged, ToWorker, WorkerPlan } from './messages.ts';
import { mashPlayer, oracleOf, randomPlayer, requireOracle } from './players.ts';
import { SetUps } from './set-up.ts';

/**
 * Lets go of what an episode left: pictures, and the ring of its core. They are shared memory and buffers, which
 * V8 hardly sees growing; left to itself it keeps two megabytes of each episode for hundreds of them (Node 24).
 * Returns the resident memory in bytes that is left: what the worker needs.
 */
const collected = (): number => {
  globalThis.gc?.();
  return process.memoryUsage.rss();
};

/**
 * Entry of a worker: makes starts, plays episodes that need no eyes, and judges those that a session played.
 * It has the tools' door; a player from pixels never runs in it. Each episode has a core of its own, opened
 * and closed in turn: what one leaves behind cannot reach the next.
 */
class Worker {
  readonly #plan: WorkerPlan;
  readonly #game: LoadedGame;
  readonly #setUps: SetUps;
  readonly #openOracle: OpenOracle | null;
  readonly #scratch = mkdtempSync(join(tmpdir(), 'eevee-bench-'));
  #opened = 0;

  private constructor(plan: WorkerPlan, game: LoadedGame, openOracle: OpenOracle | null) {
    this.#plan = plan;
    this.#game = game;
    this.#openOracle = openOracle;
    this.#setUps = new SetUps(game, plan.cacheFolder);
    process.on('exit', () => rmSync(this.#scratch, { recursive: true, force: true }));
  }

  static async open(plan: WorkerPlan): Promise<Worker> {
    const game = loadGame(plan.game);
    if (game.romSha256 !== plan.romSha256) throw romChanged(game);
    return new Worker(plan, game, await oracleOf(game));
  }

  do(job: Job): Answers[keyof Answers] {
    if (job.job === 'set-up') return this.#setUp(job);
    return job.job === 'play' ? this.#play(job) : this.#judge(job);
  }

  #setUp({ scenario, seed }: Extract<Job, { job: 'set-up' }>): { state: string | null; ms: number } {
    const began = performance.now();
    const state = this.#setUps.make(scenario, seed, gameSeed(seed), (own) => this.#open(own));
    return { state, ms: performance.now() - began };
  }

  #play(job: Extract<Job, { job: 'play' }>): Judged {
    const { scenario, seed, player } = job;
    const { state, ms } = this.#setUp({ job: 'set-up', scenario, seed });
    const fixed = fixScenario(scenario, seed);
    const reference = this.#openOracle?.(fixed) ?? null;
    const host = state === null ? this.#open(gameSeed(seed)) : this.#open(null);
    let judged: ReturnType<WatchedEpisode['judged']>;
    try {
      if (state !== null) host.loadState(state);
      const episode = new WatchedEpisode(host, this.#game, fixed, reference);
      if (player === 'oracle')
        episode.playReference(requireOracle(reference, this.#plan.game, scenario.name));
      else episode.playBlind(player === 'random' ? randomPlayer(seed) : mashPlayer());
      this.#record(job, state, host);
      judged = episode.judged(host);
    } finally {
      host.close();
    }
    return { ...judged, setUpMs: ms, residentBytes: collected() };
  }

  #judge({ scenario, seed, replay: path, marks }: Extract<Job, { job: 'judge' }>): Judged {
    const replay = readReplay(path);
    const fixed = fixScenario(scenario, seed);
    const host = openReplayed(replay.header, path, this.#folders());
    let judged: ReturnType<WatchedEpisode['judged']>;
    try {
      const episode = new WatchedEpisode(host, this.#game, fixed, this.#openOracle?.(fixed) ?? null);
      let next = 0;
      for (const step of replay.steps) {
        if ('load' in step) throw new Error('a benchmark loads no state while it plays');
        for (let left = step.frames; left > 0 && !episode.decided; ) {
          const toMark = (marks[next] ?? Number.POSITIVE_INFINITY) - episode.frames;
          if (toMark <= 0) {
            episode.decision();
            next += 1;
            continue;
          }
          const chunk = Math.min(left, toMark);
          episode.run(step.buttons, chunk);
          left -= chunk;
        }
      }
      judged = episode.judged(host);
    } finally {
      host.close();
    }
    return { ...judged, setUpMs: 0, residentBytes: collected() };
  }

  /** The inputs that the host has run, as a replay like that of a session. */
  #record(
    { scenario, seed, player, folder }: Extract<Job, { job: 'play' }>,
    state: string | null,
    host: ToolsHost,
  ): void {
    // A run that was interrupted may have left this episode's files, and no line in its journal.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const files = sessionFolder(folder);
    const setup = state === null ? this.#game.setupFor(gameSeed(seed)) : [];
    const { path, name, version } = this.#plan.core;
    const recorder = new Recorder(folder, files.inputs, {
      format: 'eevee-replay-1',
      session: `${scenario.name}-${seed}`,
      createdAt: new Date().toISOString(),
      game: this.#plan.game,
      rom: this.#game.romPath,
      romSha256: this.#game.romSha256,
      core: { path, name, version },
      seed,
      setup: setup.map(({ address, bytes }) => ({ address, bytes: [...bytes] })),
      player,
      goal: scenario.goal,
      clock: 'lockstep',
      scenario: scenario.name,
      startState: state === null ? null : keepStart(state, folder),
    });
    recorder.add(host.takeInputs());
    recorder.close();
  }

  #folders(): { systemDir: string; saveDir: string } {
    // A folder of saves for each: battery memory that one leaves must not be the next one's.
    this.#opened += 1;
    const before = join(this.#scratch, `saves-${this.#opened - 1}`);
    rmSync(before, { recursive: true, force: true });
    return {
      systemDir: join(this.#scratch, 'system'),
      saveDir: join(this.#scratch, `saves-${this.#opened}`),
    };
  }

  #open(seed: number | null): ToolsHost {
    return openToolsHost({
      core: this.#plan.core.path,
      rom: this.#game.romPath,
      ...this.#folders(),
      setup: seed === null ? [] : this.#game.setupFor(seed),
      hangTimeoutMs: patientHangMs,
    });
  }
}

const romChanged = (game: LoadedGame): EeveeError =>
  new EeveeError({
    code: 'resource.rom-system',
    message: `The ROM of ${game.title} was built anew while the suite ran.`,
    remedy: 'Start the suite again: results of two builds do not belong together.',
    field: 'rom',
    value: game.romSha256,
  });

let worker: Worker | null = null;
let opening: Promise<void> = Promise.resolve();

const answer = (message: FromWorker): void => void process.send?.(message, () => {});

process.on('message', (message: ToWorker) => {
  opening = opening.then(async () => {
    if (message.type === 'plan') {
      worker = await Worker.open(message.plan).catch((error) => {
        answer({ type: 'answer', id: -1, problem: problemFrom(error) });
        return null;
      });
      return;
    }
    const { id, job } = message;
    try {
      if (!worker) throw new Error('the worker was not opened');
      const value = worker.do(job);
      answer({ type: 'answer', id, value });
    } catch (error) {
      answer({ type: 'answer', id, problem: problemFrom(error) });
    }
  });
});
process.on('disconnect', () => process.exit(0));
// Ctrl+C goes to the whole group; the suite hears it too and ends us in order.
process.on('SIGINT', () => {});
