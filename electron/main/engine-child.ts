import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { EngineAddress } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { developmentNode, engineFile, root } from './paths.ts';

/** How long the engine may take to save and end before it is ended. */
const patienceMs = 5000;

export interface EngineEvents {
  ready(address: EngineAddress): void;
  /** It is gone, whether it ever was ready or not. */
  gone(problem: Problem): void;
}

const died = (how: string): Problem => ({
  code: 'session.process-died',
  message: `The engine ended unexpectedly (${how}).`,
  remedy: 'It is started again by itself. If this goes on, look at the log in the data folder.',
});

const missing = (file: string): Problem => ({
  code: 'internal',
  message: `The engine cannot start: there is no ${file}.`,
  remedy: 'Set the checkout up again.',
  tried: [file],
  command: 'npm start',
});

const isAddress = (message: object): message is EngineAddress =>
  'url' in message &&
  'token' in message &&
  typeof message.url === 'string' &&
  typeof message.token === 'string';

const problemOf = (message: object): Problem | null => {
  const problem = 'problem' in message ? message.problem : null;
  return typeof problem === 'object' && problem !== null && 'remedy' in problem ? (problem as Problem) : null;
};

/**
 * One run of the engine. In development it is a plain child in the Node of `node_modules`: the Electron at hand
 * may carry an older one. The channel to it also tells the engine when the shell is gone, however it went.
 */
export class EngineChild {
  readonly #child: ChildProcess | null;
  #stopping = false;

  constructor(node: string | null, port: number, events: EngineEvents) {
    const program = node ?? developmentNode();
    const absent = [program, engineFile()].find((file) => !existsSync(file));
    if (absent) {
      this.#child = null;
      queueMicrotask(() => events.gone(missing(absent)));
      return;
    }
    const { EEVEE_START: _start, ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env;
    const child = spawn(program, [engineFile()], {
      cwd: root(),
      env: { ...env, EEVEE_PORT: String(port) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.#child = child;
    let last: Problem | null = null;
    let over = false;
    const gone = (problem: Problem): void => {
      if (over || this.#stopping) return;
      over = true;
      events.gone(last ?? problem);
    };
    child.on('message', (message) => {
      if (typeof message !== 'object' || message === null) return;
      last = problemOf(message) ?? last;
      if (isAddress(message)) events.ready({ url: message.url, token: message.token });
    });
    child.on('error', (error) => gone(died(error.message)));
    child.on('exit', (code, signal) => gone(died(signal ?? `code ${code}`)));
  }

  /** Asks it to save and end; ends it when that takes too long. */
  stop(): Promise<void> {
    const child = this.#child;
    this.#stopping = true;
    if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      // Not a signal: Windows has none that a process could hear.
      if (child.connected) child.send({ type: 'close' });
      else child.kill();
    });
  }
}
