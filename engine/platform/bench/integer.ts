/** Elements of the list that is sorted: 16 KB, which stays in the first-level cache. */
const elements = 4096;
const gaps = [1750, 701, 301, 132, 57, 23, 10, 4, 1] as const;

/** Sorts the same scrambled list once; returns the steps of the inner loop, the same number every time. */
export const sortOnce = (list: Int32Array): number => {
  let state = 0x2545f491;
  for (let i = 0; i < list.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    list[i] = state;
  }
  let steps = 0;
  for (const gap of gaps) {
    for (let i = gap; i < list.length; i++) {
      const value = list[i]!;
      let at = i;
      for (; at >= gap && list[at - gap]! > value; at -= gap) {
        list[at] = list[at - gap]!;
        steps += 1;
      }
      list[at] = value;
      steps += 1;
    }
  }
  return steps;
};

/**
 * Integer work of one core: comparisons, moves and branches that cannot be predicted, as in deciding and planning.
 * Million steps a second, the best of several short rounds: what else the machine does only ever slows a round.
 */
export const measureInteger = (budgetMs: number, now: () => number = () => performance.now()): number => {
  const list = new Int32Array(elements);
  // The first rounds run before the compiler has seen what to make of them.
  const until = now() + budgetMs;
  let best = 0;
  do {
    const began = now();
    let steps = 0;
    for (let i = 0; i < 8; i++) steps += sortOnce(list);
    const took = now() - began;
    if (took > 0) best = Math.max(best, steps / took / 1000);
  } while (now() < until);
  return best;
};
