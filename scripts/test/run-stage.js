import { join } from 'node:path';
import { findNode24 } from '../bootstrap/node24.js';
import { root } from '../bootstrap/paths.js';
import { seconds } from '../bootstrap/progress.js';
import { lastLines, run } from '../bootstrap/run.js';
import { countsIn } from './counts.js';

/**
 * @typedef {import('./stages.js').Stage} Stage
 * @typedef {import('./counts.js').Counts} Counts
 */

/** Lines of a failed command's output that are shown; the log has all of them. */
const shownLines = 120;

/** @param {string} script of ours, or below node_modules */
const scriptPath = (script) =>
  /^(scripts|native)\//.test(script) ? join(root, script) : join(root, 'node_modules', script);

/**
 * What one command's end means in tests. A runner that fails and counts no failure (it crashed) counts as one.
 * @param {Stage} stage
 * @param {{ code: number, output: string }} result
 * @returns {Counts}
 */
export const countsOf = (stage, { code, output }) => {
  const none = { passed: 0, failed: 0, skipped: 0 };
  if (!stage.tests) return code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 };
  const counted = countsIn(output) ?? none;
  if (code === 0 && counted.passed + counted.skipped === 0) return { ...none, failed: 1 };
  return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
};

/** @param {Counts} counts */
const inWords = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/**
 * Runs all commands of a stage, and prints the output of those that fail and a line about the whole.
 * @param {Stage} stage
 * @param {{ filters: string[], verbose: boolean }} options
 * @returns {Promise<Counts>}
 */
export const runStage = async (stage, { filters, verbose }) => {
  const began = performance.now();
  const total = { passed: 0, failed: 0, skipped: 0 };
  const heartbeat = setInterval(
    () => console.log(`  … ${stage.name}: ${seconds(performance.now() - began)}`),
    60_000,
  );
  try {
    for (const [index, [script = '', ...args]] of stage.commands.entries()) {
      const name = `test-${stage.name}-${index + 1}`;
      const result = await run(name, findNode24(), [scriptPath(script), ...args, ...filters], {
        timeoutMs: stage.minutes * 60_000,
        onLine: verbose ? (line) => console.log(`  ${line}`) : undefined,
        env: { FORCE_COLOR: undefined, NO_COLOR: '1' },
      });
      const counts = countsOf(stage, result);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
      if (result.code === 0 && counts.failed === 0) continue;
      console.log(
        `\n${script} ${args.join(' ')} ended with ${result.code}:\n${lastLines(result.output, shownLines)}`,
      );
      console.log(`(all of it: ${result.log})\n`);
    }
  } finally {
    clearInterval(heartbeat);
  }
  const mark = total.failed === 0 ? '✓' : '✗';
  console.log(
    `${mark} ${stage.name.padEnd(10)} ${seconds(performance.now() - began).padStart(8)}   ${inWords(total)}   ${stage.title}`,
  );
  return total;
};
