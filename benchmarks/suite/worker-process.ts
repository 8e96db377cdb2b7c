import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Answers, FromWorker, Job, ToWorker, WorkerPlan } from './worker/messages.ts';

/** The end of what a worker wrote that is kept: cores print their last words there. */
const keptOutput = 2000;

interface Asked {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
}

/** A worker process as the suite holds it. Ends of itself when the suite is gone. */
export class WorkerProcess {
  readonly #child: ChildProcess;
  readonly #asked = new Map<number, Asked>();
  #next = 0;
  #output = '';
  #problem: Problem | null = null;
  /** Why it was ended by us; null: it was not. */
  #ended: Problem | null = null;

  constructor(plan: WorkerPlan) {
    this.#child = fork(join(import.meta.dirname, 'worker', 'main.ts'), [], {
      execPath: process.execPath,
      // It collects its own garbage between episodes (worker/main.ts).
      execArgv: ['--expose-gc'],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (text) => {
        this.#output = (this.#output + String(text)).slice(-keptOutput);
      });
    this.#child.on('message', (message) => this.#hear(message as FromWorker));
    this.#child.on('error', (error) => this.#die(diedProblem(error.message, this.#output)));
    this.#child.on('exit', (code, signal) =>
      this.#die(this.#ended ?? diedProblem(signal ?? `exit code ${code}`, this.#output)),
    );
    this.#send({ type: 'plan', plan });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Whether it can be asked: it has not died, and nobody ended it. */
  get alive(): boolean {
    return this.#problem === null && this.#ended === null;
  }

  /**
   * Has a job done. Rejects with the job's problem, with `session.process-died` where the worker dies over it,
   * and with `session.core-hung` where it takes longer than that: it is ended then.
   */
  ask<Name extends Job['job']>(job: Extract<Job, { job: Name }>, timeoutMs: number): Promise<Answers[Name]> {
    if (this.#problem) return Promise.reject(new EeveeError(this.#problem));
    const id = this.#next++;
    const late = setTimeout(() => this.#kill(lateProblem(timeoutMs)), timeoutMs);
    const answered = new Promise<Answers[Name]>((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#send({ type: 'job', id, job });
    });
    return answered.finally(() => clearTimeout(late));
  }

  /** Ends it at once; what it was asked is rejected. */
  end(): void {
    this.#kill(endedProblem);
  }

  #kill(why: Problem): void {
    this.#ended ??= why;
    this.#child.kill('SIGKILL');
  }

  #send(message: ToWorker): void {
    if (this.#child.connected) this.#child.send(message, () => {});
  }

  #hear(message: FromWorker): void {
    // It could not even begin: every job it is given ends so.
    if (message.id < 0 && 'problem' in message) {
      this.#die(message.problem);
      return;
    }
    const asked = this.#asked.get(message.id);
    this.#asked.delete(message.id);
    if ('problem' in message) asked?.reject(new EeveeError(message.problem));
    else asked?.resolve(message.value as never);
  }

  #die(problem: Problem): void {
    this.#problem ??= problem;
    for (const { reject } of this.#asked.values()) reject(new EeveeError(this.#problem));
    this.#asked.clear();
  }
}

const remedy = 'Play the episode again by itself; if it happens again, report it with its scenario and seed.';

const diedProblem = (how: string, output: string): Problem => ({
  code: 'session.process-died',
  message: `The worker died (${how}).${output.trim() ? ` Its last words: ${output.trim().slice(-300)}` : ''}`,
  remedy,
});

const lateProblem = (timeoutMs: number): Problem => ({
  code: 'session.core-hung',
  message: `The worker did not answer within ${Math.round(timeoutMs / 1000)} s and was ended.`,
  remedy,
});

const endedProblem: Problem = {
  code: 'session.ended',
  message: 'The suite ended the worker.',
  remedy: 'Resume the run: the episode is played then.',
};
