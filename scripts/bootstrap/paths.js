import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Notes on what was built from which inputs; they go when `build/` goes, as what they speak of does. */
export const stampFolder = join(root, 'build', 'stamps');

/** Downloads, logs and locks: worth keeping between builds, never committed. */
export const cacheFolder = join(root, '.cache');
export const logFolder = join(cacheFolder, 'logs');

/**
 * The folder in which the user typed the command: npm runs scripts in the checkout, and tells in INIT_CWD where it
 * was called. Relative paths that a user gives begin here.
 */
export const typedIn = () => (process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd());
