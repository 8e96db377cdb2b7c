import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeStamp, staleReason, writeStamp } from './stamps.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eevee-stamps-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const made = () => {
  const output = join(folder, 'output');
  writeFileSync(output, '');
  writeStamp(folder, 'thing', { inputs: 'abc', outputs: [output] });
  return output;
};

test('what was never built is not up to date', () => {
  expect(staleReason(folder, 'thing', 'abc')).toBe('not built yet');
});

test('the same inputs need no second build', () => {
  made();
  expect(staleReason(folder, 'thing', 'abc')).toBeNull();
});

test('other inputs do', () => {
  made();
  expect(staleReason(folder, 'thing', 'abd')).toBe('its sources changed');
});

test('a deleted output is built again', () => {
  const output = made();
  rmSync(output);
  expect(staleReason(folder, 'thing', 'abc')).toBe(`${output} is gone`);
});

test('an interrupted build is not up to date: its stamp went before it began', () => {
  made();
  removeStamp(folder, 'thing');
  expect(staleReason(folder, 'thing', 'abc')).toBe('not built yet');
});

test('half a stamp counts as none', () => {
  writeFileSync(join(folder, 'thing.json'), '{"inputs": "ab');
  expect(staleReason(folder, 'thing', 'abc')).toBe('not built yet');
});
