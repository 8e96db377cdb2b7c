import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Histogram } from './histogram.ts';

test('percentiles are right to a thirtieth, and the maximum exactly', () => {
  const values = fc.array(fc.double({ min: 0.05, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(values, (given) => {
      const histogram = new Histogram();
      for (const value of given) histogram.add(value);
      const sorted = [...given].sort((a, b) => a - b);
      const exact = (share: number) => sorted[Math.ceil(share * sorted.length) - 1]!;
      const { count, max, ...stats } = histogram.stats();
      expect(count).toBe(given.length);
      expect(max).toBe(sorted.at(-1));
      for (const [name, share] of [
        ['p50', 0.5],
        ['p95', 0.95],
        ['p99', 0.99],
        ['p999', 0.999],
      ] as const) {
        expect(stats[name]).toBeGreaterThanOrEqual(exact(share) * 0.999);
        expect(stats[name]).toBeLessThanOrEqual(exact(share) * 1.03);
      }
    }),
  );
});

test('nothing, zero, negative and unreadable values', () => {
  const histogram = new Histogram();
  expect(histogram.stats()).toEqual({ count: 0, p50: 0, p95: 0, p99: 0, p999: 0, max: 0 });
  for (const value of [0, -5, Number.NaN]) histogram.add(value);
  expect(histogram.stats()).toMatchObject({ count: 3, max: 0, p999: 0 });
  histogram.clear();
  expect(histogram.stats().count).toBe(0);
});
