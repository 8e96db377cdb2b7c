import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { EeveeError } from '../protocol/errors.ts';
import { writeProblem } from './data-folder.ts';

/** Makes sure that a new name in a folder is on the disk, where the system lets folders be synchronised at all. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
};

/**
 * Replaces a file so that whoever reads it, also after a power cut, finds the old text or the new one and never a
 * part. Only this user may read it. Throws `resource.disk-full`, `resource.folder-read-only`.
 */
export const replaceFile = (path: string, text: string): void => {
  const draft = `${path}.new`;
  try {
    const file = openSync(draft, 'w', 0o600);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(draft, { force: true });
    const problem = writeProblem(error, dirname(path));
    throw problem ? new EeveeError(problem, { cause: error }) : error;
  }
};
