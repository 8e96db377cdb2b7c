import { type ChildProcess, fork } from 'node:child_process';
import { delimiter } from 'node:path';
import { type FromRunner, fromRunnerSchema, type ToRunner } from '../../protocol/benchmark-runner.ts';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import { launchNames, variableOf } from '../settings/given.ts';
import type { Settings } from '../settings.ts';
import { requireRunner } from './catalog.ts';

/** The end of what the process wrote that is kept, to say why it died. */
const keptOutput = 2000;
/** A description or a comparison of a large run takes seconds on a busy machine. */
const answerMs = 60_000;

const asText = (value: Settings[keyof Settings]): string =>
  Array.isArray(value) ? value.join(delimiter) : String(value);

/** The engine's own settings, wherever they came from, as a process that is told them by its environment reads them. */
const environmentOf = (settings: Settings, cache: string): NodeJS.ProcessEnv => ({
  ...process.env,
  ...Object.fromEntries(launchNames.map((name) => [variableOf(name), asText(settings[name])])),
  EEVEE_BENCH_CACHE: cache,
});

/** What came of a process of the suite. */
export interface RunnerEnd {
  /** Why it ended before it had said that it was done. */
  problem: Problem;
}

/**
 * A process of the benchmark suite. The engine knows its file (the setting `benchmarkRunner`) and what is said
 * (`protocol/benchmarks.ts`), nothing else: the suite reads the game's memory, which the engine must not. It ends with
 * the engine.
 */
export class Runner {
  readonly #child: ChildProcess;
  #output = '';

  /** `onEnd` comes once, after the last message. Throws `resource.benchmarks-missing`. */
  constructor(
    settings: Settings,
    cache: string,
    onMessage: (message: FromRunner) => void,
    onEnd: (end: RunnerEnd) => void,
  ) {
    requireRunner(settings);
    this.#child = fork(settings.benchmarkRunner, [], {
      execPath: process.execPath,
      execArgv: [],
      env: environmentOf(settings, cache),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr])
      stream?.on('data', (text) => {
        this.#output = (this.#output + String(text)).slice(-keptOutput);
      });
    this.#child.on('message', (message) => {
      const heard = fromRunnerSchema.safeParse(message);
      if (heard.success) onMessage(heard.data);
      else onMessage({ type: 'problem', problem: unreadable(heard.error.issues[0]?.message ?? '') });
    });
    let over = false;
    const end = (how: string): void => {
      if (over) return;
      over = true;
      onEnd({ problem: this.#diedOf(how) });
    };
    this.#child.on('error', (error) => end(error.message));
    // `close`, not `exit`: messages may still be on their way when it exits.
    this.#child.on('close', (code, signal) => end(signal ?? `exit code ${code}`));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  send(request: ToRunner): void {
    if (this.#child.connected) this.#child.send(request, () => {});
  }

  /** Ends it at once. */
  kill(): void {
    this.#child.kill('SIGKILL');
  }

  #diedOf(how: string): Problem {
    const words = this.#output.trim().slice(-300);
    return {
      code: 'session.process-died',
      message: `The process that plays the benchmark ended unexpectedly (${how}).${words ? ` Its last words: ${words}` : ''}`,
      remedy: 'Resume the run: no finished episode is lost.',
    };
  }
}

const unreadable = (fault: string): Problem => ({
  code: 'internal',
  message: `The benchmark suite said something that the engine cannot read: ${fault}.`,
  remedy: 'Install Eevee again: its parts do not belong together.',
});

/** Asks a process of its own one thing. Rejects with the process's problem, and where it dies or takes too long. */
export const askRunner = <Type extends FromRunner['type']>(
  settings: Settings,
  cache: string,
  request: ToRunner,
  wanted: Type,
): Promise<Extract<FromRunner, { type: Type }>> =>
  new Promise((resolve, reject) => {
    const runner = new Runner(
      settings,
      cache,
      (message) => {
        if (message.type === wanted) resolve(message as Extract<FromRunner, { type: Type }>);
        else if (message.type === 'problem') reject(new EeveeError(message.problem));
      },
      ({ problem }) => {
        clearTimeout(late);
        reject(new EeveeError(problem));
      },
    );
    const late = setTimeout(() => runner.kill(), answerMs);
    runner.send(request);
  });
