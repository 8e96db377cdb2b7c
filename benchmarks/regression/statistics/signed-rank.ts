import { exactTwoSidedP, signedRankTable } from './exact-distributions.ts';
import { correctedP, exactBelow, type RankTest } from './mann-whitney.ts';
import { rank } from './ranks.ts';

/**
 * Wilcoxon's signed-rank test of paired differences (after − before). Differences of 0 say nothing about a
 * direction and are left out, as Wilcoxon did. Exact for fewer than 50 differences without ties and zeros.
 * Source: F. Wilcoxon, Biometrics Bulletin 1 (1945).
 */
export const signedRank = (differences: readonly number[]): RankTest => {
  const moved = differences.filter((difference) => difference !== 0);
  const n = moved.length;
  if (n === 0) return { statistic: 0, p: 1, exact: true, effect: 0 };
  const { ranks, ties } = rank(moved.map(Math.abs));
  let statistic = 0;
  for (let i = 0; i < n; i += 1) if (moved[i]! > 0) statistic += ranks[i]!;
  const total = (n * (n + 1)) / 2;
  const effect = (2 * statistic) / total - 1;
  if (ties === 0 && n === differences.length && n < exactBelow)
    return { statistic, effect, exact: true, p: exactTwoSidedP(signedRankTable(n), statistic) };
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  return { statistic, effect, exact: false, p: correctedP(statistic - total / 2, variance) };
};
