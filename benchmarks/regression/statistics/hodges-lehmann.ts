import { exactTrim, mannWhitneyTable, signedRankTable } from './exact-distributions.ts';
import { exactBelow } from './mann-whitney.ts';
import { normalSpan } from './normal.ts';

/** An estimated shift and intervals about it. */
export interface Shift {
  estimate: number;
  /** The interval that holds the true shift with that confidence (0–1). */
  within(confidence: number): [low: number, high: number];
}

const middleOf = (sorted: Float64Array): number =>
  (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;

const shiftOf = (sorted: Float64Array, trimAt: (confidence: number) => number): Shift => ({
  estimate: middleOf(sorted),
  within: (confidence) => {
    // Of few samples not even the widest interval is sure enough: the least and the largest are all there is.
    const trim = Math.max(1, Math.min(trimAt(confidence), (sorted.length + 1) >> 1));
    return [sorted[trim - 1]!, sorted[sorted.length - trim]!];
  },
});

const approximateTrim = (mean: number, variance: number, confidence: number): number =>
  Math.floor(mean - normalSpan(confidence) * Math.sqrt(variance));

/**
 * Hodges and Lehmann's shift from `before` to `after`: the median of all differences between a value of one and a
 * value of the other; the interval lies between two of the sorted differences. `inflation`: as for `mannWhitney`.
 * Source: M. Hollander, D. A. Wolfe, E. Chicken, Nonparametric Statistical Methods, ch. 4.2–4.3.
 */
export const shiftBetween = (before: readonly number[], after: readonly number[], inflation = 1): Shift => {
  const n = before.length;
  const m = after.length;
  const differences = new Float64Array(n * m);
  for (let i = 0, k = 0; i < n; i += 1)
    for (let j = 0; j < m; j += 1) differences[k++] = after[j]! - before[i]!;
  return shiftOf(differences.sort(), (confidence) =>
    inflation === 1 && n < exactBelow && m < exactBelow
      ? exactTrim(mannWhitneyTable(n, m), confidence)
      : approximateTrim((n * m) / 2, (inflation * n * m * (n + m + 1)) / 12, confidence),
  );
};

/**
 * The same for pairs: the median of the means of every two differences, each with itself included (Walsh
 * averages). Source: the same, ch. 3.2–3.3.
 */
export const shiftOfPairs = (differences: readonly number[]): Shift => {
  const n = differences.length;
  const averages = new Float64Array((n * (n + 1)) / 2);
  for (let i = 0, k = 0; i < n; i += 1)
    for (let j = i; j < n; j += 1) averages[k++] = (differences[i]! + differences[j]!) / 2;
  return shiftOf(averages.sort(), (confidence) =>
    n < exactBelow
      ? exactTrim(signedRankTable(n), confidence)
      : approximateTrim((n * (n + 1)) / 4, (n * (n + 1) * (2 * n + 1)) / 24, confidence),
  );
};
