const firstMs = 250;
const longestMs = 5000;

/**
 * How long to wait before attempt `n` (from 0): doubling up to five seconds, with up to a fifth more at random
 * so that several windows do not knock at a restarted engine at the same moment.
 */
export const backOffMs = (attempt: number, random = Math.random): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(attempt, 16)) * (1 + random() / 5);
