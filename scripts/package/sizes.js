import { lstatSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { everythingBelow } from './tidy.js';

/** Parts of the application by what their paths begin with, the first that fits. @type {[string, RegExp][]} */
const parts = [
  ['shell and page', /^resources\/(app\.asar|runtime\/dist\/)/],
  ['Node', /^resources\/runtime\/bin\//],
  ['onnxruntime', /^resources\/runtime\/node_modules\/onnxruntime/],
  ['SQLite', /^resources\/runtime\/node_modules\/better-sqlite3\//],
  ["other packages of the engine's", /^resources\/runtime\/node_modules\//],
  ['addon', /^resources\/runtime\/native\/build\//],
  ['games and models', /^resources\/runtime\/(games|models)\//],
  ["the engine's own code", /^resources\/runtime\//],
  ['licences', /^LICENSE/],
  ['Electron', /./],
];

/**
 * How large each part of an unpacked application is.
 * @param {string} folder
 * @returns {{ part: string, bytes: number }[]} largest first
 */
export const sizesOf = (folder) => {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const file of everythingBelow(folder)) {
    const entry = lstatSync(file);
    if (entry.isDirectory()) continue;
    const name = relative(folder, file).split(sep).join('/');
    const [part = ''] = parts.find(([, pattern]) => pattern.test(name)) ?? [];
    sums.set(part, (sums.get(part) ?? 0) + entry.size);
  }
  return [...sums].map(([part, bytes]) => ({ part, bytes })).sort((a, b) => b.bytes - a.bytes);
};
