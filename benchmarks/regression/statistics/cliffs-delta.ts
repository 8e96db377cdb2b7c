import type { Shift } from './hodges-lehmann.ts';
import { normalSpan } from './normal.ts';

/**
 * Cliff's delta as a shift with intervals: P(after > before) − P(after < before). For samples of 0 and 1 it is the
 * difference of the two shares, so it serves figures that have no ratio: counts with zeros, yes and no.
 * Variance by the placements of each sample among the other (E. R. DeLong et al., Biometrics 44, 1988).
 */
export const deltaBetween = (before: readonly number[], after: readonly number[]): Shift => {
  const placements = (of: readonly number[], among: readonly number[]): number[] =>
    of.map((value) => among.reduce((sum, other) => sum + Math.sign(value - other), 0) / among.length);
  const up = placements(after, before);
  const down = placements(before, after);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const varianceOfMean = (values: number[]): number => {
    const middle = mean(values);
    const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
    return squares / Math.max(1, values.length - 1) / values.length;
  };
  const estimate = mean(up);
  const spread = Math.sqrt(varianceOfMean(up) + varianceOfMean(down));
  return {
    estimate,
    within: (confidence) => {
      const half = normalSpan(confidence) * spread;
      return [Math.max(-1, estimate - half), Math.min(1, estimate + half)];
    },
  };
};
