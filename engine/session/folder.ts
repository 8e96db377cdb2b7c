import { closeSync, mkdirSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SavedState } from '../../protocol/sessions.ts';

/** Where a session keeps its files; everything of one session is in one folder. */
export interface SessionFolder {
  root: string;
  /** The recorded inputs: together with ROM and core they are the replay. */
  inputs: string;
  autosave: string;
  /** Copy of the state that the session began from, when it was resumed. */
  startState: string;
  states: string;
  saves: string;
}

export const sessionFolder = (root: string): SessionFolder => ({
  root,
  inputs: join(root, 'inputs.jsonl'),
  autosave: join(root, 'autosave.state'),
  startState: join(root, 'start.state'),
  states: join(root, 'states'),
  saves: join(root, 'saves'),
});

export const makeSessionFolder = (root: string): SessionFolder => {
  const folder = sessionFolder(root);
  mkdirSync(folder.states, { recursive: true, mode: 0o700 });
  mkdirSync(folder.saves, { recursive: true, mode: 0o700 });
  return folder;
};

/** Path of a saved state; `name` has been checked against `stateNameSchema`, so it cannot leave the folder. */
export const statePath = (folder: SessionFolder, name: string): string =>
  name === 'autosave' ? folder.autosave : join(folder.states, `${name}.state`);

/** Where the header of a sealed state has its frame number (`native/capture/state_file.cc`). */
const frameAt = 176;

/** The frame at which a state was saved; 0 for a file that is no state: loading it says what is wrong. */
export const stateFrame = (path: string): number => {
  const head = new DataView(new ArrayBuffer(frameAt + 8));
  const file = openSync(path, 'r');
  try {
    const read = readSync(file, head, 0, head.byteLength, 0);
    return read === head.byteLength ? Number(head.getBigUint64(frameAt, true) & 0xffff_ffff_ffffn) : 0;
  } finally {
    closeSync(file);
  }
};

/** The saved states of a session, newest first. */
export const listStates = (folder: SessionFolder): SavedState[] => {
  let names: string[];
  try {
    names = readdirSync(folder.states).filter((name) => name.endsWith('.state'));
  } catch {
    return [];
  }
  return names
    .map((file) => {
      const path = join(folder.states, file);
      const { size, mtime } = statSync(path);
      const name = file.slice(0, -'.state'.length);
      return { name, path, frame: stateFrame(path), bytes: size, createdAt: mtime.toISOString() };
    })
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt));
};
