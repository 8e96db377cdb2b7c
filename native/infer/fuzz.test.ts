import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** Seconds of new inputs, after the kept ones; `node native/infer/fuzz.js 600` looks harder. */
const seconds = 3;

test('the fuzzer finds no input that breaks the loader', () => {
  const script = fileURLToPath(new URL('fuzz.js', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, String(seconds)], {
    encoding: 'utf8',
  });
  if (stdout.includes('skipped')) console.log(stdout.trim());
  expect(status, stderr.slice(-4000)).toBe(0);
}, 600_000);
