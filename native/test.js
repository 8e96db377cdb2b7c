#!/usr/bin/env node
/**
 * Runs the C++ tests, and with --sanitize once more under AddressSanitizer and UndefinedBehaviorSanitizer, then the
 * kernels' tests on Arm and a short run of each fuzzer, where their tools are installed.
 *
 *   node native/test.js [--sanitize] [part of a test's name]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAddon } from './build.js';
import { runArmTests } from './checks/arm.js';
import { fuzzerNames, runFuzzer } from './checks/fuzzers.js';

const args = process.argv.slice(2);
const filter = args.filter((argument) => !argument.startsWith('--'));

const runTests = async (sanitize) => {
  const { outDir } = await buildAddon({ sanitize, target: 'eevee_tests' });
  const scratch = mkdtempSync(join(tmpdir(), 'eevee-native-'));
  try {
    const { status, signal } = spawnSync(
      join(outDir, 'eevee_tests'),
      [join(outDir, 'cores'), scratch, ...filter],
      { stdio: 'inherit' },
    );
    return status === 0 && !signal;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

try {
  const plain = await runTests(false);
  const sanitized = args.includes('--sanitize') ? await runTests(true) : undefined;
  const word = (passed) => (passed === undefined ? 'not run' : passed ? 'passed' : 'FAILED');
  console.log(`Native C++ tests: plain ${word(plain)}, with sanitizers ${word(sanitized)}.`);
  if (!plain || sanitized === false) process.exitCode = 1;
  if (sanitized !== undefined && filter.length === 0) {
    console.log(await runArmTests());
    // The same inputs each time: who looks for new ones runs native/fuzz.js.
    for (const name of fuzzerNames) console.log(await runFuzzer(name));
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
