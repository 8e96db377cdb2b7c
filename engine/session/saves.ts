import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import type { SavedState } from '../../protocol/sessions.ts';
import { earlierAutosaves } from './autosave-ring.ts';
import { autosaveName, isAutosaveName, type SessionFolder, statePath } from './folder.ts';
import { companionPath, readNote, saveFiles, writeNote } from './save-files.ts';
import { stateFrame } from './state-header.ts';

/** Deleted states that can be wanted back, the last ones. */
const mostDeleted = 10;

/** A saved state by its name; null where there is none that can be read. */
const describe = (folder: SessionFolder, name: string): SavedState | null => {
  const path = statePath(folder, name);
  try {
    const { size, mtime } = statSync(path);
    const frame = stateFrame(path);
    const note = readNote(path, frame);
    return {
      name,
      title: note?.title ?? (isAutosaveName(name) ? '' : name),
      path,
      frame,
      bytes: size,
      createdAt: mtime.toISOString(),
      place: note?.place ?? '',
      position: note?.position ?? null,
      session: note?.session ?? null,
      thumbnail: existsSync(companionPath(path, frame, 'png')),
    };
  } catch {
    // Between listing and looking it was deleted.
    return null;
  }
};

const newestFirst = (a: SavedState, b: SavedState): number => b.createdAt.localeCompare(a.createdAt);

const namesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((file) => file.endsWith('.state'))
      .map((file) => file.slice(0, -'.state'.length));
  } catch {
    return [];
  }
};

/** The saved states of a session, newest first; autosaves are none of them. */
export const listStates = (folder: SessionFolder): SavedState[] =>
  namesIn(folder.states)
    .flatMap((name) => describe(folder, name) ?? [])
    .sort(newestFirst);

/** The autosaves of a session, newest first. */
export const listAutosaves = (folder: SessionFolder): SavedState[] => {
  const newest = describe(folder, 'autosave');
  const earlier = earlierAutosaves(folder)
    .reverse()
    .filter((frame) => frame !== newest?.frame)
    .flatMap((frame) => describe(folder, autosaveName(frame)) ?? []);
  return newest ? [newest, ...earlier] : earlier;
};

/** One saved state or autosave. Throws `resource.state-missing`, which lists those there are. */
export const requireState = (folder: SessionFolder, name: string): SavedState => {
  const found = describe(folder, name);
  if (found) return found;
  throw new EeveeError({
    code: 'resource.state-missing',
    message: `Session ${basename(folder.root)} has no saved state "${name}".`,
    remedy: 'List them with GET …/states.',
    field: 'name',
    value: name,
    allowed: namesIn(folder.states),
  });
};

/** The picture of a saved state as PNG. Throws `resource.state-missing` where there is no state or no picture. */
export const readThumbnail = (folder: SessionFolder, name: string): Buffer => {
  const { path, frame } = requireState(folder, name);
  try {
    return readFileSync(companionPath(path, frame, 'png'));
  } catch {
    throw new EeveeError({
      code: 'resource.state-missing',
      message: `The saved state "${name}" has no picture.`,
      remedy: 'Load it to see where it leads.',
      field: 'name',
      value: name,
    });
  }
};

/** Gives a saved state another title. Throws `resource.state-missing`. */
export const retitle = (folder: SessionFolder, name: string, title: string): SavedState => {
  const { path, frame } = requireState(folder, name);
  const known = readNote(path, frame) ?? { place: '', position: null, session: basename(folder.root) };
  writeNote(path, frame, { ...known, title });
  return requireState(folder, name);
};

/** Takes a saved state away; for a while it can be brought back by {@link restoreState}. */
export const deleteState = (folder: SessionFolder, name: string): SavedState => {
  const state = requireState(folder, name);
  mkdirSync(folder.deleted, { recursive: true, mode: 0o700 });
  move(state.path, folder.deleted);
  const gone = namesIn(folder.deleted)
    .map((each) => join(folder.deleted, `${each}.state`))
    .map((path) => ({ path, changed: statSync(path).ctimeMs }))
    .sort((a, b) => b.changed - a.changed);
  for (const { path } of gone.slice(mostDeleted)) {
    for (const file of saveFiles(path)) rmSync(file, { force: true });
  }
  return state;
};

/** Brings a deleted state back. Throws `resource.state-missing`, or `resource.state-exists`. */
export const restoreState = (folder: SessionFolder, name: string): SavedState => {
  const path = join(folder.deleted, `${name}.state`);
  if (!existsSync(path)) {
    throw new EeveeError({
      code: 'resource.state-missing',
      message: `No deleted state "${name}" is kept any more.`,
      remedy: 'Only the last deleted ones can be brought back.',
      field: 'name',
      value: name,
      allowed: namesIn(folder.deleted),
    });
  }
  requireFree(folder, name);
  move(path, folder.states);
  return requireState(folder, name);
};

/** Throws `resource.state-exists` where there is a state of that name. */
export const requireFree = (folder: SessionFolder, name: string): void => {
  if (!existsSync(statePath(folder, name))) return;
  throw new EeveeError({
    code: 'resource.state-exists',
    message: `There is a saved state "${name}" already.`,
    remedy: 'Choose another name, or say "overwrite": true to replace it.',
    field: 'name',
    value: name,
  });
};

/** Throws `configuration.invalid` for a name that only autosaves have. */
export const requireUsersName = (name: string): void => {
  if (!isAutosaveName(name)) return;
  throw new EeveeError({
    code: 'configuration.invalid',
    message: `The name "${name}" is the autosaves’.`,
    remedy: 'Choose another name.',
    field: 'name',
    value: name,
  });
};

/** A state with all that lies beside it into another folder; the state last, so that it never stands there bare. */
const move = (path: string, to: string): void => {
  for (const file of saveFiles(path)) renameSync(file, join(to, basename(file)));
};

/** A session that is resumed keeps the saved states of the one before: the same files under a second name. */
export const inheritStates = (from: SessionFolder, to: SessionFolder): void => {
  let files: string[];
  try {
    files = readdirSync(from.states).filter((file) => !file.endsWith('.tmp'));
  } catch {
    return;
  }
  for (const file of files) {
    try {
      linkSync(join(from.states, file), join(to.states, file));
    } catch {
      // A disk without such links: the earlier session still has it.
    }
  }
};
