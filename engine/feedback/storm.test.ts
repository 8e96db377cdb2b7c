import { expect, test } from 'vitest';
import { scratchFolder } from '../testing/engine.ts';
import { storm } from './testing/storm.ts';

test('killed again and again, with a hub that fails in every way: each report arrives exactly once', async () => {
  const result = await storm({ folder: scratchFolder(), seed: 7, kills: 6, reportsALife: 12, faults: 0.5 });
  expect(result).toMatchObject({ lost: [], twice: [], broken: [] });
  expect(result.agreed).toBeGreaterThanOrEqual(6);
  // A report may have been agreed to in the moment before its id could be printed.
  expect(result.stored).toBeGreaterThanOrEqual(result.agreed);
  expect(result.stored).toBeLessThanOrEqual(result.agreed + 6);
  expect(result.spoiled).toBeGreaterThan(3);
}, 240_000);
