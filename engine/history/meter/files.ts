import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of a folder's entries whose name fits; none where there is no such folder. */
export const entries = async (folder: string, name: RegExp): Promise<string[]> => {
  const found = await readdir(folder).catch(() => [] as string[]);
  return found.filter((entry) => name.test(entry)).map((entry) => join(folder, entry));
};

/** The number in a file of sysfs; null where it cannot be read (absent, or only root may). */
export const numberIn = async (path: string): Promise<number | null> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : null;
};

/** The text of a file of sysfs; empty where it cannot be read. */
export const textIn = async (path: string): Promise<string> =>
  (await readFile(path, 'utf8').catch(() => '')).trim();
