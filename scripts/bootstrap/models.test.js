import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultOf } from './models.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eevee-models-'));
  writeFileSync(join(folder, 'eyes.onnx'), 'weights');
});
afterEach(() => rmSync(folder, { recursive: true }));

const entry = { file: 'eyes.onnx', bytes: 7, sha256: createHash('sha256').update('weights').digest('hex') };

test('weights as the manifest says are fine', () => {
  expect(faultOf(folder, entry)).toBeNull();
});

test('missing, shortened and changed weights are told apart', () => {
  expect(faultOf(folder, { ...entry, file: 'gone.onnx' })).toBe('models/gone.onnx is missing');
  expect(faultOf(folder, { ...entry, bytes: 8 })).toContain('7 bytes instead of 8');
  writeFileSync(join(folder, 'eyes.onnx'), 'weighty');
  expect(faultOf(folder, entry)).toContain('another hash');
});
