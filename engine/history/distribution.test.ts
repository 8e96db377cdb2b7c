import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Distribution } from './distribution.ts';
import { decodeFrameTimes, encodeFrameTimes } from './frame-times.ts';
import { packSeconds, unpackSeconds } from './minute-pack.ts';
import { addPlayed, nothingPlayed } from './played.ts';

const durations = fc.array(fc.double({ min: 1, max: 4e7, noNaN: true }), { minLength: 1, maxLength: 400 });
const of = (values: number[]): Distribution => {
  const distribution = new Distribution();
  for (const value of values) distribution.add(value);
  return distribution;
};
/** Exact: the mean of the largest share of all values, rounded up. */
const slowest = (values: number[], share: number): number => {
  const taken = values.toSorted((a, b) => b - a).slice(0, Math.ceil(values.length * share));
  return taken.reduce((sum, value) => sum + value, 0) / taken.length;
};

test('lows and percentiles are within one percent of the exact ones, whatever was played', () => {
  fc.assert(
    fc.property(durations, fc.constantFrom(0.001, 0.01, 0.1, 0.5), (values, share) => {
      const distribution = of(values);
      expect(distribution.meanOfLargest(share)! / slowest(values, share)).toBeCloseTo(1, 2);
      const exact = values.toSorted((a, b) => a - b)[Math.ceil(values.length * (1 - share)) - 1]!;
      expect(distribution.percentile(1 - share)! / exact).toBeCloseTo(1, 2);
      expect(distribution.max).toBe(Math.max(...values));
    }),
  );
});

test('the parts of a range add up to the distribution of the whole', () => {
  fc.assert(
    fc.property(durations, durations, (one, other) => {
      const sum = Distribution.decode(of(one).encode()).merge(of(other).encode());
      const whole = Distribution.decode(of([...one, ...other]).encode());
      expect(sum.encode()).toEqual(whole.encode());
      expect(sum.count).toBe(one.length + other.length);
    }),
  );
});

test('bytes that were damaged are read as far as they go', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const read = Distribution.decode(bytes);
      expect(read.count).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('frame times come back to a hundredth of a millisecond', () => {
  fc.assert(
    fc.property(durations, (values) => {
      const read = decodeFrameTimes(encodeFrameTimes(values));
      expect(read).toHaveLength(values.length);
      for (const [index, value] of values.entries())
        expect(Math.abs(read[index]! - value)).toBeLessThanOrEqual(5.001);
    }),
  );
});

test('a packed minute is the same seconds again, and what was not measured stays so', () => {
  const seconds = [0, 1, 59].map((second) => ({
    second,
    played: addPlayed(nothingPlayed(), {
      frames: 60 + second,
      elapsedMs: 1000.125,
      lateFrames: second,
      decisions: second === 1 ? 2 : 0,
      decisionsBy: second === 1 ? { explore: 2 } : {},
      ...(second === 59 ? { milliJoules: 12.5, poweredMs: 1000 } : {}),
    }),
    frameTimes: of([16_743, 16_750, second + 1]).encode(),
    path: of([250]).encode(),
  }));
  const read = unpackSeconds(packSeconds(seconds));
  expect(read.map((each) => ({ ...each, frameTimes: [...each.frameTimes], path: [...each.path] }))).toEqual(
    seconds.map((each) => ({ ...each, frameTimes: [...each.frameTimes], path: [...each.path] })),
  );
  expect(read[0]!.played).not.toHaveProperty('milliJoules');
});
