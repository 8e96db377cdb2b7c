import type { Page } from 'playwright-core';
import type { Session } from '../../protocol/sessions.ts';

/** A file that the user has now. */
export interface SavedFile {
  name: string;
  bytes: Uint8Array;
}

/** The app as somebody has it open: in its own window, or in a browser beside an engine. */
export interface App {
  page: Page;
  /** When it was opened, as `performance.now()` tells it: before any of its processes was there. */
  openedAt: number;
  dataDir: string;
  /** Whether something starts the engine again when it dies: the shell does, nobody does beside a browser. */
  watched: boolean;
  /** Asks the engine as the page does, which need not be the same one as before. */
  get<Answer>(path: string): Promise<Answer>;
  /** The newest session. */
  session(): Promise<Session>;
  /** The process whose command line holds these words, somewhere below the app. */
  processWith(words: string): number | undefined;
  /** The file that is saved when `press` is done, by whichever way the app saves files. */
  saved(press: () => Promise<unknown>): Promise<SavedFile>;
  /** Keeps the screen for people to look at. */
  look(name: string): Promise<unknown>;
  close(): Promise<void>;
}

/** The newest of these sessions; fails where there is none. */
export const newestOf = ([newest]: Session[]): Session => {
  if (!newest) throw new Error('There is no session.');
  return newest;
};
