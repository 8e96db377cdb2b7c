import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildRom } from '../games/thistlevale/build.js';
import { buildAddon } from './build.js';
import { openNetwork } from './infer.ts';
import { installedCore, nativeDir, problemFrom, Scratch } from './testing/fixtures.ts';
import {
  compareWithOnnxruntime,
  type Parity,
  randomNumbers,
  randomPlay,
} from './testing/inference-parity.ts';
import { openToolsHost } from './tools.ts';

const root = join(nativeDir, '..');
const eyes = readFileSync(join(root, 'models/thistlevale-eyes/model.onnx'));
const fixed = readFileSync(join(root, 'benchmarks/native/fixed-net.onnx'));
const core = installedCore('mgba');
const scratch = new Scratch();

beforeAll(() => buildAddon(), 600_000);
afterAll(() => scratch.remove());

/** The bar of the engine: within one quantum for 99.9 % of elements, and the same classes. */
const expectParity = (parity: Parity): void => {
  expect(parity.elements).toBeGreaterThan(0);
  expect(parity.beyondOne / parity.elements).toBeLessThanOrEqual(0.001);
  expect(parity.otherClasses).toBe(0);
};

function* noise(count: number, size: number): Generator<Uint8Array> {
  const random = randomNumbers(7);
  for (let i = 0; i < count; i += 1) yield Uint8Array.from({ length: size }, () => random(256));
}

describe('against onnxruntime', () => {
  test('on noise', async () => {
    expectParity(await compareWithOnnxruntime(eyes, noise(50, 144 * 160)));
    expectParity(await compareWithOnnxruntime(fixed, noise(200, 84 * 84)));
  });

  test.skipIf(core === undefined)(
    'on frames of the game',
    async () => {
      const { rom } = await buildRom();
      const host = openToolsHost({
        core: core!,
        rom,
        systemDir: join(scratch.path, 'system'),
        saveDir: join(scratch.path, 'save'),
      });
      const parity = await compareWithOnnxruntime(eyes, randomPlay(host, 1000));
      host.close();
      expectParity(parity);
      expect(parity.frames).toBe(1000);
    },
    120_000,
  );
});

describe('a network', () => {
  test('says what it takes and gives', () => {
    const network = openNetwork(eyes);
    expect(network.macs).toBe(5_185_824);
    expect(network.inputs).toMatchObject([
      { name: 'grey', dims: [1, 1, 144, 160], elements: 23_040, zero: 0 },
    ]);
    expect(network.outputs.map(({ name, dims }) => ({ name, dims }))).toEqual([
      { name: 'scene', dims: [1, 8] },
      { name: 'cells', dims: [1, 11, 9, 10] },
    ]);
  });

  test('gives a batch what it gives each sample', () => {
    const network = openNetwork(fixed, { maxBatch: 5 });
    const samples = [...noise(5, 84 * 84)];
    const together = network.run(Uint8Array.from(samples.flatMap((sample) => [...sample])), 5)[0]!;
    const apart = samples.flatMap((sample) => [...network.run(sample)[0]!]);
    expect([...together]).toEqual(apart);
  });

  test('times its runs', () => {
    const times = openNetwork(fixed).timeRuns(20, 100);
    expect(times).toHaveLength(20);
    expect(Math.min(...times)).toBeGreaterThan(0);
  });

  test('refuses what it is not', () => {
    const network = openNetwork(fixed, { maxBatch: 2 });
    const codeOf = (body: () => unknown): string => problemFrom(body).code;
    expect(codeOf(() => network.run(new Uint8Array(3)))).toBe('configuration.invalid');
    expect(codeOf(() => network.run(new Uint8Array(84 * 84 * 3), 3))).toBe('configuration.invalid');
    expect(codeOf(() => network.run([]))).toBe('configuration.invalid');
    expect(codeOf(() => network.timeRuns(-1, 0))).toBe('configuration.invalid');
    expect(codeOf(() => openNetwork(fixed, { maxBatch: 0 }))).toBe('configuration.invalid');
    expect(codeOf(() => openNetwork(Uint8Array.of(1, 2, 3)))).toBe('resource.model-invalid');
    expect(codeOf(() => openNetwork('model.onnx' as unknown as Uint8Array))).toBe('configuration.invalid');
  });

  test('names the operator that it does not cover', () => {
    // The same length, so that nothing else in the file changes.
    const text = Buffer.from(fixed).toString('latin1').replaceAll('Relu', 'Selu');
    expect(problemFrom(() => openNetwork(Buffer.from(text, 'latin1')))).toMatchObject({
      code: 'resource.model-invalid',
      field: 'operator',
      value: 'Selu',
    });
  });
});
