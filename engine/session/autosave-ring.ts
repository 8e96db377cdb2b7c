import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { autosaveName, type SessionFolder, statePath } from './folder.ts';
import { companionPath, saveFiles } from './save-files.ts';
import { stateFrame } from './state-header.ts';
import { leastMissed } from './thinning.ts';

/** Autosaves that are kept, the newest included. */
const mostAutosaves = 5;

/** Frames of the earlier autosaves, oldest first. */
export const earlierAutosaves = (folder: SessionFolder): number[] => {
  try {
    return readdirSync(folder.autosaves)
      .flatMap((file) => /^autosave-(\d+)\.state$/.exec(file)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
};

/**
 * Called before the newest autosave is replaced: it stays under another name, and of the earlier ones a few at
 * growing distances. Whatever the disk refuses here must not keep the newest from being written.
 */
export const keepEarlier = (folder: SessionFolder): void => {
  try {
    if (!existsSync(folder.autosave)) return;
    mkdirSync(folder.autosaves, { recursive: true, mode: 0o700 });
    const frame = stateFrame(folder.autosave);
    const kept = statePath(folder, autosaveName(frame));
    sameFile(folder.autosave, kept);
    for (const kind of ['png', 'json'] as const) {
      const from = companionPath(folder.autosave, frame, kind);
      if (existsSync(from)) sameFile(from, companionPath(kept, frame, kind));
    }
    thinOut(folder);
  } catch {
    // An earlier one is missing then; the newest is what counts.
  }
};

/** Two names for one file; a copy where the file system knows no such thing. */
const sameFile = (from: string, to: string): void => {
  rmSync(to, { force: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
};

const thinOut = (folder: SessionFolder): void => {
  for (let frames = earlierAutosaves(folder); frames.length >= mostAutosaves; ) {
    // The last of them is the one that is about to be the newest but one.
    const gone = frames[leastMissed(frames, frames.at(-1) ?? 0)]!;
    for (const file of saveFiles(statePath(folder, autosaveName(gone)))) rmSync(file, { force: true });
    frames = earlierAutosaves(folder);
  }
};
