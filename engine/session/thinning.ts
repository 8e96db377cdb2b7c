/** Frames between two keyframes of the last minutes, and of long ago. */
const closest = 60;
const farthest = 3600;
/** What is four minutes old is kept a second apart, what is an hour old a quarter of a minute. */
const ageAGap = 240;

const gapAt = (age: number): number => Math.min(farthest, Math.max(closest, age / ageAGap));

/**
 * Indices of the moments that may go, of ascending ones (in frames): the further back, the further apart they
 * are kept. The oldest and the newest stay.
 */
export const tooClose = (moments: readonly number[], now: number): number[] => {
  const gone: number[] = [];
  let before = moments[0] ?? 0;
  for (let index = 1; index < moments.length - 1; index += 1) {
    const [at, after] = [moments[index]!, moments[index + 1]!];
    if (after - before <= gapAt(now - at)) gone.push(index);
    else before = at;
  }
  return gone;
};

/**
 * Index of the moment that is missed least, of ascending ones: where the gap that it leaves is smallest for its
 * age. Thinned by this again and again, moments lie at growing distances. The oldest and the newest stay, where
 * there are others.
 */
export const leastMissed = (moments: readonly number[], now: number): number => {
  let least = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let index = 1; index < moments.length - 1; index += 1) {
    const loss = (moments[index + 1]! - moments[index - 1]!) / (now - moments[index]! + closest);
    if (loss < smallest) [least, smallest] = [index, loss];
  }
  return least;
};
