import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { encodePng } from '../api/png.ts';
import type { SentPicture } from './messages.ts';

/**
 * What lies beside a saved state: its picture (`NAME.FRAME.png`) and what is known of it (`NAME.FRAME.json`). The
 * frame in their names ties them to one state: whatever is killed when, no picture is ever shown for another's.
 */
export const saveNoteSchema = z.object({
  /** What people call it. */
  title: z.string(),
  /** What was being done, in words; empty where nobody knows. */
  place: z.string(),
  /** Frames of the story that led there; null: unknown. */
  position: z.number().nullable(),
  /** The session that saved it. */
  session: z.string(),
});
export type SaveNote = z.infer<typeof saveNoteSchema>;

type Companion = 'png' | 'json';

const stem = (statePath: string): string => statePath.slice(0, -'.state'.length);

/** Path of what lies beside a state that was saved at a frame. */
export const companionPath = (statePath: string, frame: number, kind: Companion): string =>
  `${stem(statePath)}.${frame}.${kind}`;

/** Every file that belongs to a state: itself, and what lies beside it, of older states of that name too. */
export const saveFiles = (statePath: string): string[] => {
  const folder = dirname(statePath);
  const name = basename(stem(statePath));
  const companion = new RegExp(`^${name}\\.\\d+\\.(png|json)$`);
  const beside = readdirSync(folder).filter((file) => companion.test(file));
  return [...beside, basename(statePath)].map((file) => join(folder, file));
};

/** Replaces a file whole or not at all. */
const writeWhole = (path: string, bytes: string | Uint8Array): void => {
  const draft = `${path}.tmp`;
  try {
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
};

/** Writes what is known of a state. Throws what the disk says. */
export const writeNote = (statePath: string, frame: number, note: SaveNote): void =>
  writeWhole(companionPath(statePath, frame, 'json'), JSON.stringify(note));

/** What is known of a state; null where nothing is, or nothing that can be read. */
export const readNote = (statePath: string, frame: number): SaveNote | null => {
  try {
    const text = readFileSync(companionPath(statePath, frame, 'json'), 'utf8');
    return saveNoteSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/**
 * Puts picture and note beside a state that was just written, and takes away those of the one before it. A state
 * without them is whole all the same: a disk that refuses them costs no more than them.
 */
export const describeSave = (
  statePath: string,
  frame: number,
  note: SaveNote,
  picture: Omit<SentPicture, 'frame' | 'capturedAt'> | null,
): void => {
  try {
    writeNote(statePath, frame, note);
    if (picture) writeWhole(companionPath(statePath, frame, 'png'), encodePng(picture));
    const own = (['png', 'json'] as const).map((kind) => companionPath(statePath, frame, kind));
    for (const file of saveFiles(statePath)) {
      if (file !== statePath && !own.includes(file)) rmSync(file, { force: true });
    }
  } catch {
    // The next save tries again; the list shows this one without a picture.
  }
};
