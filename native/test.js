#!/usr/bin/env node
/**
 * Runs the C++ tests. With --sanitize: under AddressSanitizer and UndefinedBehaviorSanitizer, and, beside them, the
 * kernels' tests on Arm and a short run of each fuzzer, where their tools are installed.
 *
 *   node native/test.js [--sanitize] [part of a test's name]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAddon } from './build.js';
import { runArmTests } from './checks/arm.js';
import { ended } from './checks/ended.js';
import { fuzzerNames, runFuzzer } from './checks/fuzzers.js';

const args = process.argv.slice(2);
const filter = args.filter((argument) => !argument.startsWith('--'));

const sanitize = args.includes('--sanitize');

/** @returns {Promise<string>} a line about it; rejects where a test failed, which it has printed */
const runTests = async () => {
  const { outDir } = await buildAddon({ sanitize, target: 'eevee_tests' });
  const scratch = mkdtempSync(join(tmpdir(), 'eevee-native-'));
  try {
    const { status } = await ended(join(outDir, 'eevee_tests'), [join(outDir, 'cores'), scratch, ...filter], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error(`Native C++ tests${sanitize ? ' with sanitizers' : ''} failed.`);
    return `Native C++ tests passed${sanitize ? ' with sanitizers' : ''}.`;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
};

const runChecks = async () => {
  const lines = [await runArmTests()];
  // The same inputs each time: who looks for new ones runs native/fuzz.js.
  for (const name of fuzzerNames) lines.push(await runFuzzer(name));
  return lines.join('\n');
};

const whole = filter.length === 0;
for (const end of await Promise.allSettled([runTests(), ...(sanitize && whole ? [runChecks()] : [])])) {
  if (end.status === 'fulfilled') console.log(end.value);
  else {
    console.error(end.reason instanceof Error ? end.reason.message : end.reason);
    process.exitCode = 1;
  }
}
