import type { RunHeader } from '../../protocol/benchmark-run.ts';
import type { FromRunner, ToRunner } from '../../protocol/benchmark-runner.ts';
import type { BenchmarkProgress, BenchmarkRows } from '../../protocol/benchmarks.ts';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Settings } from '../settings.ts';
import { Runner } from './runner.ts';

/** How a run that was being played came to its end. */
export type PlayEnd = { how: 'finished' } | { how: 'cancelled' } | { how: 'problem'; problem: Problem };

interface Hooks {
  /** It has come on; at most twice a second. */
  onProgress: () => void;
  /** Once, when its process is gone; not if it never began. */
  onEnd: (end: PlayEnd) => void;
}

/** A run that is being played by a process of the suite. */
export class LiveRun {
  /** What it plays; rejects with the reason why it could not begin. */
  readonly begun: Promise<RunHeader>;
  /** Settles when its process is gone, however it ended. */
  readonly gone: Promise<void>;
  progress: BenchmarkProgress | null = null;
  rows: BenchmarkRows | null = null;
  /** Its process ends without having said so, or says why. */
  #end: PlayEnd | null = null;
  readonly #runner: Runner;
  readonly #hooks: Hooks;
  #began: (header: RunHeader) => void = () => {};
  #refused: (error: Error) => void = () => {};
  #left: () => void = () => {};

  /** Throws `resource.benchmarks-missing`. */
  constructor(settings: Settings, cache: string, request: Extract<ToRunner, { type: 'play' }>, hooks: Hooks) {
    this.#hooks = hooks;
    this.begun = new Promise((resolve, reject) => {
      this.#began = resolve;
      this.#refused = reject;
    });
    this.gone = new Promise((resolve) => {
      this.#left = resolve;
    });
    this.#runner = new Runner(
      settings,
      cache,
      (message) => this.#hear(message),
      ({ problem }) => this.#leave(problem),
    );
    this.#runner.send(request);
  }

  get pid(): number | undefined {
    return this.#runner.pid;
  }

  setJobs(jobs: number): void {
    if (this.progress && jobs !== this.progress.jobs) this.#runner.send({ type: 'jobs', jobs });
  }

  /** Stops it; a process that does not listen is ended after a while. */
  async cancel(patienceMs: number): Promise<void> {
    this.#runner.send({ type: 'cancel' });
    const late = setTimeout(() => this.#runner.kill(), patienceMs);
    await this.gone;
    clearTimeout(late);
  }

  #hear(message: FromRunner): void {
    if (message.type === 'begun') {
      this.progress = message.progress;
      this.#began(message.header);
    } else if (message.type === 'progress') {
      this.progress = message.progress;
      this.rows = message.rows;
      this.#hooks.onProgress();
    } else if (message.type === 'finished') this.#end = { how: 'finished' };
    else if (message.type === 'interrupted') this.#end = { how: 'cancelled' };
    else if (message.type === 'problem') this.#end = { how: 'problem', problem: message.problem };
  }

  #leave(problem: Problem): void {
    const end = this.#end ?? { how: 'problem', problem };
    const began = this.progress !== null;
    if (end.how === 'problem') this.#refused(new EeveeError(end.problem));
    // Nobody may be waiting for a beginning any more.
    this.begun.catch(() => {});
    this.#left();
    if (began) this.#hooks.onEnd(end);
  }
}
