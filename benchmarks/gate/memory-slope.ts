import type { Episode } from '../../protocol/benchmark-run.ts';
import { student95 } from './student.ts';

/** Memory of one process: seconds, bytes. */
export type Series = readonly (readonly [number, number])[];

/** How fast memory grows, with its 95% interval. */
export interface Slope {
  /** Bytes a second. */
  slope: number;
  low: number;
  high: number;
  /** Bytes that the processes held on average. */
  mean: number;
  processes: number;
}

/** Seconds in which a process still compiles and fills its caches. */
const warmUpSeconds = 20;
/** What is left must be this long, or a slope says nothing. */
const leastSeconds = 40;
/** Neighbouring samples are alike; the means of ten blocks are nearly independent. */
const blocks = 10;
/** From so many processes on, the spread between them makes the interval. */
const leastProcesses = 3;

/** Memory of every process of a run: of the sessions that played, or else of the workers. */
export const memorySeries = (episodes: readonly Episode[]): Series[] => {
  const sessions = episodes.flatMap(({ session }) =>
    session ? [session.memory.map(([ms, bytes]) => [ms / 1000, bytes] as const)] : [],
  );
  if (sessions.length > 0) return sessions;
  const workers = new Map<number, (readonly [number, number])[]>();
  for (const { worker, at, residentBytes } of episodes) {
    if (residentBytes === 0) continue;
    const series = workers.get(worker) ?? [];
    workers.set(worker, series);
    series.push([at / 1000, residentBytes]);
  }
  return [...workers.values()].map((series) => series.sort(([a], [b]) => a - b));
};

/**
 * The mean step from one block to the next, over ten blocks of each process after its warm-up. Memory moves in
 * steps and stays there (a heap that was enlarged once), like a random walk: its drift is what a leak is, and
 * one large step must not look like one, as it does to a straight line. With three processes or more the
 * interval comes from the spread of their slopes, else from the steps of the longest. Null where no process ran
 * long enough.
 */
export const memorySlope = (all: readonly Series[]): Slope | null => {
  const fits = all.flatMap((series) => fitOf(series) ?? []);
  if (fits.length === 0) return null;
  const mean = average(fits.map((fit) => fit.mean));
  if (fits.length < leastProcesses) {
    const { slope, error } = fits.reduce((longest, fit) => (fit.seconds > longest.seconds ? fit : longest));
    const half = student95(blocks - 2) * error;
    return { slope, low: slope - half, high: slope + half, mean, processes: fits.length };
  }
  const slope = average(fits.map((fit) => fit.slope));
  const variance = fits.reduce((sum, fit) => sum + (fit.slope - slope) ** 2, 0) / (fits.length - 1);
  const half = student95(fits.length - 1) * Math.sqrt(variance / fits.length);
  return { slope, low: slope - half, high: slope + half, mean, processes: fits.length };
};

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const fitOf = (series: Series) => {
  const began = series[0]?.[0] ?? 0;
  const warm = series.filter(([seconds]) => seconds - began >= warmUpSeconds);
  const seconds = (warm.at(-1)?.[0] ?? 0) - (warm[0]?.[0] ?? 0);
  if (seconds < leastSeconds || warm.length < 2 * blocks) return null;
  const points = Array.from({ length: blocks }, (_, block) => {
    const part = warm.slice((block * warm.length) / blocks, ((block + 1) * warm.length) / blocks);
    return { x: average(part.map(([x]) => x)), y: average(part.map(([, y]) => y)) };
  });
  const mean = average(points.map(({ y }) => y));
  const steps = points.slice(1).map(({ x, y }, index) => (y - points[index]!.y) / (x - points[index]!.x));
  const slope = average(steps);
  const variance = steps.reduce((sum, step) => sum + (step - slope) ** 2, 0) / (steps.length - 1);
  return { slope, mean, seconds, error: Math.sqrt(variance / steps.length) };
};
