/** Larger than the last-level cache of most computers; two of them are used. */
const bytes = 32 * 1024 * 1024;

/**
 * Memory bandwidth of one core: GB a second, read and written, copying one large block onto another; the best of
 * several rounds. On processors with a larger cache this measures the cache, which then serves play as well.
 */
export const measureMemory = (budgetMs: number, now: () => number = () => performance.now()): number => {
  // Filled, so that the operating system has given every page before the clock runs.
  const from = Buffer.alloc(bytes, 1);
  const to = Buffer.alloc(bytes, 2);
  const until = now() + budgetMs;
  let best = 0;
  do {
    const began = now();
    from.copy(to);
    const took = now() - began;
    if (took > 0) best = Math.max(best, (2 * bytes) / took / 1e6);
  } while (now() < until);
  return best;
};
