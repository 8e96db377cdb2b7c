import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import { writeProblem } from '../data-folder.ts';

/** Age at which a file that no row names is removed: no write takes that long. */
const orphanMs = 24 * 60 * 60 * 1000;

export const sha256Of = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

const syncFolder = (path: string): void => {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } catch {
    // Not every file system (nor Windows) can sync a folder; the rename itself is still atomic.
  } finally {
    closeSync(folder);
  }
};

/**
 * The attachments' files: `<root>/<item>/<name>`. A file is whole and on the disk before its name exists, and
 * named by its content, so that a row always names exactly the bytes that it was written for.
 */
export class OutboxFiles {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  path(id: string, name: string): string {
    return join(this.#root, id, name);
  }

  /** Writes a file named `<stem>-<hash><extension>`; returns the name. Throws `resource.disk-full` and its like. */
  write(id: string, stem: string, extension: string, bytes: Uint8Array): string {
    const folder = join(this.#root, id);
    const name = `${stem}-${sha256Of(bytes).slice(0, 12)}${extension}`;
    const unfinished = join(folder, `.${randomUUID()}.unfinished`);
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = openSync(unfinished, 'wx', 0o600);
      try {
        for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(unfinished, join(folder, name));
      syncFolder(folder);
    } catch (error) {
      rmSync(unfinished, { force: true });
      const problem = writeProblem(error, this.#root);
      throw problem ? new EeveeError(problem, { cause: error }) : error;
    }
    return name;
  }

  /** Throws `feedback.attachment-missing` where somebody has removed it. */
  read(id: string, name: string): Buffer {
    try {
      return readFileSync(this.path(id, name));
    } catch (error) {
      throw new EeveeError(
        {
          code: 'feedback.attachment-missing',
          message: `The attachment ${name} is no longer in the outbox.`,
          remedy: 'Collect it once more, or leave it out.',
          field: 'attachments',
          value: name,
        },
        { cause: error },
      );
    }
  }

  /** Removes an item's folder with all that is in it. */
  drop(id: string): void {
    rmSync(join(this.#root, id), { recursive: true, force: true });
  }

  /** Removes the files of an item that are not named. */
  keepOnly(id: string, names: ReadonlySet<string>): void {
    for (const name of this.#names(id)) if (!names.has(name)) rmSync(this.path(id, name), { force: true });
  }

  /**
   * Removes what a process that was killed left half-done: files that are older than a day and that `named`, asked
   * for an item's id, does not know.
   */
  sweep(named: (id: string) => ReadonlySet<string>, now = Date.now()): void {
    const folders = readdirSync(this.#root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    for (const { name: id } of folders) {
      const known = named(id);
      for (const name of this.#names(id)) {
        const path = this.path(id, name);
        if (!known.has(name) && now - statSync(path).mtimeMs > orphanMs) rmSync(path, { force: true });
      }
      if (known.size === 0 && this.#names(id).length === 0) this.drop(id);
    }
  }

  #names(id: string): string[] {
    try {
      return readdirSync(join(this.#root, id));
    } catch {
      return [];
    }
  }
}
