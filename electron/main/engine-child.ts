import { existsSync } from 'node:fs';
import type { EngineAddress } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { type EngineProcess, startEngineProcess } from './engine-process.ts';
import { places } from './paths.ts';

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

const missing = (file: string, packaged: boolean): Problem => ({
  code: 'internal',
  message: `The engine cannot start: there is no ${file}.`,
  tried: [file],
  ...(packaged
    ? { remedy: 'Install Eevee again: a part of it is gone.' }
    : { remedy: 'Set the checkout up again.', command: 'npm start' }),
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

/** Settings of the launcher and of Node, which are not the engine's: a package runs as it was made. */
const environmentOf = (port: number, packaged: boolean): NodeJS.ProcessEnv => {
  const { EEVEE_START: _start, ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: options, ...env } = process.env;
  return { ...env, ...(packaged || !options ? {} : { NODE_OPTIONS: options }), EEVEE_PORT: String(port) };
};

/** One run of the engine. */
export class EngineChild {
  readonly #process: EngineProcess | null;
  readonly #gone: Promise<void>;
  #stopping = false;

  constructor(node: string | null, port: number, events: EngineEvents) {
    const here = places(node);
    const absent = [here.node ?? here.engine, here.engine].find((file) => !existsSync(file));
    if (absent) {
      this.#process = null;
      this.#gone = Promise.resolve();
      queueMicrotask(() => events.gone(missing(absent, here.packaged)));
      return;
    }
    let resolve = (): void => {};
    this.#gone = new Promise((settle) => {
      resolve = settle;
    });
    let last: Problem | null = null;
    this.#process = startEngineProcess(here, environmentOf(port, here.packaged), {
      message: (message) => {
        if (typeof message !== 'object' || message === null) return;
        last = problemOf(message) ?? last;
        if (isAddress(message)) events.ready({ url: message.url, token: message.token });
      },
      exit: (how) => {
        resolve();
        if (!this.#stopping) events.gone(last ?? died(how));
      },
    });
  }

  /** Asks it to save and end; ends it when that takes too long. */
  async stop(): Promise<void> {
    const engine = this.#process;
    this.#stopping = true;
    if (!engine?.pid()) return;
    const timer = setTimeout(() => engine.kill(), patienceMs);
    engine.send({ type: 'close' });
    await this.#gone;
    clearTimeout(timer);
  }
}
