import { type BenchFigures, type Tier, tiers } from '../../../protocol/hardware.ts';

/** Figures that decide, and from which value on a computer counts as mid and as high. */
export const speedLimits = {
  /** An i3 of 2015 for a laptop stands below mid; a Ryzen 7 of 2018 is where high begins. */
  integer: { mid: 95, high: 150 },
  /** One channel of DDR3-1600 stands below mid; two of DDR4-2666 are where high begins. */
  memory: { mid: 10, high: 18 },
  /** Microseconds; AVX2 of the first kind below 3 GHz, and of a later kind at about 3.5 GHz. */
  network: { mid: 240, high: 110 },
} as const;

/** Closer than this to a limit, as a share of the way from mid to high, the names decide. */
const borderline = 0.12;

/** 1 at the limit of mid, 2 at that of high, logarithmic between them and beyond. */
const score = (figure: number | null, { mid, high }: { mid: number; high: number }): number | null =>
  figure === null ? null : 1 + Math.log(figure / mid) / Math.log(high / mid);

const tierAt = (value: number): Tier => (value >= 2 ? 'high' : value >= 1 ? 'mid' : 'low');

export interface Speed {
  tier: Tier;
  /** So close to the next tier that a second measurement might say otherwise: the two between which it lies. */
  between: readonly [Tier, Tier] | null;
}

/**
 * What the figures say, without a look at any name: the middle one of the three scores, so that one that was
 * disturbed decides nothing; of two the lower. Null where nothing was measured.
 */
export const speedOf = (figures: BenchFigures | null): Speed | null => {
  const names = ['integer', 'memory', 'network'] as const;
  const scores = names
    .map((name) => score(figures?.[name] ?? null, speedLimits[name]))
    .filter((value) => value !== null)
    .toSorted((a, b) => a - b);
  const middle = scores[(scores.length - 1) >> 1];
  if (middle === undefined) return null;
  const near = [1, 2].find((limit) => Math.abs(middle - limit) < borderline);
  return {
    tier: tierAt(middle),
    between: near === undefined ? null : [tiers[near - 1]!, tiers[near]!],
  };
};
