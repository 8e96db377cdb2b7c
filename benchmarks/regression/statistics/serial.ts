import { normalSpan } from './normal.ts';
import { rank } from './ranks.ts';

/** Correlations up to here are what independent samples show in 95 of 100 cases; only larger ones are believed. */
const believed = 0.9;

/**
 * By what factor the variance of a mean (or of a rank statistic) of these samples is larger than that of
 * independent ones, from the correlation of each with the next one: (1 + ρ) / (1 − ρ). A machine that is slow for a
 * minute makes neighbours alike; a test that takes them for independent cries far too often. Ranks are correlated,
 * so that an outlier does not decide. 1 where no dependence is to be seen.
 * Source: G. V. Bayley, J. M. Hammersley, J. R. Statist. Soc. Suppl. 8 (1946), for a first-order process.
 */
export const varianceInflation = (samples: readonly number[]): number => {
  const n = samples.length;
  const { ranks } = rank(samples);
  const mean = (n + 1) / 2;
  let around = 0;
  let beside = 0;
  for (let i = 0; i < n; i += 1) {
    around += (ranks[i]! - mean) ** 2;
    if (i > 0) beside += (ranks[i]! - mean) * (ranks[i - 1]! - mean);
  }
  if (around === 0) return 1;
  const correlation = Math.min(0.95, beside / around);
  return correlation > normalSpan(believed) / Math.sqrt(n) ? (1 + correlation) / (1 - correlation) : 1;
};

/** The factor for the difference of two samples. */
export const inflationBetween = (before: readonly number[], after: readonly number[]): number => {
  const n = before.length;
  const m = after.length;
  return (varianceInflation(before) * m + varianceInflation(after) * n) / (n + m);
};
