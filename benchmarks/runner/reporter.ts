import type { Scenario } from '../../games/scenario/schema.ts';
import type { Episode, RunHeader } from '../../protocol/benchmark-run.ts';
import type { FromRunner } from '../../protocol/benchmark-runner.ts';
import type { BenchmarkProgress } from '../../protocol/benchmarks.ts';
import type { JobLimit } from '../suite/job-limit.ts';
import type { PlannedEpisode, RunListener } from '../suite/run.ts';
import type { ScoreScale } from '../suite/scale.ts';
import { summarise } from '../suite/summary.ts';
import { EpisodeCounts } from './counts.ts';

/** At most so often is said how far the run is: who looks sees no more, and thousands of episodes cost time. */
const everyMs = 500;

/** A run about to be played, as far as its reports need it. */
interface Reported {
  header: RunHeader;
  scenarios: readonly Scenario[];
  scale: ScoreScale;
  limit: JobLimit;
  tell: (message: FromRunner) => void;
}

/** Tells another process how a run goes, figures included. */
export class Reporter implements RunListener {
  readonly #run: Reported;
  readonly #episodes: Episode[] = [];
  #counts = new EpisodeCounts([], []);
  #doneBefore = 0;
  #began = 0;
  #told = 0;
  #later: NodeJS.Timeout | null = null;

  constructor(run: Reported) {
    this.#run = run;
  }

  begun(planned: readonly PlannedEpisode[], finished: readonly Episode[]): void {
    this.#began = performance.now();
    this.#counts = new EpisodeCounts(planned, finished);
    this.#doneBefore = finished.length;
    this.#episodes.push(...finished);
    this.#run.tell({ type: 'begun', header: this.#run.header, progress: this.#progress() });
  }

  finished(episode: Episode): void {
    this.#episodes.push(episode);
    this.#counts.add(episode);
    const wait = this.#told + everyMs - performance.now();
    this.#later ??= setTimeout(() => this.#tell(), Math.max(0, wait));
  }

  /** How many are played at a time has changed. */
  jobsChanged(): void {
    this.#tell();
  }

  ended(): void {
    this.#tell();
  }

  #tell(): void {
    if (this.#later) clearTimeout(this.#later);
    this.#later = null;
    this.#told = performance.now();
    const { header, scenarios, scale } = this.#run;
    const rows = this.#episodes.length === 0 ? null : summarise(header, scenarios, this.#episodes, scale);
    this.#run.tell({ type: 'progress', progress: this.#progress(), rows });
  }

  #progress(): BenchmarkProgress {
    const { total, kinds } = this.#counts;
    const seconds = (performance.now() - this.#began) / 1000;
    const perSecond = (total.done - this.#doneBefore) / Math.max(seconds, 0.001);
    const leftMs = perSecond > 0 ? (1000 * (total.all - total.done)) / perSecond : null;
    return { ...total, kinds, jobs: this.#run.limit.jobs, perSecond, leftMs };
  }
}
