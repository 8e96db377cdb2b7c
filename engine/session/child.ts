import { type ChildProcess, fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Command, Report, StartPlan, Verb } from './messages.ts';

/** How a session process ended: by a signal or with an exit code. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

interface Asked {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** Lines of a session process's own output that are kept, to say why it died. */
const keptOutput = 4000;

/** One session process, seen from the engine: verbs out, reports in. Knows nothing of what they mean. */
export class SessionProcess {
  readonly #child: ChildProcess;
  readonly #asked = new Map<number, Asked>();
  #next = 0;
  #output = '';

  constructor(onReport: (report: Report) => void, onExit: (exit: Exit) => void) {
    const entry = join(import.meta.dirname, 'process', `main${extname(import.meta.filename)}`);
    this.#child = fork(entry, [], {
      execPath: process.execPath,
      execArgv: [],
      // Pictures cross as bytes: JSON would write each pixel as a decimal number.
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stdout?.on('data', (text) => this.#keep(text));
    this.#child.stderr?.on('data', (text) => this.#keep(text));
    this.#child.on('message', (message) => {
      const report = message as Report;
      if (report.type === 'reply') this.#answer(report.id, report.value, report.problem);
      else onReport(report);
    });
    let over = false;
    const end = (exit: Exit): void => {
      if (over) return;
      over = true;
      this.#dropAsked();
      onExit(exit);
    };
    this.#child.on('error', (error) => {
      this.#keep(String(error));
      if (this.#child.pid === undefined) end({ code: null, signal: null });
    });
    this.#child.on('exit', (code, signal) => end({ code, signal }));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The end of what the process wrote to its output: cores print their last words there. */
  get lastOutput(): string {
    return this.#output.trim();
  }

  start(plan: StartPlan): void {
    this.#send({ type: 'start', plan });
  }

  /** Asks for one picture newer than `after`; it comes as a report. */
  requestPicture(after: number): void {
    this.#send({ type: 'picture', after });
  }

  /** Sends a verb and waits for its answer. Rejects with the process's problem, or when it dies first. */
  ask(verb: Verb): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      this.#asked.set(id, { resolve, reject });
      this.#send({ type: 'ask', id, ...verb });
    });
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #send(command: Command): void {
    // A process that has just died: its exit is under way and settles everything that was asked.
    if (this.#child.connected) this.#child.send(command, () => {});
    else if (command.type === 'ask') this.#answer(command.id, undefined, processGone);
  }

  #answer(id: number, value: unknown, problem?: Problem): void {
    const asked = this.#asked.get(id);
    this.#asked.delete(id);
    if (problem) asked?.reject(new EeveeError(problem));
    else asked?.resolve(value);
  }

  #dropAsked(): void {
    for (const id of [...this.#asked.keys()]) this.#answer(id, undefined, processGone);
  }

  #keep(text: unknown): void {
    this.#output = (this.#output + String(text)).slice(-keptOutput);
  }
}

const processGone: Problem = {
  code: 'session.ended',
  message: 'The session ended before it could answer.',
  remedy: 'Look at how it ended, and resume it from its last autosave.',
};
