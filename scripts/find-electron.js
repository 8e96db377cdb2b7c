import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { standIn } from './bootstrap/electron-stand-in.js';
import { root } from './bootstrap/paths.js';

/**
 * `args`: what comes before all other arguments, so that this Electron runs our shell.
 * @typedef {{ path: string, version: string, kind: 'official' | 'stand-in', args: string[] }} Electron
 */

/** @param {string} path */
const readText = (path) => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
};

/** The one from Electron's release page, of the version that package.json asks for. @returns {Electron | null} */
export const findOfficialElectron = () => {
  const folder = join(root, 'node_modules', 'electron');
  const description = readText(join(folder, 'package.json'));
  const program = readText(join(folder, 'path.txt'));
  if (!description || !program) return null;
  const { version } = JSON.parse(description);
  const path = join(folder, 'dist', program);
  if (readText(join(folder, 'dist', 'version'))?.replace(/^v/, '') !== version || !existsSync(path))
    return null;
  return { path, version, kind: 'official', args: [join(root, 'dist', 'electron')] };
};

/** @returns {Electron | null} */
const findStandIn = () => {
  const note = readText(join(standIn.folder, 'stand-in.json'));
  const path = join(standIn.folder, 'electron');
  if (!note || JSON.parse(note).from !== standIn.package || !existsSync(path)) return null;
  return { path, version: standIn.version, kind: 'stand-in', args: [] };
};

/** The Electron that runs our shell in development: the official one, else the stand-in, else null. */
export const findElectron = () => findOfficialElectron() ?? findStandIn();
