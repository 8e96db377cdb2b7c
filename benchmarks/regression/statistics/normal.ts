import cdf from '@stdlib/stats-base-dists-normal-cdf';

/** Probability that a standard normal value is below z. */
export const normalBelow = (z: number): number => cdf(z, 0, 1);

/** Two-sided p of a standard normal value; exact in the tail as well, where 1 − Φ would cancel. */
export const twoSidedP = (z: number): number => Math.min(1, 2 * normalBelow(-Math.abs(z)));

/** The same two or three are asked for again and again. */
const spans = new Map<number, number>();

/**
 * The z that a share `confidence` (0–1) of the normal distribution lies within: 0.95 gives 1.95996. Inverted by
 * bisection, to the last bits: the library's own quantile comes with a licence that is not on our list.
 */
export const normalSpan = (confidence: number): number => {
  const known = spans.get(confidence);
  if (known !== undefined) return known;
  let low = 0;
  let high = 40;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (twoSidedP(middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  spans.set(confidence, low);
  return low;
};
