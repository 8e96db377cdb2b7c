import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { cacheFolder, root } from './paths.js';
import { lastLines, run, StepError } from './run.js';

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean,
 *   os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 * @typedef {{ platform: string, arch: string, glibc: boolean }} Machine
 */

/** Left behind when an install is interrupted: then nothing in node_modules can be trusted. */
const unfinishedMark = join(cacheFolder, 'node-modules-unfinished');

/** @param {string | string[] | undefined} list @param {string} value */
const allows = (list, value) => {
  const entries = [list ?? []].flat();
  if (entries.includes(`!${value}`)) return false;
  const wanted = entries.filter((entry) => !entry.startsWith('!'));
  return wanted.length === 0 || wanted.includes(value);
};

/**
 * Whether a locked package has to be there on this machine. Optional ones without a platform come along with
 * other platforms' packages, and npm leaves them out as it likes.
 * @param {LockedPackage} entry
 * @param {Machine} machine
 */
export const isNeeded = (entry, { platform, arch, glibc }) => {
  if (entry.link) return false;
  if (!entry.optional && !entry.devOptional && !entry.peer) return true;
  if (entry.os === undefined || entry.cpu === undefined) return false;
  if (entry.libc !== undefined && !(glibc && allows(entry.libc, 'glibc'))) return false;
  return allows(entry.os, platform) && allows(entry.cpu, arch);
};

/** @returns {Machine} */
const thisMachine = () => ({
  platform: process.platform,
  arch: process.arch,
  glibc: ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1'].some((loader) => existsSync(loader)),
});

/**
 * The first difference between what is locked and what npm noted as installed; null: none.
 * @param {LockFile} locked package-lock.json
 * @param {LockFile} installed node_modules/.package-lock.json
 * @param {Machine} machine
 */
export const firstDifference = (locked, installed, machine) => {
  for (const [path, entry] of Object.entries(locked.packages)) {
    if (path === '') continue;
    const there = installed.packages[path];
    if (there ? there.version !== entry.version : isNeeded(entry, machine)) return path;
  }
  return null;
};

/** @param {string} path @returns {LockFile | null} */
const readLock = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/** Why the packages have to be installed; null: they are as locked. */
export const nodeModulesReason = () => {
  if (existsSync(unfinishedMark)) return 'the last install was interrupted';
  const locked = readLock(join(root, 'package-lock.json'));
  if (!locked)
    throw new StepError('package-lock.json cannot be read.', { remedy: 'git checkout -- package-lock.json' });
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (!installed) return 'not installed yet';
  const different = firstDifference(locked, installed, thisMachine());
  if (different) return `${different} is not the locked version`;
  const gone = Object.keys(installed.packages).find((path) => !existsSync(join(root, path, 'package.json')));
  return gone === undefined ? null : `${gone} is gone`;
};

/**
 * npm 10 takes `.bin/node` away again together with the other platforms' Node packages, which it tries and
 * drops. npm scripts need it there: it is how they come to run in Node 24.
 */
export const linkNode = () => {
  if (process.platform === 'win32') return;
  const link = join(root, 'node_modules', '.bin', 'node');
  const name = `node-${process.platform}-${process.arch}`;
  if (existsSync(link) || !existsSync(join(root, 'node_modules', name, 'bin', 'node'))) return;
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync(join('..', name, 'bin', 'node'), link);
};

/**
 * npm as it was started, or the one on the PATH. Its own Node where npm tells: ours is about to be replaced.
 * @returns {[string, ...string[]]}
 */
export const npmCommand = () => {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const known = script && basename(script) === 'npm-cli.js' && existsSync(script);
  if (known) return [node && existsSync(node) ? node : process.execPath, script];
  return process.platform === 'win32' ? ['cmd', '/c', 'npm'] : ['npm'];
};

/**
 * Installs what the lock file names. Not `npm ci`: npm 11 refuses a lock file that lacks any other platform's
 * optional package, and a registry mirror that has only some of them writes such lock files.
 * @param {(line: string) => void} onLine
 */
export const installNodeModules = async (onLine) => {
  if (existsSync(unfinishedMark)) rmSync(join(root, 'node_modules'), { recursive: true, force: true });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(unfinishedMark, '');
  const [program, ...args] = npmCommand();
  const result = await run(
    'npm',
    program,
    [...args, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=warn'],
    { onLine, env: { npm_config_yes: 'true', NODE_ENV: '' } },
  );
  if (result.code !== 0) {
    throw new StepError('npm could not install the packages of package-lock.json.', {
      remedy: 'Check that the npm registry can be reached (npm ping), then run this again.',
      output: lastLines(result.output, 40),
      log: result.log,
    });
  }
  rmSync(unfinishedMark);
  linkNode();
  const reason = nodeModulesReason();
  if (reason) {
    throw new StepError(`npm finished, but ${reason}.`, {
      remedy:
        'If package.json was changed by hand, run npm install once; otherwise delete node_modules and run this again.',
      output: lastLines(result.output, 40),
      log: result.log,
    });
  }
};
