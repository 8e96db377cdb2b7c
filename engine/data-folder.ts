import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { EeveeError, type Problem } from '../protocol/errors.ts';

/** Free space below which the engine does not begin: a database, a log and a few states fit in it. */
const leastFreeBytes = 8 * 1024 * 1024;

const errorCode = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | null)?.code;

/**
 * What a failed write means for the user: read-only, full, or a path that is no folder; null for anything
 * else. Knows the codes of the file system (`ENOSPC`) and of SQLite (`SQLITE_FULL`).
 */
export const writeProblem = (error: unknown, path: string): Problem | null => {
  switch (errorCode(error)) {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_READONLY_CANTINIT':
      return {
        code: 'resource.folder-read-only',
        message: `The folder ${path} cannot be written to (${errorCode(error)}).`,
        remedy: 'Give this user the right to write there, or choose another folder with --data-dir.',
        field: 'dataDir',
        value: path,
      };
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return diskFull(path);
    case 'ENOTDIR':
    case 'EEXIST':
      return {
        code: 'configuration.invalid',
        message: `${path} cannot be the data folder: it, or a part of its path, is a file.`,
        remedy: 'Choose a folder with --data-dir.',
        field: 'dataDir',
        value: path,
      };
    default:
      return null;
  }
};

const diskFull = (path: string, freeBytes?: number): Problem => ({
  code: 'resource.disk-full',
  message:
    freeBytes === undefined
      ? `The disk that holds ${path} is full.`
      : `The disk that holds ${path} is full: ${freeBytes} bytes are free, ${leastFreeBytes} are needed.`,
  remedy: 'Free some space, or choose a folder on another disk with --data-dir.',
  field: 'dataDir',
  value: path,
});

/** The path itself, or its nearest parent that exists. */
const nearestExisting = (path: string): string =>
  existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path));

/** Free bytes for this user at `path`, or at its nearest parent that exists. */
export const freeBytesAt = (path: string): number => {
  const { bavail, bsize } = statfsSync(nearestExisting(path));
  return bavail * bsize;
};

/** What the settings are kept in. */
export const settingsFileName = 'settings.json';

/** Folders and files of the data folder, by what they hold. */
export interface DataFolder {
  root: string;
  database: string;
  settings: string;
  log: string;
  sessions: string;
  benchmarks: string;
  cores: string;
  /** Copies of the player's own ROMs, and pictures of the games. */
  roms: string;
  art: string;
  backups: string;
  /** Attachments of feedback, a folder an item. */
  outbox: string;
  /** Decisions that were rated, each with what it takes to decide them again. */
  cases: string;
  /** What cores ask for as their system folder. */
  system: string;
}

/**
 * Makes the data folder if it is absent and proves that it can be written to, before anything is put there.
 * Throws `resource.folder-read-only`, `resource.disk-full` or `configuration.invalid`.
 */
export const openDataFolder = (root: string): DataFolder => {
  const folder: DataFolder = {
    root,
    database: join(root, 'eevee.db'),
    settings: join(root, settingsFileName),
    log: join(root, 'logs', 'engine.log'),
    sessions: join(root, 'sessions'),
    benchmarks: join(root, 'benchmarks'),
    cores: join(root, 'cores'),
    roms: join(root, 'roms'),
    art: join(root, 'art'),
    backups: join(root, 'backups'),
    outbox: join(root, 'outbox'),
    cases: join(root, 'cases'),
    system: join(root, 'system'),
  };
  const probe = join(root, `.probe-${process.pid}`);
  try {
    // Free space first: a probe of a few bytes still fits on a disk where the database would not.
    const free = freeBytesAt(root);
    if (free < leastFreeBytes) throw new EeveeError(diskFull(root, free));
    // Asked by itself: on a read-only disk Node's recursive mkdir says ENOENT (Node 24).
    accessSync(nearestExisting(root), constants.W_OK);
    mkdirSync(root, { recursive: true, mode: 0o700 });
    const file = openSync(probe, 'wx', 0o600);
    try {
      writeSync(file, new Uint8Array(4096));
      fsyncSync(file);
    } finally {
      closeSync(file);
      rmSync(probe, { force: true });
    }
    const { sessions, benchmarks, cores, roms, art, outbox, cases, system } = folder;
    for (const each of [join(root, 'logs'), sessions, benchmarks, cores, roms, art, outbox, cases, system]) {
      mkdirSync(each, { recursive: true, mode: 0o700 });
    }
  } catch (error) {
    const problem = writeProblem(error, root);
    throw problem ? new EeveeError(problem, { cause: error }) : error;
  }
  return folder;
};
