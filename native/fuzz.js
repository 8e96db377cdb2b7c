#!/usr/bin/env node
/**
 * Looks for inputs from outside that break the native code; `npm test` runs a short, repeatable part of it.
 *
 *   node native/fuzz.js [frames|onnx|raw-frames …] [--seconds 60] [--keep]
 *
 * --keep adds inputs that reach new code to the kept corpus.
 */
import { parseArgs } from 'node:util';
import { fuzzerNames, runFuzzer } from './checks/fuzzers.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, keep: { type: 'boolean', default: false } },
});
for (const name of positionals.length > 0 ? positionals : fuzzerNames) {
  try {
    console.log(await runFuzzer(name, { seconds: Number(values.seconds), keep: values.keep, show: true }));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
