import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where a session keeps its files; everything of one session is in one folder. */
export interface SessionFolder {
  root: string;
  /** The recorded inputs: together with ROM and core they are the replay. */
  inputs: string;
  /** The newest autosave; the ones before it are in `autosaves`. */
  autosave: string;
  autosaves: string;
  /** Copy of the state that the session began from, when it was resumed. */
  startState: string;
  states: string;
  /** Saved states that were deleted, until nobody can want them back. */
  deleted: string;
  saves: string;
}

export const sessionFolder = (root: string): SessionFolder => ({
  root,
  inputs: join(root, 'inputs.jsonl'),
  autosave: join(root, 'autosave.state'),
  autosaves: join(root, 'autosaves'),
  startState: join(root, 'start.state'),
  states: join(root, 'states'),
  deleted: join(root, 'deleted'),
  saves: join(root, 'saves'),
});

export const makeSessionFolder = (root: string): SessionFolder => {
  const folder = sessionFolder(root);
  mkdirSync(folder.states, { recursive: true, mode: 0o700 });
  mkdirSync(folder.saves, { recursive: true, mode: 0o700 });
  return folder;
};

/** Name of an earlier autosave. */
export const autosaveName = (frame: number): string => `autosave-${frame}`;

/** Whether a name is one of an autosave: those are the engine's to give. */
export const isAutosaveName = (name: string): boolean => /^autosave(-\d+)?$/.test(name);

/** Path of a saved state; `name` has been checked against `stateNameSchema`, so it cannot leave the folder. */
export const statePath = (folder: SessionFolder, name: string): string => {
  if (name === 'autosave') return folder.autosave;
  return join(isAutosaveName(name) ? folder.autosaves : folder.states, `${name}.state`);
};
