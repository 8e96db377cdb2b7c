import { requireSameConditions, sameMachine } from './same-conditions.ts';
import type { Figure, RunFigures } from './schemas.ts';
import { deltaBetween } from './statistics/cliffs-delta.ts';
import { type Shift, shiftBetween, shiftOfPairs } from './statistics/hodges-lehmann.ts';
import { holm } from './statistics/holm.ts';
import { mannWhitney, type RankTest } from './statistics/mann-whitney.ts';
import { median } from './statistics/order.ts';
import { inflationBetween } from './statistics/serial.ts';
import { signedRank } from './statistics/signed-rank.ts';

/** A smaller change is none: nobody would look into it, and timings of one build differ by more from day to day. */
export const leastChange = 0.05;
/**
 * What counts as reaching it. Between two recordings of one build the level of a timing, even in units of the
 * yardstick, differs by up to 0.9%; without an allowance for that, many a change of 5% would pass as one of 4.4%.
 */
const reached = 0.8 * leastChange;
/** Highest chance of a false call in a whole comparison, over all figures and both directions. */
export const significance = 0.01;
/** Of the interval that must reach `leastChange`; the interval that is shown is the usual one. */
const decisionConfidence = 1 - significance;
const shownConfidence = 0.95;

/**
 * `worse`, `better`: surely changed, by what may be 5% or more. `small`: surely changed, surely by less than 5%.
 * `same`: whatever changed, it is less than 5%. `unclear`: too noisy to tell. `not-compared`: another machine.
 */
export const callWords = ['worse', 'better', 'small', 'same', 'unclear', 'not-compared'] as const;
export type Call = (typeof callWords)[number];

/** What the comparison says of one figure. */
export interface Verdict {
  figure: string;
  unit: string;
  better: Figure['better'];
  call: Call;
  /** Medians of the samples as they were given. */
  before: number;
  after: number;
  samples: { before: number; after: number };
  /** Whether every sample is what it was, by key where there are keys. */
  identical: boolean;
  /** By what the figure rose (> 0) or fell (< 0); null: not compared. */
  evidence: Evidence | null;
}

export interface Evidence {
  test: 'mann-whitney' | 'signed-rank';
  /** `ratio`: change is relative, 0.07 for 7%. `delta`: Cliff's, a difference of shares. */
  scale: 'ratio' | 'delta';
  change: number;
  /** The 95% interval of `change`. */
  interval: [low: number, high: number];
  /** −1 to 1, see `RankTest`. */
  effect: number;
  p: number;
  /** Holm's. */
  adjustedP: number;
}

export interface Comparison {
  verdicts: Verdict[];
  /** How many figures became worse. */
  regressions: number;
}

/**
 * Compares a run with a baseline, figure by figure: by pairs where both have the same keys (Wilcoxon's signed
 * ranks), else by Mann and Whitney's U. A run is passed or failed as a whole, so what has to be kept small is the
 * chance of *any* false call in it: hence Holm's adjustment, not a false discovery rate.
 * Throws `resource.baseline-foreign`.
 */
export const compareRuns = (baseline: RunFigures, run: RunFigures): Comparison => {
  requireSameConditions(baseline, run);
  const pairs = baseline.figures.map((before) => {
    const after = run.figures.find(({ figure }) => figure === before.figure)!;
    return {
      before,
      after,
      measured: sameMachine(before.unit, baseline, run) ? measure(before, after) : null,
    };
  });
  const measured = pairs.map((pair) => pair.measured).filter((each) => each !== null);
  const adjusted = holm(measured.map(({ test }) => test.p));
  const verdicts = pairs.map(({ before, after, measured: one }): Verdict => {
    const adjustedP = one ? adjusted[measured.indexOf(one)]! : 1;
    return {
      figure: before.figure,
      unit: before.unit,
      better: before.better,
      call: one ? callOf(one, adjustedP, before.better) : 'not-compared',
      before: median(before.samples),
      after: median(after.samples),
      samples: { before: before.samples.length, after: after.samples.length },
      identical: one !== null && areIdentical(before, after),
      evidence: one && {
        test: one.paired ? 'signed-rank' : 'mann-whitney',
        scale: one.scale,
        change: one.toChange(one.shift.estimate),
        interval: spanOf(one, shownConfidence),
        effect: one.test.effect,
        p: one.test.p,
        adjustedP,
      },
    };
  });
  return { verdicts, regressions: verdicts.filter(({ call }) => call === 'worse').length };
};

interface Measured {
  test: RankTest;
  shift: Shift;
  paired: boolean;
  scale: Evidence['scale'];
  toChange(shift: number): number;
}

/** Samples in units of the yardstick, where there is one. */
export const normalised = ({ samples, yardstick }: Figure): number[] =>
  yardstick ? samples.map((sample, i) => sample / yardstick[i]!) : samples;

const measure = (before: Figure, after: Figure): Measured => {
  const [old, fresh] = [normalised(before), normalised(after)];
  if ([...old, ...fresh].some((value) => value <= 0)) {
    // Zero has no ratio: counts and yes-or-no are compared by Cliff's delta.
    const shift = deltaBetween(old, fresh);
    return {
      test: mannWhitney(old, fresh),
      shift,
      paired: false,
      scale: 'delta',
      toChange: (delta) => delta,
    };
  }
  // Shifts of logarithms are ratios, which is what 5% means.
  const scale = { scale: 'ratio', toChange: Math.expm1 } as const;
  const order = pairing(before.keys, after.keys);
  if (order) {
    const differences = old.map((value, i) => Math.log(fresh[order[i]!]! / value));
    // Each key is an episode of its own and their order means nothing, so no dependence is looked for.
    return { ...scale, test: signedRank(differences), shift: shiftOfPairs(differences), paired: true };
  }
  const inflation = inflationBetween(old, fresh);
  const shift = shiftBetween(old.map(Math.log), fresh.map(Math.log), inflation);
  return { ...scale, test: mannWhitney(old, fresh, inflation), shift, paired: false };
};

/** For each key of the first list its place in the second; undefined when they are not the same keys. */
const pairing = (keys: Figure['keys'], others: Figure['keys']): number[] | undefined => {
  if (!keys || keys.length !== others?.length) return undefined;
  const places = new Map(others.map((key, place) => [key, place]));
  const order = keys.map((key) => places.get(key));
  return order.every((place) => place !== undefined) ? order : undefined;
};

const areIdentical = (before: Figure, after: Figure): boolean => {
  const order = pairing(before.keys, after.keys) ?? before.samples.map((_, place) => place);
  return (
    before.samples.length === after.samples.length &&
    before.samples.every((sample, i) => sample === after.samples[order[i]!])
  );
};

const spanOf = ({ shift, toChange }: Measured, confidence: number): [number, number] => {
  const [low, high] = shift.within(confidence);
  return [toChange(low), toChange(high)];
};

const callOf = (one: Measured, adjustedP: number, better: Figure['better']): Call => {
  const [low, high] = spanOf(one, decisionConfidence);
  const mayRise = high >= reached;
  const mayFall = low <= -reached;
  if (adjustedP > significance) return mayRise || mayFall ? 'unclear' : 'same';
  const rose = one.test.effect > 0;
  if (!(rose ? mayRise : mayFall)) return 'small';
  return rose === (better === 'lower') ? 'worse' : 'better';
};
