import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type SqliteDatabase from 'better-sqlite3';
import { EeveeError } from '../../protocol/errors.ts';
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
      remedy: 'Start the engine with Node 22.14 or newer; the project brings one along.',
      command: 'npm run engine',
    });
  }
  return (await import('better-sqlite3')).default;
};

/** `2026-11-21T10-00-00Z`: a time that every file system takes as part of a name. */
const stamp = (): string => `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** Moves the database and what SQLite keeps beside it to names that nothing uses; returns the new name. */
const setAside = (path: string, label: string): string => {
  let aside = `${path}.${label}-${stamp()}`;
  for (let copy = 2; existsSync(aside); copy += 1) aside = `${path}.${label}-${stamp()}-${copy}`;
  for (const suffix of ['-wal', '-shm', '']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, aside + suffix);
  }
  return aside;
};

/** Opens and checks the file. Throws SQLite's own errors, or returns what is wrong with the content. */
const openChecked = (
  Driver: typeof SqliteDatabase,
  path: string,
): { database: Database } | { fault: 'broken' | 'newer'; version: number } => {
  const database = new Driver(path, { timeout: 1500 });
  try {
    // Exclusive: one engine a data folder. Two would each take the other's running sessions for dead ones.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    // FULL, not better-sqlite3's NORMAL: in WAL mode NORMAL may lose the last commits at power loss.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    const version = database.pragma('user_version', { simple: true }) as number;
    const sound = database.pragma('quick_check', { simple: true }) === 'ok';
    if (sound && version <= databaseVersion) {
      migrate(database, version);
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

const migrate = (database: Database, from: number): void => {
  database
    .transaction(() => {
      for (const sql of migrations.slice(from)) database.exec(sql);
      database.pragma(`user_version = ${databaseVersion}`);
    })
    .immediate();
};

/**
 * Opens the database, making or migrating it as needed. A file that is broken, or of a newer engine, is set
 * aside under a dated name and a fresh one begun; `tell` hears about it.
 * Throws `resource.folder-in-use`, `resource.folder-read-only`, `resource.disk-full`.
 */
export const openDatabase = async (path: string, tell: (notice: NoticeText) => void): Promise<Database> => {
  const Driver = await loadDriver();
  const open = () => {
    try {
      return openChecked(Driver, path);
    } catch (error) {
      throw readableError(error, path);
    }
  };
  const first = open();
  if ('database' in first) return first.database;

  const { fault, version } = first;
  const aside = setAside(path, fault === 'newer' ? `newer-v${version}` : 'broken');
  tell(
    fault === 'newer'
      ? {
          level: 'warning',
          message: `The database was written by a newer Eevee (version ${version}, this one knows ${databaseVersion}). It was set aside as ${aside} and a fresh one begun.`,
          remedy: 'To see the old sessions again, install the newer Eevee and move that file back.',
        }
      : {
          level: 'error',
          message: `The database was damaged. It was set aside as ${aside} and a fresh one begun.`,
          remedy: 'Saved states and autosaves are files of their own and are still there.',
        },
  );
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
