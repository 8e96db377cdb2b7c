/** A place where a series changed. */
export interface ChangePoint {
  /** Index of the first value after the change. */
  at: number;
  /** Of the permutation test. */
  p: number;
}

export interface ChangePointOptions {
  /** The fewest values between two changes. */
  leastSegment: number;
  /** A change is kept when its p is at most that. */
  significance: number;
  permutations: number;
  /** 0 ≤ x < 1; give a seeded one for a repeatable answer. */
  random: () => number;
}

/**
 * E-divisive: finds the split of a series into segments of different distribution, one change at a time, each
 * kept only if shuffling the values within the segments found so far seldom gives as large a divergence.
 * Source: D. S. Matteson, N. A. James, J. Amer. Statist. Assoc. 109 (2014), with α = 1 (absolute differences).
 */
export const eDivisive = (series: readonly number[], options: ChangePointOptions): ChangePoint[] => {
  const found: ChangePoint[] = [];
  for (;;) {
    const bounds = [0, ...found.map(({ at }) => at).sort((a, b) => a - b), series.length];
    const best = bestSplit(series, bounds, options.leastSegment);
    if (!best) break;
    let larger = 0;
    for (let i = 0; i < options.permutations; i += 1) {
      const shuffled = shuffleWithin(series, bounds, options.random);
      const rival = bestSplit(shuffled, bounds, options.leastSegment);
      if (rival && rival.divergence >= best.divergence) larger += 1;
    }
    const p = (larger + 1) / (options.permutations + 1);
    if (p > options.significance) break;
    found.push({ at: best.at, p });
  }
  return found.sort((a, b) => a.at - b.at);
};

const shuffleWithin = (series: readonly number[], bounds: number[], random: () => number): number[] => {
  const shuffled = [...series];
  for (let k = 0; k + 1 < bounds.length; k += 1) {
    const first = bounds[k]!;
    for (let i = bounds[k + 1]! - 1; i > first; i -= 1) {
      const j = first + Math.floor(random() * (i - first + 1));
      [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
    }
  }
  return shuffled;
};

/** The split of any segment with the largest scaled energy divergence between its two sides. */
const bestSplit = (
  series: readonly number[],
  bounds: number[],
  least: number,
): { at: number; divergence: number } | undefined => {
  let best: { at: number; divergence: number } | undefined;
  for (let k = 0; k + 1 < bounds.length; k += 1) {
    const split = splitOf(series.slice(bounds[k]!, bounds[k + 1]!), least);
    if (split && (!best || split.divergence > best.divergence))
      best = { at: bounds[k]! + split.at, divergence: split.divergence };
  }
  return best;
};

/**
 * All splits of one segment at t with the right side ending at e: that right side may end before the segment does
 * keeps a second change from hiding the first. With sums of distances kept, O(length²) in all.
 */
const splitOf = (values: number[], least: number): { at: number; divergence: number } | undefined => {
  const length = values.length;
  if (length < 2 * least) return undefined;
  // toFirst[i · (length + 1) + k]: sum of the distances from value i to the first k values.
  const row = length + 1;
  const toFirst = new Float64Array(length * row);
  // among[k]: sum of the distances among the first k values.
  const among = new Float64Array(row);
  for (let i = 0; i < length; i += 1) {
    for (let k = 0; k < length; k += 1)
      toFirst[i * row + k + 1] = toFirst[i * row + k]! + Math.abs(values[i]! - values[k]!);
    among[i + 1] = among[i]! + toFirst[i * row + i]!;
  }
  let best = { at: least, divergence: Number.NEGATIVE_INFINITY };
  for (let at = least; at <= length - least; at += 1) {
    let between = 0;
    let right = 0;
    for (let end = at + 1; end <= length; end += 1) {
      const start = (end - 1) * row;
      between += toFirst[start + at]!;
      right += toFirst[start + end - 1]! - toFirst[start + at]!;
      const count = end - at;
      if (count < least) continue;
      const apart = (2 * between) / (at * count);
      const withinLeft = (2 * among[at]!) / (at * (at - 1));
      const withinRight = (2 * right) / (count * (count - 1));
      const divergence = ((at * count) / (at + count)) * (apart - withinLeft - withinRight);
      if (divergence > best.divergence) best = { at, divergence };
    }
  }
  return best;
};
