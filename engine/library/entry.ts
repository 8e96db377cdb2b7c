import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { listGames, loadGame } from '../../games/catalog.ts';
import type { FileState, LastChoice, LibraryEntry } from '../../protocol/library.ts';
import { type RomSystem, romSystems } from '../session/rom-systems.ts';
import type { LibraryRow } from '../store/library-table.ts';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What a look at a game's file came to; `modifiedMs` is to be kept when the content turned out the same. */
export interface FileLook {
  state: FileState;
  modifiedMs: number;
}

/**
 * Whether a game's file is still what was added. One of the same size and time counts as the same without being
 * read, unless `thorough`: a list of a hundred games must not read a hundred files.
 */
export const lookAtFile = async (row: LibraryRow, thorough = false): Promise<FileLook> => {
  try {
    const { size, mtimeMs } = await stat(row.path);
    if (!thorough && size === row.bytes && mtimeMs === row.modifiedMs)
      return { state: 'there', modifiedMs: mtimeMs };
    const same = size === row.bytes && sha256Of(await readFile(row.path)) === row.sha256;
    return { state: same ? 'there' : 'changed', modifiedMs: mtimeMs };
  } catch {
    return { state: 'missing', modifiedMs: row.modifiedMs };
  }
};

const goalsOf = (game: string | null): LibraryEntry['goals'] =>
  listGames().find(({ id }) => id === game)?.goals ?? [];

/** A row as the API gives it. */
export const entryOf = (row: LibraryRow, file: FileState): LibraryEntry => ({
  id: row.id,
  game: row.game,
  title: row.title,
  system: romSystems[row.system as RomSystem].name,
  bytes: row.bytes,
  sha256: row.sha256,
  path: row.path,
  copied: row.copied === 1,
  file,
  addedAt: row.addedAt,
  lastPlayedAt: row.lastPlayedAt,
  timesPlayed: row.timesPlayed,
  secondsPlayed: row.secondsPlayed,
  art: row.art,
  artPinned: row.artPinned === 1,
  goals: goalsOf(row.game),
  lastChoice: row.choice === null ? null : (JSON.parse(row.choice) as LastChoice),
});

/** Everything of a row that has a usual value at first. */
export const freshRow = (
  about: Pick<
    LibraryRow,
    'id' | 'game' | 'title' | 'system' | 'bytes' | 'sha256' | 'path' | 'copied' | 'modifiedMs'
  >,
): LibraryRow => ({
  ...about,
  addedAt: new Date().toISOString(),
  removedAt: null,
  lastPlayedAt: null,
  timesPlayed: 0,
  secondsPlayed: 0,
  art: 0,
  artScore: 0,
  artPinned: 0,
  choice: null,
});

/** What the catalogue says of a game in the box today: a newer Eevee brings a newer ROM. */
export const boxRow = async (id: string, before: LibraryRow | null): Promise<LibraryRow | null> => {
  const listed = listGames().find((game) => game.id === id);
  if (!listed) return null;
  const { title, system, ready } = listed;
  const { romSha256, romPath } = ready ? loadGame(id) : { romSha256: '', romPath: '' };
  const { size, mtimeMs } = ready ? await stat(romPath) : { size: 0, mtimeMs: 0 };
  const now = { title, system, sha256: romSha256, path: romPath, bytes: size, modifiedMs: mtimeMs };
  return { ...(before ?? freshRow({ ...now, id, game: id, copied: 0 })), ...now };
};
