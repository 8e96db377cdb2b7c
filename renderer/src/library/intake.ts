import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Problem } from '../../../protocol/errors.ts';
import type { Added } from '../../../protocol/library.ts';
import { mostRomFileBytes } from '../../../protocol/words.ts';
import { upload } from '../api/client.ts';
import { problemIn } from '../api/problem.ts';
import { Store } from '../shared/store.ts';
import { texts } from '../texts.ts';
import { libraryKey } from './queries.ts';

/** A file that was dropped or chosen, and what came of it. */
export interface TakenFile {
  number: number;
  file: File;
  /** The game whose lost file it is to be. */
  game: string | null;
  /** Absent while it is under way. */
  result?: { added: Added } | { problem: Problem };
}

/** What was given last; a new gift replaces it. */
export const takenFiles = new Store<TakenFile[]>([]);
let next = 1;

const here = texts.library.drop;
const refuse = (code: Problem['code'], message: string, remedy: string): { problem: Problem } => ({
  problem: { code, message, remedy, field: 'rom' },
});

/** A folder looks like a file until it is read; a file may be gone by the time. */
const isReadable = async (file: File): Promise<boolean> => {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
};

const take = async ({ file, game }: TakenFile, replace: boolean): Promise<TakenFile['result']> => {
  const { name, size } = file;
  if (size > mostRomFileBytes) {
    const megabytes = Math.round(size / 2 ** 20).toLocaleString('en');
    return refuse('resource.rom-too-large', here.tooLarge(name, megabytes), here.whatToDrop);
  }
  if (!(await isReadable(file)))
    return refuse('resource.rom-missing', here.unreadable(name), here.unreadableRemedy);
  const query = new URLSearchParams({ name: name.slice(-255) });
  if (game !== null) query.set('for', game);
  if (replace) query.set('replace', 'true');
  try {
    return { added: await upload<Added>(`/v1/library/upload?${query}`, file) };
  } catch (error) {
    const problem = problemIn(error);
    // The engine's remedies are for whoever writes a client; here sits someone with a window.
    const wrongKind = problem.code === 'resource.rom-system' || problem.code === 'resource.rom-truncated';
    return { problem: wrongKind ? { ...problem, remedy: here.whatToDrop } : problem };
  }
};

const settle = (number: number, result: TakenFile['result']): void =>
  takenFiles.set(
    takenFiles.get().map((taken) => (taken.number === number && result ? { ...taken, result } : taken)),
  );

/** Folders that are among what was dropped, by name: they cannot be read as files. */
export const folderResults = (names: readonly string[]): TakenFile[] =>
  names.map((name) => ({
    number: next++,
    file: new File([], name),
    game: null,
    result: refuse('resource.rom-missing', here.folder(name), here.folderRemedy),
  }));

/** Adds files to the library, one after the other, each with its own result in {@link takenFiles}. */
export const useIntake = () => {
  const queries = useQueryClient();
  return useCallback(
    async (
      files: readonly File[],
      {
        game = null,
        replace = false,
        refused = [],
      }: { game?: string | null; replace?: boolean; refused?: TakenFile[] } = {},
    ): Promise<void> => {
      const taken = files.map((file): TakenFile => ({ number: next++, file, game }));
      takenFiles.set([...refused, ...taken]);
      for (const each of taken) settle(each.number, await take(each, replace));
      await queries.invalidateQueries({ queryKey: libraryKey });
    },
    [queries],
  );
};
