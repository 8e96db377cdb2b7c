/** A share with the interval in which the true one lies with 95% confidence. */
export interface Proportion {
  share: number;
  low: number;
  high: number;
}

/** The 97.5th percentile of the normal distribution. */
const z = 1.959964;

/**
 * Wilson's score interval for `successes` of `trials`: unlike the textbook one it stays within 0–1 and says
 * something sensible about 0 of 10. Source: E. B. Wilson, JASA 22 (1927). Without trials: anything.
 */
export const wilson = (successes: number, trials: number): Proportion => {
  if (trials === 0) return { share: Number.NaN, low: 0, high: 1 };
  const share = successes / trials;
  const denominator = 1 + z ** 2 / trials;
  const centre = (share + z ** 2 / (2 * trials)) / denominator;
  const half = (z * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))) / denominator;
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
};
