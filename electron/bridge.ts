import type { Problem } from '../protocol/errors.ts';

/** Where the engine listens, and the key that opens it. */
export interface EngineAddress {
  /** Origin, such as `http://127.0.0.1:4711`, without a slash at the end. */
  url: string;
  token: string;
}

/** What the shell tells the page about the engine it started. */
export type EngineState =
  | { state: 'ready'; address: EngineAddress; startProblem: Problem | null }
  | { state: 'starting'; attempt: number; problem: Problem | null };

/** Channels between page and shell. All are asked by the page (`invoke`) and answered once. */
export const channels = { engine: 'eevee:engine' } as const;

/**
 * What the preload script puts on `window.eevee`. The page declares the same shape for itself
 * (`renderer/src/api/bridge.ts`), because it may import nothing of the shell; a test holds the two together.
 */
export interface EeveeBridge {
  engine(): Promise<EngineState>;
  platform: string;
}
