import type { EngineAddress, EngineState } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { startSession } from './auto-start.ts';
import { EngineChild } from './engine-child.ts';
import { freePort } from './free-port.ts';
import type { Options } from './options.ts';

/** An engine that ran this long was healthy: the next failure is a new one. */
const healthyAfterMs = 30_000;

/** Waits before another start: doubling from a quarter of a second to five seconds. */
const backOffMs = (attempt: number): number => Math.min(5000, 250 * 2 ** Math.min(attempt, 10));

/** Keeps the engine running for as long as the shell does, on one and the same port. */
export class EngineSupervisor {
  /** Where the engine is or will be; fixed for the life of the shell, because the page's policy names it. */
  readonly origin: string;
  state: EngineState = { state: 'starting', attempt: 0, problem: null };
  readonly #port: number;
  readonly #node: string | null;
  /** What to start once the engine is there, the first time only; null afterwards. */
  #start: unknown;
  #child: EngineChild | null = null;
  #attempt = 0;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  static async create(options: Options): Promise<EngineSupervisor> {
    return new EngineSupervisor(options, options.port ?? (await freePort()));
  }

  private constructor({ node, start }: Options, port: number) {
    this.#node = node;
    this.#start = start;
    this.#port = port;
    this.origin = `http://127.0.0.1:${port}`;
  }

  start(): void {
    const startedAt = Date.now();
    this.#child = new EngineChild(this.#node, this.#port, {
      ready: (address) => void this.#ready(address),
      gone: (problem) => {
        if (Date.now() - startedAt > healthyAfterMs) this.#attempt = 0;
        this.#again(problem);
      },
    });
  }

  /** Ends the engine for good; resolves once it is gone. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#child?.stop();
  }

  async #ready(address: EngineAddress): Promise<void> {
    const child = this.#child;
    const body = this.#start;
    this.#start = null;
    // The page is told only now that the engine is there, so that it finds the session it was opened for.
    const startProblem = body === null ? null : await startSession(address, body);
    if (startProblem) console.error(`${startProblem.message} ${startProblem.remedy}`);
    if (this.#child === child && !this.#stopped) this.state = { state: 'ready', address, startProblem };
  }

  #again(problem: Problem): void {
    if (this.#stopped) return;
    const wait = backOffMs(this.#attempt);
    this.#attempt += 1;
    this.#child = null;
    this.state = { state: 'starting', attempt: this.#attempt, problem };
    console.error(`${problem.message} Starting it again in ${(wait / 1000).toFixed(1)} s.`);
    this.#timer = setTimeout(() => this.start(), wait);
  }
}
