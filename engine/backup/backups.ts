import { copyFileSync, renameSync, rmSync } from 'node:fs';
import type { Backup, BackupReason, Restored } from '../../protocol/backups.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { writeProblem } from '../data-folder.ts';
import { databaseVersion } from '../store/migrations.ts';
import type { Store } from '../store/store.ts';
import { BackupFiles } from './backup-files.ts';
import { checkDatabaseFile } from './check.ts';

/** What making a backup needs to know of its surroundings. */
export interface BackupSurroundings {
  store: Store;
  folder: string;
  /** Daily backups that are kept. */
  kept: () => number;
  /** Sessions that are not over. */
  running: () => number;
  /** The store has other sessions now. */
  restored: () => void;
}

/** Backups of the database: made while it is written to, restored while nothing is played. */
export class Backups {
  readonly #around: BackupSurroundings;
  readonly #files: BackupFiles;
  /** One at a time: two would have the same thing to copy. */
  #making: Promise<unknown> = Promise.resolve();

  constructor(around: BackupSurroundings) {
    this.#around = around;
    this.#files = new BackupFiles(around.folder);
  }

  /** Newest first. */
  list(): Backup[] {
    return this.#files.list();
  }

  /** The file of a backup. */
  path(name: string): string {
    return this.#files.path(name);
  }

  /**
   * Copies the database through SQLite's online backup, a bit at a time beside everything else, checks the copy
   * and lets go of old ones. Throws `resource.disk-full`, `resource.folder-read-only`,
   * `resource.database-broken` when what was copied is damaged.
   */
  make(reason: BackupReason, whole = false): Promise<Backup> {
    const made = this.#making.then(() => this.#make(reason, whole));
    this.#making = made.catch(() => {});
    return made;
  }

  /**
   * Puts a backup's content in the place of the database's, in one transaction: until it is done, everything is
   * as before. Feedback stays as it is, so that nothing is sent twice. Throws `resource.backup-missing`,
   * `resource.database-broken`, `resource.database-newer`, `session.wrong-state` while something is played.
   */
  async restore(name: string): Promise<Restored> {
    const restored = this.list().find((backup) => backup.name === name);
    if (!restored) {
      throw new EeveeError({
        code: 'resource.backup-missing',
        message: `There is no backup ${name}.`,
        remedy: 'List them with GET /v1/backups, or eevee backup --list.',
        field: 'name',
        value: name,
        allowed: this.list().map((backup) => backup.name),
      });
    }
    const before = await this.restoreFile(this.#files.path(name));
    return { restored, before, sessions: this.#around.store.history.countAll() };
  }

  /** The same with any file. Returns the backup of what was there before. */
  async restoreFile(path: string): Promise<Backup> {
    this.#requireQuiet();
    // A copy: an older layout is brought up to date in it, and the backup stays what it is.
    const copy = `${this.#around.store.path}.restoring`;
    try {
      copyFileSync(path, copy);
      await this.#requireUsable(copy, path);
      const before = await this.make('before-restore');
      // Whoever began to play meanwhile would lose what they play.
      this.#requireQuiet();
      await this.#around.store.takeOver(copy);
      this.#around.restored();
      return before;
    } catch (error) {
      throw this.#readable(error);
    } finally {
      for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true });
    }
  }

  async #make(reason: BackupReason, whole: boolean): Promise<Backup> {
    const files = this.#files;
    let partial = '';
    try {
      const name = files.newName(reason);
      partial = `${files.path(name)}.partial`;
      await this.#around.store.copyTo(partial);
      const { sound, faults } = await checkDatabaseFile(partial, whole);
      if (!sound) throw brokenCopy(faults);
      renameSync(partial, files.path(name));
      files.prune(this.#around.kept());
      const made = this.list().find((backup) => backup.name === name);
      if (!made) throw new Error(`The backup ${name} is gone again.`);
      return made;
    } catch (error) {
      throw this.#readable(error);
    } finally {
      if (partial)
        for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(partial + suffix, { force: true });
    }
  }

  /** `file`: what to look at; `path`: how the user knows it. */
  async #requireUsable(file: string, path: string): Promise<void> {
    const { sound, faults, version } = await checkDatabaseFile(file, false);
    if (!sound || version === 0) {
      throw new EeveeError({
        code: 'resource.database-broken',
        message: `${path} is not a sound database of Eevee${faults ? `: ${faults}` : ''}.`,
        remedy: 'Choose another backup.',
        value: path,
      });
    }
    if (version <= databaseVersion) return;
    throw new EeveeError({
      code: 'resource.database-newer',
      message: `${path} was written by a newer Eevee (version ${version}, this one knows ${databaseVersion}).`,
      remedy: 'Restore it with that one, or choose an older backup.',
      value: path,
    });
  }

  #requireQuiet(): void {
    if (this.#around.running() === 0) return;
    throw new EeveeError({
      code: 'session.wrong-state',
      message: 'A backup cannot be restored while something is played: it would lose its record.',
      remedy: 'Stop all sessions first.',
    });
  }

  #readable(error: unknown): unknown {
    const problem = writeProblem(error, this.#files.folder);
    return problem ? new EeveeError(problem, { cause: error }) : error;
  }
}

const brokenCopy = (faults: string): EeveeError =>
  new EeveeError({
    code: 'resource.database-broken',
    message: `The database is damaged: ${faults.slice(0, 300)}.`,
    remedy: 'Restart Eevee: it sets the damaged file aside and goes on from the newest good backup.',
  });
