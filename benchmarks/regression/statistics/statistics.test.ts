import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../engine/player/random-numbers.ts';
import { deltaBetween } from './cliffs-delta.ts';
import { eDivisive } from './e-divisive.ts';
import { mannWhitneyTable, signedRankTable } from './exact-distributions.ts';
import { shiftBetween, shiftOfPairs } from './hodges-lehmann.ts';
import { holm } from './holm.ts';
import { mannWhitney } from './mann-whitney.ts';
import { normalBelow, normalSpan } from './normal.ts';
import { median } from './order.ts';
import { rank } from './ranks.ts';
import { varianceInflation } from './serial.ts';
import { signedRank } from './signed-rank.ts';

/** Hollander & Wolfe (1973), p. 69: permeability of a membrane, at term and early. Also in R's `wilcox.test`. */
const atTerm = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46];
const early = [1.15, 0.88, 0.9, 0.74, 1.21];
/** Hollander & Wolfe (1973), p. 29: depression scale of nine patients, before and after. */
const before = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3];
const after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
const differences = after.map((value, i) => value - before[i]!);
/** Ozone in May and August, R's data set `airquality`, days without a reading left out. */
const may = [
  41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37,
];
const august = [
  39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85,
];
/** Yearly flow of the Nile at Aswan 1871–1970 (G. W. Cobb, Biometrika 65, 1978): it fell with the year 1899. */
const nile = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958,
  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020,
  1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040,
  759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890,
  744, 749, 838, 1050, 918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

describe('the normal distribution', () => {
  it('has the percentiles of every table', () => {
    expect(normalSpan(0.95)).toBeCloseTo(1.959963984540054, 12);
    expect(normalSpan(0.99)).toBeCloseTo(2.5758293035489004, 12);
    // R: pnorm(-5)
    expect(normalBelow(-5) / 2.866515718791939e-7).toBeCloseTo(1, 12);
  });
});

describe('Mann–Whitney U', () => {
  it('counts small samples out: Hollander & Wolfe; R gives W = 35, two-sided p = 0.2544', () => {
    const test = mannWhitney(early, atTerm);
    expect(test).toMatchObject({ statistic: 35, exact: true });
    expect(test.p).toBeCloseTo(0.2544122544122544, 12); // SciPy 1.17 mannwhitneyu
    expect(test.effect).toBeCloseTo(0.4, 12);
  });

  it("gives SciPy's documented example: U = 17, p = 0.1111", () => {
    const test = mannWhitney([20, 11, 17, 12], [19, 22, 16, 29, 24]);
    expect(test.statistic).toBe(17);
    expect(test.p).toBeCloseTo(1 / 9, 12);
  });

  it('corrects for ties: R gives W = 127.5, p = 0.0001208 for the ozone of May and August', () => {
    const test = mannWhitney(august, may);
    expect(test).toMatchObject({ statistic: 127.5, exact: false });
    expect(test.p).toBeCloseTo(0.00012080783076877434, 12); // SciPy 1.17
  });

  it('has the critical values of the tables (two-sided 5%: 23 for 10 and 10, 127 for 20 and 20)', () => {
    for (const [size, critical] of [
      [10, 23],
      [20, 127],
    ] as const) {
      const table = mannWhitneyTable(size, size);
      expect(table[critical]).toBeLessThanOrEqual(0.025);
      expect(table[critical + 1]).toBeGreaterThan(0.025);
    }
  });

  it('does not depend on which sample is larger, and is 1 for samples that are all the same', () => {
    expect(mannWhitney(atTerm, early).p).toBe(mannWhitney(early, atTerm).p);
    expect(mannWhitney([2, 2, 2], [2, 2, 2, 2]).p).toBe(1);
  });
});

describe('signed ranks', () => {
  it('gives Hollander & Wolfe: V = 5, p = 0.03906', () => {
    expect(signedRank(differences)).toMatchObject({ statistic: 5, exact: true, p: 0.0390625 });
  });

  it('corrects for ties and leaves out zeros', () => {
    // SciPy 1.17: wilcoxon(…, correction=True, method='approx')
    const test = signedRank([1, -2, 2, 3, 0, 4, -1, 5, 0, 6, 6, 7]);
    expect(test).toMatchObject({ statistic: 50, exact: false });
    expect(test.p).toBeCloseTo(0.02465096702453581, 12);
    expect(signedRank([0, 0, 0]).p).toBe(1);
  });

  it('has the critical values of the tables (two-sided 5%: 8 for 10, 52 for 20, 137 for 30)', () => {
    for (const [size, critical] of [
      [10, 8],
      [20, 52],
      [30, 137],
    ] as const) {
      const table = signedRankTable(size);
      expect(table[critical]).toBeLessThanOrEqual(0.025);
      expect(table[critical + 1]).toBeGreaterThan(0.025);
    }
  });
});

describe('Hodges–Lehmann', () => {
  it('gives the shift and the interval of R for two samples: 0.305 (−0.15 to 0.76)', () => {
    const shift = shiftBetween(early, atTerm);
    expect(shift.estimate).toBeCloseTo(0.305, 12);
    expect(shift.within(0.95).map((end) => Number(end.toFixed(6)))).toEqual([-0.15, 0.76]);
  });

  it('gives those of Hollander & Wolfe for pairs: −0.46 (−0.786 to −0.010)', () => {
    const shift = shiftOfPairs(differences);
    expect(shift.estimate).toBeCloseTo(-0.46, 12);
    expect(shift.within(0.95).map((end) => Number(end.toFixed(6)))).toEqual([-0.786, -0.01]);
  });

  it('holds the true shift as often as it says', () => {
    const random = randomFrom(11);
    const sample = (size: number, by: number): number[] =>
      Array.from({ length: size }, () => -Math.log(1 - random()) + by);
    for (const size of [12, 60]) {
      let held = 0;
      for (let i = 0; i < 400; i += 1) {
        const [low, high] = shiftBetween(sample(size, 0), sample(size, 0.3)).within(0.95);
        if (low <= 0.3 && 0.3 <= high) held += 1;
      }
      // 0.95 ± 4 standard errors of 400.
      expect(held / 400).toBeGreaterThan(0.906);
      expect(held / 400).toBeLessThan(0.994);
    }
  });
});

describe("Holm's adjustment", () => {
  it('gives the textbook values', () => {
    expect(holm([0.01, 0.04, 0.03, 0.005]).map((p) => Number(p.toFixed(12)))).toEqual([
      0.03, 0.06, 0.06, 0.02,
    ]);
  });

  it('rejects three of the fifteen of Benjamini & Hochberg (1995) at 5%, as every familywise procedure there', () => {
    const ps = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ];
    expect(holm(ps).filter((p) => p <= 0.05)).toHaveLength(3);
  });
});

describe('small things', () => {
  it('ranks ties with the mean of theirs', () => {
    const { ranks, ties } = rank([3, 1, 3, 2]);
    expect([...ranks]).toEqual([3.5, 1, 3.5, 2]);
    expect(ties).toBe(6);
  });

  it("is the difference of two shares: Cliff's delta of yes and no", () => {
    const delta = deltaBetween([0, 0, 1, 1, 1], [1, 1, 1, 1, 0]);
    expect(delta.estimate).toBeCloseTo(0.2, 12);
    const [low, high] = delta.within(0.95);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0.2);
  });

  it('takes the middle', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe('dependence of neighbours', () => {
  /** x' = ρ x + noise, whose means vary (1 + ρ) / (1 − ρ) times as much as independent values' do. */
  const process = (correlation: number, seed: number, size: number): number[] => {
    const random = randomFrom(seed);
    let value = 0;
    return Array.from({ length: size }, () => {
      value = correlation * value + random() + random() + random() - 1.5;
      return value;
    });
  };

  it('is estimated from a long series', () => {
    expect(varianceInflation(process(0.5, 1, 2000))).toBeCloseTo(3, 0);
    expect(varianceInflation(process(0.8, 2, 2000))).toBeGreaterThan(7);
  });

  it('is seldom seen where there is none', () => {
    const seen = Array.from({ length: 400 }, (_, i) => varianceInflation(process(0, 10 + i, 30)) > 1);
    expect(seen.filter(Boolean).length).toBeLessThan(40);
    expect(varianceInflation([1, 1, 1, 1])).toBe(1);
  });

  it('makes the test as careful as it says', () => {
    const [before, after] = [process(0, 1, 40), process(0, 2, 40).map((value) => value + 0.5)];
    const [plain, careful] = [mannWhitney(before, after, 1), mannWhitney(before, after, 4)];
    expect(careful.statistic).toBe(plain.statistic);
    expect(careful.p).toBeGreaterThan(plain.p);
    const width = ([low, high]: [number, number]): number => high - low;
    const ratio =
      width(shiftBetween(before, after, 4).within(0.95)) / width(shiftBetween(before, after).within(0.95));
    expect(ratio).toBeGreaterThan(1.6);
    expect(ratio).toBeLessThan(2.4);
  });
});

describe('E-divisive', () => {
  const options = (seed: number) => ({
    leastSegment: 5,
    significance: 0.01,
    permutations: 199,
    random: randomFrom(seed),
  });

  it('finds where the Nile fell, and nothing else', () => {
    expect(eDivisive(nile, options(1)).map(({ at }) => 1871 + at)).toEqual([1899]);
  });

  it('finds both ends of a bump', () => {
    const random = randomFrom(2);
    const series = Array.from({ length: 60 }, (_, i) => (i >= 20 && i < 40 ? 1.2 : 1) + random() * 0.1);
    expect(eDivisive(series, options(3)).map(({ at }) => at)).toEqual([20, 40]);
  });

  it('seldom finds anything in noise, and says nothing of a short series', () => {
    let alarms = 0;
    for (let seed = 0; seed < 60; seed += 1) {
      const random = randomFrom(100 + seed);
      alarms += eDivisive(Array.from({ length: 30 }, random), options(seed)).length;
    }
    expect(alarms).toBeLessThanOrEqual(3);
    expect(eDivisive([1, 1, 1, 9, 9, 9], options(1))).toEqual([]);
  });
});
