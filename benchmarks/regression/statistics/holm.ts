/**
 * Holm's adjusted p-values, in the order given: below a level where the figure may be called changed with at most
 * that chance of one false call among all of them, however they depend on each other.
 * Source: S. Holm, Scand. J. Statist. 6 (1979).
 */
export const holm = (ps: readonly number[]): number[] => {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]!);
  const adjusted = new Array<number>(ps.length);
  let least = 0;
  order.forEach((index, place) => {
    least = Math.max(least, Math.min(1, ps[index]! * (ps.length - place)));
    adjusted[index] = least;
  });
  return adjusted;
};
