/**
 * Distributions of the two rank statistics when nothing has changed and no value occurs twice, counted out.
 * Entry u is the probability of a statistic of at most u. Counting adds only, so doubles lose nothing that
 * matters; each table is kept, since a run compares many figures of the same size.
 */
const tables = new Map<string, Float64Array>();

const kept = (name: string, count: () => Float64Array): Float64Array => {
  const known = tables.get(name);
  if (known) return known;
  const counts = count();
  const total = counts.reduce((sum, ways) => sum + ways, 0);
  let sum = 0;
  const below = counts.map((ways) => {
    sum += ways;
    return sum / total;
  });
  tables.set(name, below);
  return below;
};

/** P(U ≤ u) of Mann and Whitney's U for samples of n and m. */
export const mannWhitneyTable = (n: number, m: number): Float64Array =>
  n > m
    ? mannWhitneyTable(m, n)
    : kept(`U ${n} ${m}`, () => {
        // Ways to choose n of the ranks 1…n+m with a given sum; the least sum is n(n+1)/2, which is U = 0.
        const most = (n * (n + 1)) / 2 + n * m;
        const ways = Array.from({ length: n + 1 }, () => new Float64Array(most + 1));
        ways[0]![0] = 1;
        for (let rank = 1; rank <= n + m; rank += 1) {
          for (let chosen = Math.min(n, rank); chosen >= 1; chosen -= 1) {
            const to = ways[chosen]!;
            const from = ways[chosen - 1]!;
            for (let sum = most; sum >= rank; sum -= 1) to[sum]! += from[sum - rank]!;
          }
        }
        return ways[n]!.subarray((n * (n + 1)) / 2);
      });

/** P(V ≤ v) of Wilcoxon's signed-rank sum for n differences. */
export const signedRankTable = (n: number): Float64Array =>
  kept(`V ${n}`, () => {
    const most = (n * (n + 1)) / 2;
    const ways = new Float64Array(most + 1);
    ways[0] = 1;
    for (let rank = 1; rank <= n; rank += 1)
      for (let sum = most; sum >= rank; sum -= 1) ways[sum]! += ways[sum - rank]!;
    return ways;
  });

/** Two-sided p of an observed statistic that is symmetric about half of its largest value. */
export const exactTwoSidedP = (table: Float64Array, observed: number): number => {
  const lower = Math.min(observed, table.length - 1 - observed);
  return Math.min(1, 2 * table[lower]!);
};

/** How many of the sorted values to leave out at each end for an interval of at least that confidence. */
export const exactTrim = (table: Float64Array, confidence: number): number => {
  let trim = 0;
  while (trim < table.length && table[trim]! <= (1 - confidence) / 2) trim += 1;
  return trim;
};
