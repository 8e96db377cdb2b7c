/** Larger than the last-level cache of most computers; two of them are used. */
const bytes = 32 * 1024 * 1024;

/** Two large blocks that the operating system has given every page of, so that the clock measures copying alone. */
export const memoryBlocks = (): readonly [Buffer, Buffer] => [Buffer.alloc(bytes, 1), Buffer.alloc(bytes, 2)];

/**
 * Memory bandwidth of one core: GB a second, read and written, copying one large block onto another; the best of
 * several rounds. On processors with a larger cache this measures the cache, which then serves play as well.
 */
export const measureMemory = (
  [from, to]: readonly [Buffer, Buffer],
  budgetMs: number,
  now: () => number = () => performance.now(),
): number => {
  const until = now() + budgetMs;
  let best = 0;
  do {
    const began = now();
    from.copy(to);
    const took = now() - began;
    if (took > 0) best = Math.max(best, (2 * from.length) / took / 1e6);
  } while (now() < until);
  return best;
};
