import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mending as nativeMending } from '../native/mending.ts';
import { mending } from '../protocol/mending.ts';
import { eeveeCommand, quoted } from './cli-command.ts';
import { scratchFolder } from './testing/engine.ts';

test('a command can be typed where one is: npm in a checkout, the program beside the code in a package', () => {
  expect(eeveeCommand('doctor')).toBe('npm run eevee -- doctor');
  const folder = join(scratchFolder(), 'an app');
  const code = join(folder, 'resources', 'runtime', 'engine', 'cli-command.js');
  expect(eeveeCommand('doctor', code)).toBe('eevee doctor');
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'bin', 'eevee'), '');
  expect(eeveeCommand('doctor', code)).toBe(`${quoted(join(folder, 'bin', 'eevee'))} doctor`);
});

test.each([mending, nativeMending])('a package is installed again, a checkout mends itself', (words) => {
  const inCheckout = { remedy: 'Run npm start.', command: 'npm start' };
  expect(words(inCheckout)).toBe(inCheckout);
  expect(words(inCheckout, '/opt/runtime/protocol/mending.js')).toEqual({
    remedy: 'Install Eevee again: a part of it is missing or broken.',
  });
});
