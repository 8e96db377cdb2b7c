import { setPriority } from 'node:os';
import type { ToRunner } from '../../protocol/benchmark-runner.ts';
import { finishRun } from '../suite/finish.ts';
import { JobLimit } from '../suite/job-limit.ts';
import { cacheFolder, type Options, planOf, prepare } from '../suite/prepare.ts';
import { playRun } from '../suite/run.ts';
import { ScoreScale } from '../suite/scale.ts';
import { Reporter } from './reporter.ts';
import { tell } from './tell.ts';

type PlayRequest = Extract<ToRunner, { type: 'play' }>;

/** The request as it would be typed after `npm run bench --`: what checks that checks this. */
const optionsOf = ({ folder, resume, game, kinds, scenarios, seeds, player, clock, jobs }: PlayRequest) => {
  const options: Options = { out: folder, resume, jobs: String(jobs), gate: true };
  if (game !== undefined) options.game = game;
  if (kinds !== undefined) options.kind = kinds;
  if (scenarios !== undefined) options.scenarios = scenarios;
  if (seeds !== undefined) options.seeds = `${seeds.first}-${seeds.last}`;
  if (player !== undefined) options.player = player;
  if (clock !== undefined) options.clock = clock;
  return options;
};

/** A run that is played for another process. */
export class Play {
  readonly #stop = new AbortController();
  #limit: JobLimit | null = null;
  #reporter: Reporter | null = null;

  /** Plays it and says how it goes. Throws what keeps it from beginning, or its result from being written. */
  async play(request: PlayRequest): Promise<void> {
    // Before anything is started: the processes that play have what this one has.
    if (request.niceness > 0) setPriority(request.niceness);
    const prepared = await prepare(optionsOf(request));
    const { header, selection, folder } = prepared;
    this.#limit = new JobLimit(request.jobs);
    this.#reporter = new Reporter({
      header,
      scenarios: selection.scenarios,
      scale: new ScoreScale(cacheFolder, header.identity.romSha256),
      limit: this.#limit,
      tell,
    });
    const outcome = await playRun(planOf(prepared, this.#stop.signal, this.#reporter, this.#limit));
    if (outcome.interrupted) {
      tell({ type: 'interrupted' });
      return;
    }
    finishRun(folder, cacheFolder, header, selection.scenarios, outcome, false);
    tell({ type: 'finished' });
  }

  /** Plays so many at a time from now on. */
  setJobs(jobs: number): void {
    this.#limit?.set(jobs);
    this.#reporter?.jobsChanged();
  }

  /** Stops; what was finished is kept. */
  cancel(): void {
    this.#stop.abort();
  }
}
