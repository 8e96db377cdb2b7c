import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { EeveeError } from '../../protocol/errors.ts';
import { writeProblem } from '../data-folder.ts';

const prefix = '.incoming-';

/** A name in a folder that nothing uses, for a file that is not whole yet. */
const unfinishedIn = (folder: string): string => join(folder, `${prefix}${randomBytes(8).toString('hex')}`);

/** Removes what an engine that died left unfinished. */
export const clearUnfinished = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (name.startsWith(prefix)) await rm(join(folder, name), { force: true });
  }
};

/** The typed problem of a write that failed, or the error itself. */
export const readableWriteError = (error: unknown, folder: string): unknown => {
  const problem = writeProblem(error, folder);
  return problem ? new EeveeError(problem, { cause: error }) : error;
};

/** Writes a file so that its name either holds all of it or what it held before. Throws `resource.disk-full`, `resource.folder-read-only`. */
export const writeWhole = async (folder: string, name: string, bytes: Uint8Array): Promise<string> => {
  const unfinished = unfinishedIn(folder);
  const path = join(folder, name);
  try {
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return path;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw readableWriteError(error, folder);
  }
};

/**
 * Lets a stream run into a file of its own, `mostBytes` at most, and gives it to `use`; the file is gone after.
 * What is too much is still read, and thrown away: a client that is cut off would hear of a broken connection
 * instead of the reason. Throws what `tooLarge` makes, `resource.disk-full`, `resource.folder-read-only`.
 */
export const withIncoming = async <Result>(
  folder: string,
  stream: AsyncIterable<Uint8Array>,
  mostBytes: number,
  tooLarge: (bytes: number) => Error,
  use: (path: string) => Promise<Result>,
): Promise<Result> => {
  const path = unfinishedIn(folder);
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  let bytes = 0;
  let failed: unknown = null;
  const closed = finished(file).catch((error: unknown) => {
    failed ??= error;
  });
  try {
    for await (const chunk of stream) {
      bytes += chunk.length;
      if (bytes > mostBytes || failed) continue;
      if (!file.write(chunk)) await Promise.race([once(file, 'drain').catch(() => {}), closed]);
    }
    file.end();
    await closed;
    if (failed) throw readableWriteError(failed, folder);
    if (bytes > mostBytes) throw tooLarge(bytes);
    return await use(path);
  } finally {
    file.destroy();
    await closed;
    await rm(path, { force: true });
  }
};
