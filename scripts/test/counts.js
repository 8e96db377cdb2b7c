import { stripVTControlCharacters } from 'node:util';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {string} line @param {string} word */
const numberBefore = (line, word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);

/**
 * The counts that a test runner's output closes with: Vitest's "Tests  3 failed | 40 passed (43)", the C++ tests'
 * "65 of 66 native tests passed", or "12 passed, 0 failed" alone on a line. Null: it says nothing of the kind.
 * @param {string} output
 * @returns {Counts | null}
 */
export const countsIn = (output) => {
  const lines = stripVTControlCharacters(output).split('\n');
  const line = lines.findLast((one) =>
    [/^\s*Tests\s.*\d/, /^\s*\d+ of \d+ .*tests passed/, /^\s*\d+ passed, \d+ failed/].some((form) =>
      form.test(one),
    ),
  );
  if (line === undefined) return null;
  const [, some, all] = /^\s*(\d+) of (\d+) /.exec(line) ?? [];
  if (some && all) return { passed: Number(some), failed: Number(all) - Number(some), skipped: 0 };
  const skipped = numberBefore(line, 'skipped') + numberBefore(line, 'todo');
  return { passed: numberBefore(line, 'passed'), failed: numberBefore(line, 'failed'), skipped };
};
