import type { Tuning } from '../../../protocol/hardware.ts';
import { tuningNames, tuningSettings } from '../tier/tuning.ts';

/**
 * What each step below the tier's own settings allows at most (of frames between looks: at least). What only the
 * page shows goes first; how fast the player reacts goes last.
 */
const rungs: readonly Tuning[] = [
  { picturesPerSecond: 30, overlayPerSecond: 5, framesBetweenLooks: 4, fastestSpeed: 4 },
  { picturesPerSecond: 15, overlayPerSecond: 2, framesBetweenLooks: 4, fastestSpeed: 2 },
  { picturesPerSecond: 10, overlayPerSecond: 1, framesBetweenLooks: 8, fastestSpeed: 1 },
];

/** The most steps that settings can be lowered by. */
export const lowestLevel = rungs.length;

/** A tier's settings, lowered by that many steps (0 to {@link lowestLevel}). */
export const loweredBy = (tuning: Tuning, level: number): Tuning => {
  const rung = rungs[level - 1];
  if (!rung) return tuning;
  return {
    picturesPerSecond: Math.min(tuning.picturesPerSecond, rung.picturesPerSecond),
    overlayPerSecond: Math.min(tuning.overlayPerSecond, rung.overlayPerSecond),
    framesBetweenLooks: Math.max(tuning.framesBetweenLooks, rung.framesBetweenLooks),
    fastestSpeed: Math.min(tuning.fastestSpeed, rung.fastestSpeed),
  };
};

/** What changes from one tuning to the next, in words: "Pictures on the page: 60 → 30 a second; …". */
export const changeInWords = (before: Tuning, after: Tuning): string =>
  tuningNames
    .filter((name) => before[name] !== after[name])
    .map((name) => {
      const { title, unit } = tuningSettings[name];
      return `${title}: ${before[name]} → ${after[name]} ${unit}`;
    })
    .join('; ');
