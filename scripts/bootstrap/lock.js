import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A process. `born` tells it from a later one with the same number; empty where the system does not say.
 * @typedef {{ pid: number, born: string }} Process
 *
 * Who holds a lock, and the programs at work for it. They outlive a holder that is killed, and until they end
 * the lock is not free.
 * @typedef {Process & { workers?: Process[] }} Holder
 */

/**
 * What the kernel says of a process: when it started, in its own unit, and whether it has ended and only waits
 * for its parent to notice. Null where there is no /proc.
 * @param {number} pid
 */
const kernelView = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name in field 2 may hold spaces and brackets, so count from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { born: fields[19] ?? '', ended: fields[0] === 'Z' };
  } catch {
    return null;
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

/** @param {Process} one */
const isSame = ({ pid, born }) => {
  const seen = kernelView(pid);
  return isRunning(pid) && !seen?.ended && (!born || born === seen?.born);
};

/** The process because of which a lock is held: its holder, or what a dead holder left at work. @param {Holder} holder */
export const aliveIn = (holder) => [holder, ...(holder.workers ?? [])].find(isSame) ?? null;

/** @param {number} pid @returns {Process} */
const processOf = (pid) => ({ pid, born: kernelView(pid)?.born ?? '' });

/**
 * Who holds a lock; undefined: nobody, it is not there; null: its content is broken.
 * @param {string} path @returns {Holder | null | undefined}
 */
const readHolder = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT' ? undefined : null;
  }
};

/**
 * Creates a lock with its content in one step: a lock file is never seen empty.
 * @param {string} path
 */
const tryCreate = (path) => {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(processOf(process.pid)));
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

/** @param {string} path */
const isStale = (path) => {
  const holder = readHolder(path);
  return holder === null || (holder !== undefined && !aliveIn(holder));
};

/**
 * Takes a dead process's lock away. One process at a time, which looks again: between its first look and its move
 * another may have done the same and taken the lock, and a live one must not go.
 * @param {string} path
 */
const removeStale = (path) => {
  const broom = `${path}.stale`;
  if (!tryCreate(broom)) {
    // Held for an instant only, unless its holder was killed in it.
    if (isStale(broom)) rmSync(broom, { force: true });
    return;
  }
  try {
    if (isStale(path)) rmSync(path, { force: true });
  } finally {
    rmSync(broom, { force: true });
  }
};

/**
 * Waits for the lock and takes it.
 * @param {string} path
 * @param {{ onWait?: (holder: Process) => void, pollMs?: number }} [options] `onWait` is called once
 * @returns {Promise<{ release: () => void, noteWorkers: (pids: number[]) => void }>} `release` is also called
 *   when the process exits
 */
export const acquireLock = async (path, { onWait, pollMs = 250 } = {}) => {
  mkdirSync(dirname(path), { recursive: true });
  let told = false;
  while (!tryCreate(path)) {
    const holder = readHolder(path);
    const alive = holder && aliveIn(holder);
    if (alive) {
      if (!told) onWait?.(alive);
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
  /** @param {number[]} pids */
  const noteWorkers = (pids) => {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify({ ...processOf(process.pid), workers: pids.map(processOf) }));
    renameSync(draft, path);
  };
  return { release, noteWorkers };
};
