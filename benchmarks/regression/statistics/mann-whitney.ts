import { exactTwoSidedP, mannWhitneyTable } from './exact-distributions.ts';
import { twoSidedP } from './normal.ts';
import { rank } from './ranks.ts';

/** Of samples below this size, without ties, the distribution is counted out (as R's `wilcox.test` does). */
export const exactBelow = 50;

export interface RankTest {
  /** U of the second sample, or the sum of the positive ranks. */
  statistic: number;
  /** Two-sided. */
  p: number;
  /** Counted out rather than by the normal approximation. */
  exact: boolean;
  /** −1 to 1: Cliff's delta for two samples, the matched rank-biserial correlation for pairs; > 0: rose. */
  effect: number;
}

/**
 * Mann and Whitney's U: does `after` tend to be larger than `before`? Exact for small samples without ties, else
 * the normal approximation with tie and continuity correction. `inflation`: by what factor the variance is larger
 * because the samples depend on each other (serial.ts); above 1 the exact distribution does not apply.
 * Source: H. B. Mann, D. R. Whitney, Ann. Math. Statist. 18 (1947); Cliff's delta = 2U/nm − 1.
 */
export const mannWhitney = (before: readonly number[], after: readonly number[], inflation = 1): RankTest => {
  const n = before.length;
  const m = after.length;
  const { ranks, ties } = rank([...before, ...after]);
  let sum = 0;
  for (let i = n; i < n + m; i += 1) sum += ranks[i]!;
  const statistic = sum - (m * (m + 1)) / 2;
  const effect = (2 * statistic) / (n * m) - 1;
  if (inflation === 1 && ties === 0 && n < exactBelow && m < exactBelow)
    return { statistic, effect, exact: true, p: exactTwoSidedP(mannWhitneyTable(n, m), statistic) };
  const all = n + m;
  const variance = inflation * ((n * m) / 12) * (all + 1 - ties / (all * (all - 1)));
  return { statistic, effect, exact: false, p: correctedP(statistic - (n * m) / 2, variance) };
};

/** Two-sided p of a rank statistic's distance from its expectation, with continuity correction. */
export const correctedP = (distance: number, variance: number): number =>
  variance > 0 ? twoSidedP(Math.max(0, Math.abs(distance) - 0.5) / Math.sqrt(variance)) : 1;
