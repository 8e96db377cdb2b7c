import { join } from 'node:path';
import { expect, test } from 'vitest';
import { benchFiguresSchema } from '../../../protocol/hardware.ts';
import { askBench } from '../ask.ts';
import { bench } from './bench.ts';
import { measureInteger, sortOnce } from './integer.ts';
import { measureMemory } from './memory.ts';

const models = join(import.meta.dirname, '..', '..', '..', 'models');

test('this very computer is measured, in a process of its own', async () => {
  const { figures, instructionSet } = await askBench(join(models, 'thistlevale-eyes'));
  expect(benchFiguresSchema.parse(figures).faults).toEqual([]);
  for (const figure of ['integer', 'memory', 'network', 'networkUnpaced'] as const) {
    expect(figures[figure]).toBeGreaterThan(0);
  }
  expect(instructionSet).toMatch(/^[a-z0-9]+$/);
});

test('a part that cannot run leaves the others', () => {
  const { figures, instructionSet } = bench(join(models, 'no-such-model'));
  expect(figures).toMatchObject({ network: null, faults: [{ what: 'the network' }] });
  expect(figures.integer).toBeGreaterThan(0);
  expect(figures.memory).toBeGreaterThan(0);
  expect(instructionSet).toBeNull();
});

test('the integer work is the same every time, and sorts', () => {
  const list = new Int32Array(4096);
  const steps = sortOnce(list);
  expect(sortOnce(list)).toBe(steps);
  expect([...list]).toEqual([...list].sort((a, b) => a - b));
});

test('a part stops when its time is over, however slow the machine', () => {
  for (const measure of [measureInteger, measureMemory]) {
    let reads = 0;
    // A clock on which every look at it takes 30 ms.
    const clock = () => 30 * reads++;
    expect(measure(80, clock)).toBeGreaterThan(0);
    expect(reads).toBeLessThan(10);
  }
});
