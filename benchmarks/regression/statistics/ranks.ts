/** Ranks from 1, ties sharing the mean of theirs. */
export interface Ranks {
  /** In the order of the values. */
  ranks: Float64Array;
  /** Σ (t³ − t) over the groups of t equal values; 0: no ties. */
  ties: number;
}

/** Ranks the values. */
export const rank = (values: ArrayLike<number>): Ranks => {
  const order = Uint32Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  let ties = 0;
  for (let first = 0; first < order.length; ) {
    let after = first + 1;
    while (after < order.length && values[order[after]!] === values[order[first]!]) after += 1;
    const equal = after - first;
    ties += equal ** 3 - equal;
    for (let i = first; i < after; i += 1) ranks[order[i]!] = (first + 1 + after) / 2;
    first = after;
  }
  return { ranks, ties };
};
