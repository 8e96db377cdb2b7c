import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, lutimesSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.js';

/**
 * Seconds since 1970 that everything in a package carries as its time: SOURCE_DATE_EPOCH, else when the commit
 * was made, else 2026 began. See https://reproducible-builds.org/specs/source-date-epoch/
 */
export const sourceDate = () => {
  const given = process.env.SOURCE_DATE_EPOCH;
  if (given !== undefined && /^\d+$/.test(given)) return Number(given);
  try {
    const options = { cwd: root, encoding: /** @type {const} */ ('utf8') };
    return Number(execFileSync('git', ['log', '-1', '--format=%ct'], { ...options, stdio: 'pipe' }));
  } catch {
    return Date.UTC(2026, 0, 1) / 1000;
  }
};

/**
 * Everything below a folder, each folder before what is in it, sorted by name.
 * @param {string} folder
 * @returns {string[]} paths
 */
export const everythingBelow = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? [path, ...everythingBelow(path)] : [path];
    });

/**
 * Gives a folder and all below it the same rights and times, whoever built it and when: readable for all,
 * executable if it was for anyone, writable for the owner alone.
 * @param {string} folder
 * @param {number} seconds
 */
export const tidy = (folder, seconds) => {
  for (const path of [...everythingBelow(folder), folder].reverse()) {
    const entry = lstatSync(path);
    if (!entry.isSymbolicLink())
      chmodSync(path, entry.isDirectory() || (entry.mode & 0o111) !== 0 ? 0o755 : 0o644);
    lutimesSync(path, seconds, seconds);
  }
};
