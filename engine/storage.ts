import { lstat, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Storage } from '../protocol/storage.ts';
import { type DataFolder, freeBytesAt } from './data-folder.ts';

/** Bytes of a file, or of a folder with everything in it. What is gone by the time it is looked at counts nothing. */
export const bytesAt = async (path: string): Promise<number> => {
  const found = await lstat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.size;
  let sum = 0;
  // One folder after the other: a year of sessions is thousands of them, and nobody is in a hurry.
  for (const name of await readdir(path).catch(() => [])) sum += await bytesAt(join(path, name));
  return sum;
};

/** What the data folder holds, and how much room is left beside it. */
export const storageOf = async (data: DataFolder): Promise<Storage> => {
  const logs = dirname(data.log);
  const bytes: Storage['bytes'] = { database: 0, sessions: 0, logs: 0, other: 0 };
  for (const name of await readdir(data.root)) {
    const path = join(data.root, name);
    const isDatabase = name.startsWith(basename(data.database));
    const part = isDatabase
      ? 'database'
      : path === data.sessions
        ? 'sessions'
        : path === logs
          ? 'logs'
          : 'other';
    bytes[part] += await bytesAt(path);
  }
  return { folder: data.root, logs, bytes, freeBytes: freeBytesAt(data.root) };
};
