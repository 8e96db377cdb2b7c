import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} line @param {string} word */
const numberBefore = (line, word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);

/**
 * The counts that a test runner's output closes with: Vitest's "Tests  3 failed | 40 passed (43)", or
 * "12 passed, 0 failed" alone on a line. Null: it says nothing of the kind.
 * @param {string} output
 * @returns {Counts | null}
 */
export const countsIn = (output) => {
  const lines = stripVTControlCharacters(output).split('\n');
  const line = lines.findLast((one) => /^\s*Tests\s.*\d/.test(one) || /^\s*\d+ passed, \d+ failed/.test(one));
  if (line === undefined) return null;
  const skipped = numberBefore(line, 'skipped') + numberBefore(line, 'todo');
  return { passed: numberBefore(line, 'passed'), failed: numberBefore(line, 'failed'), skipped };
};
