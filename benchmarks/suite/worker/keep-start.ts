import { copyFileSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { sessionFolder } from '../../../engine/session/folder.ts';

/**
 * Puts the state that an episode starts from beside its replay, and returns its name there. A link where the
 * disk allows it: thousands of episodes share what is kept once.
 */
export const keepStart = (state: string, folder: string): string => {
  mkdirSync(folder, { recursive: true });
  const { startState } = sessionFolder(folder);
  rmSync(startState, { force: true });
  try {
    linkSync(state, startState);
  } catch {
    copyFileSync(state, startState);
  }
  return basename(startState);
};
