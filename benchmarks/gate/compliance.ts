import type { Episode } from '../../protocol/benchmark-run.ts';

/** Shares of looks that took too long, and of frames that began late. */
export interface LateShares {
  slow: number;
  late: number;
}

/** What the sessions of some episodes measured of their deadlines; null where nobody looked at a frame. */
export const lateShares = (episodes: readonly Episode[]): LateShares | null => {
  const sessions = episodes.flatMap(({ session }) => session ?? []);
  const sum = (key: 'lateFrames' | 'slowLooks' | 'looks' | 'frames'): number =>
    sessions.reduce((total, session) => total + session[key], 0);
  const looks = sum('looks');
  if (looks === 0) return null;
  return { slow: sum('slowLooks') / looks, late: sum('lateFrames') / Math.max(1, sum('frames')) };
};

/** The share that kept its time. */
export const complianceOf = ({ slow, late }: LateShares): number => Math.max(0, 1 - slow - late);
