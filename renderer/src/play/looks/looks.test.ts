import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLooks, strengthRange, usualLooks } from './looks.ts';

it('keeps what was chosen, and makes sense of anything else', () => {
  const chosen = { ...usualLooks, grid: true, palette: 'safe', strength: 55 };
  expect(readLooks(chosen)).toEqual(chosen);
  expect(readLooks({ palette: 'neon', strength: 'much', cells: 1 })).toEqual(usualLooks);
  expect(readLooks({ strength: 1e9 }).strength).toBe(strengthRange.max);
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      const { strength, ...looks } = readLooks(stored);
      expect(Object.keys(looks)).toHaveLength(5);
      expect(strength).toBeGreaterThanOrEqual(strengthRange.min);
    }),
  );
});
