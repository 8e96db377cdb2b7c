import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { EeveeError } from '../../protocol/errors.ts';
import { mending } from '../../protocol/mending.ts';
import { type BackupFiles, fileStamp } from '../backup/backup-files.ts';
import { writeProblem } from '../data-folder.ts';
import type { NoticeText } from '../notices.ts';
import { databaseVersion, migrations } from './migrations.ts';

export type Database = SqliteDatabase.Database;

/** What `better-sqlite3` 13 is built for; below it the process dies at the first call without a word. */
const leastNodeApi = 10;

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? '');
const isBroken = (error: unknown): boolean => /^SQLITE_(CORRUPT|NOTADB)/.test(codeOf(error));

export const loadDriver = async (): Promise<typeof SqliteDatabase> => {
  const offered = Number(process.versions['napi'] ?? 0);
  if (offered < leastNodeApi) {
    throw new EeveeError({
      code: 'resource.addon-missing',
      message: `The database driver needs Node-API ${leastNodeApi}; Node ${process.version} offers ${offered}.`,
      ...mending({
        remedy: 'Start the engine with Node 22.14 or newer; the project brings one along.',
        command: 'npm run engine',
      }),
    });
  }
  return (await import('better-sqlite3')).default;
};

/** Moves the database and what SQLite keeps beside it to names that nothing uses; returns the new name. */
const setAside = (path: string, label: string): string => {
  let aside = `${path}.${label}-${fileStamp()}`;
  for (let copy = 2; existsSync(aside); copy += 1) aside = `${path}.${label}-${fileStamp()}-${copy}`;
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
};

/** Opens and checks the file. Throws SQLite's own errors, or returns what is wrong with the content. */
const openChecked = (
  Driver: typeof SqliteDatabase,
  path: string,
  beforeUpgrade: () => void,
): { database: Database } | { fault: 'broken' | 'newer'; version: number } => {
  const database = new Driver(path, { timeout: 1500 });
  try {
    // Before the first table, or it takes a VACUUM: free pages can be given back a few at a time.
    if (isEmpty(database)) database.pragma('auto_vacuum = INCREMENTAL');
    // Exclusive: one engine a data folder. Two would each take the other's running sessions for dead ones.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    // FULL, not better-sqlite3's NORMAL: in WAL mode NORMAL may lose the last commits at power loss.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    const version = database.pragma('user_version', { simple: true }) as number;
    const sound = database.pragma('quick_check', { simple: true }) === 'ok';
    if (sound && version <= databaseVersion) {
      if (version > 0 && version < databaseVersion) {
        database.pragma('wal_checkpoint(TRUNCATE)');
        beforeUpgrade();
      }
      migrate(database, version);
      makeShrinkable(database);
      return { database };
    }
    database.close();
    return { fault: sound ? 'newer' : 'broken', version };
  } catch (error) {
    database.close();
    if (isBroken(error)) return { fault: 'broken', version: 0 };
    throw error;
  }
};

const isEmpty = (database: Database): boolean => database.pragma('page_count', { simple: true }) === 0;

/** Databases of the first engines cannot shrink bit by bit. These are small: rewriting one takes no time. */
const makeShrinkable = (database: Database): void => {
  if (database.pragma('auto_vacuum', { simple: true }) !== 0) return;
  database.pragma('auto_vacuum = INCREMENTAL');
  database.exec('VACUUM');
};

const migrate = (database: Database, from: number): void => {
  database
    .transaction(() => {
      for (const sql of migrations.slice(from)) database.exec(sql);
      database.pragma(`user_version = ${databaseVersion}`);
    })
    .immediate();
};

/**
 * Opens the database, making or migrating it as needed. A file that is broken is set aside under a dated name, and
 * the newest good one of `backups` takes its place, or a fresh one; so does a fresh one for a file of a newer
 * engine. `tell` hears about it. An older layout is backed up before it is changed.
 * Throws `resource.folder-in-use`, `resource.folder-read-only`, `resource.disk-full`.
 */
export const openDatabase = async (
  path: string,
  tell: (notice: NoticeText) => void,
  backups?: BackupFiles,
): Promise<Database> => {
  const Driver = await loadDriver();
  const open = () => {
    try {
      return openChecked(Driver, path, () => keepBeforeUpgrade(path, tell, backups));
    } catch (error) {
      throw readableError(error, path);
    }
  };
  const first = open();
  if ('database' in first) return first.database;

  const { fault, version } = first;
  const aside = setAside(path, fault === 'newer' ? `newer-v${version}` : 'broken');
  if (fault === 'newer') {
    tell({
      level: 'warning',
      message: `The database was written by a newer Eevee (version ${version}, this one knows ${databaseVersion}). It was set aside as ${aside} and a fresh one begun.`,
      remedy: 'To see the old sessions again, install the newer Eevee and move that file back.',
    });
  } else {
    const from = backups ? recover(Driver, path, backups) : null;
    const instead = from ? `the backup of ${from} put in its place` : 'a fresh one begun';
    const lost = from ? 'What was played since then is not in the history. ' : '';
    tell({
      level: 'error',
      message: `The database was damaged. It was set aside as ${aside} and ${instead}.`,
      remedy: `${lost}Saved states and autosaves are files of their own and are still there.`,
    });
  }
  const second = open();
  if ('database' in second) return second.database;
  throw new EeveeError({
    code: 'resource.database-broken',
    message: `A fresh database at ${path} is damaged right away.`,
    remedy: 'The disk itself is probably failing: choose a folder on another one with --data-dir.',
  });
};

const readableError = (error: unknown, path: string): unknown => {
  if (codeOf(error).startsWith('SQLITE_BUSY')) {
    return new EeveeError(
      {
        code: 'resource.folder-in-use',
        message: `Another Eevee engine is using the data folder ${dirname(path)}.`,
        remedy: 'Close it first, or give this one a folder of its own with --data-dir.',
        field: 'dataDir',
        value: dirname(path),
      },
      { cause: error },
    );
  }
  const problem = writeProblem(error, dirname(path));
  return problem ? new EeveeError(problem, { cause: error }) : error;
};

/** Puts the newest backup that can be opened at `path`. Returns its time; null: there is none. */
const recover = (Driver: typeof SqliteDatabase, path: string, backups: BackupFiles): string | null => {
  for (const { name, at } of backups.list()) {
    try {
      copyFileSync(backups.path(name), path);
      const opened = openChecked(Driver, path, () => {});
      if ('database' in opened) {
        opened.database.close();
        return at;
      }
    } catch {
      // The next one, or a fresh database, which will tell what is wrong with the disk.
    }
    for (const suffix of ['-wal', '-shm', '']) rmSync(path + suffix, { force: true });
  }
  return null;
};

/** A copy of the database before its layout changes, for whoever has to go back to an older Eevee. */
const keepBeforeUpgrade = (
  path: string,
  tell: (notice: NoticeText) => void,
  backups: BackupFiles | undefined,
): void => {
  if (!backups) return;
  try {
    copyFileSync(path, backups.path(backups.newName('before-upgrade')));
  } catch (error) {
    tell({
      level: 'warning',
      message: `The database could not be backed up before its layout was changed: ${(error as Error).message}.`,
      remedy: 'The change is one transaction, so nothing is lost; free some space for later backups.',
    });
  }
};
