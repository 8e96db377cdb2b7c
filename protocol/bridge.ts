import type { Problem } from './errors.ts';

/** Where the engine listens, and the key that opens it. */
export interface EngineAddress {
  /** Origin, such as `http://127.0.0.1:4711`, without a slash at the end. */
  url: string;
  token: string;
}

/** What the shell knows about the engine it started. */
export type EngineState =
  | { state: 'ready'; address: EngineAddress; startProblem: Problem | null }
  | { state: 'starting'; attempt: number; problem: Problem | null };

/** The folders that the page may have shown: the data folder, and that of its logs. */
export const shownFolders = ['folder', 'logs'] as const;
export type ShownFolder = (typeof shownFolders)[number];

/** What the shell's preload script puts on `window.eevee`: everything the page may ask of it. */
export interface EeveeBridge {
  /** How the engine is doing right now; never rejects while the shell lives. */
  engine(): Promise<EngineState>;
  /**
   * Tells what the shell has to tell the user, now and from now on: a link that was refused, a key that is taken,
   * a page that had to be loaded again. Returns how to stop listening.
   */
  words(listener: (problem: Problem) => void): () => void;
  /** Shows one of the two folders in the desktop's file manager; what goes wrong is told by `words`. */
  openFolder(which: ShownFolder): Promise<void>;
  /** `process.platform` of the shell. */
  platform: string;
}
