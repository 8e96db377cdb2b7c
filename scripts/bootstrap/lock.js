import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Who holds a lock. `born` tells a process from a later one with the same number; empty where the system
 * does not say.
 * @typedef {{ pid: number, born: string }} Holder
 */

/**
 * When a process started, in the kernel's own unit.
 * @param {number} pid
 */
const bornAt = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22 of proc(5); the name in field 2 may hold spaces and brackets, so count from its end.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

/** @param {number} pid */
const isRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process: there, but not ours to signal.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
};

/** @param {Holder} holder */
export const isAlive = (holder) =>
  isRunning(holder.pid) && (!holder.born || holder.born === bornAt(holder.pid));

/** @returns {Holder} */
const ourselves = () => ({ pid: process.pid, born: bornAt(process.pid) });

/** @param {string} path @returns {Holder | null} */
const readHolder = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

/**
 * Creates the lock with its content in one step: a lock file is never seen empty.
 * @param {string} path
 */
const tryCreate = (path) => {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(ourselves()));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
};

/**
 * Takes a dead process's lock away. Between our look and our move another process may have done the same
 * and taken the lock: then what we moved is a live lock, and it goes back.
 * @param {string} path
 */
const removeStale = (path) => {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  try {
    if (moved && isAlive(moved)) linkSync(aside, path);
  } catch {
    // Its place is taken by a third process: that one found no lock and works on its own.
  }
  rmSync(aside, { force: true });
};

/**
 * Waits for the lock and takes it.
 * @param {string} path
 * @param {{ onWait?: (holder: Holder) => void, pollMs?: number }} [options] `onWait` is called once
 * @returns {Promise<() => void>} gives the lock back; also done when the process exits
 */
export const acquireLock = async (path, { onWait, pollMs = 250 } = {}) => {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryCreate(path)) {
    const holder = readHolder(path);
    if (holder && isAlive(holder)) {
      if (!told) onWait?.(holder);
      told = true;
      await sleep(pollMs);
    } else {
      removeStale(path);
    }
  }
  const release = () => {
    process.off('exit', release);
    if (readHolder(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return release;
};
