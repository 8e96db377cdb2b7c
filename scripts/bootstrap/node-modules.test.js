import { expect, test } from 'vitest';
import { firstDifference, isNeeded } from './node-modules.js';

const machine = { platform: 'linux', arch: 'x64', glibc: true };
/** @param {Record<string, import('./node-modules.js').LockedPackage>} packages */
const lock = (packages) => ({ packages: { '': {}, ...packages } });

test('what is locked and installed is no difference', () => {
  const same = lock({ 'node_modules/zod': { version: '4.0.0' } });
  expect(firstDifference(same, same, machine)).toBeNull();
});

test('a missing package and another version are differences', () => {
  const locked = lock({ 'node_modules/zod': { version: '4.0.0' } });
  expect(firstDifference(locked, lock({}), machine)).toBe('node_modules/zod');
  expect(firstDifference(locked, lock({ 'node_modules/zod': { version: '3.0.0' } }), machine)).toBe(
    'node_modules/zod',
  );
});

test("another platform's package is not needed, ours is", () => {
  const ours = { version: '1', optional: true, os: ['linux'], cpu: ['x64'], libc: ['glibc'] };
  expect(isNeeded(ours, machine)).toBe(true);
  expect(isNeeded({ ...ours, os: ['darwin'] }, machine)).toBe(false);
  expect(isNeeded({ ...ours, cpu: 'arm64' }, machine)).toBe(false);
  expect(isNeeded({ ...ours, libc: ['musl'] }, machine)).toBe(false);
  expect(isNeeded({ ...ours, os: ['!linux'] }, machine)).toBe(false);
});

test('an optional package without a platform may be left out', () => {
  expect(isNeeded({ version: '1', optional: true }, machine)).toBe(false);
});
