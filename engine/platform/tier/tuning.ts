import type { Tier, Tuning, TuningName } from '../../../protocol/hardware.ts';

interface TuningSetting {
  title: string;
  /** What it does, in a sentence. */
  about: string;
  unit: string;
  tiers: Record<Tier, number>;
}

/**
 * Everything that a tier decides about a session, with its value for each tier; the page, the command line and the
 * API show this table. Only what has an effect stands here: each is obeyed by the session process
 * (`engine/session/process/`). The governor lowers the same settings (`../governor/rungs.ts`).
 */
export const tuningSettings: Record<TuningName, TuningSetting> = {
  picturesPerSecond: {
    title: 'Pictures on the page',
    about:
      'How often the page gets a new picture at most. The game itself always runs at its own rate, and the AI looks at every frame; only watching becomes less smooth.',
    unit: 'a second',
    tiers: { low: 30, mid: 60, high: 60 },
  },
  overlayPerSecond: {
    title: 'What the AI sees, on the page',
    about: 'How often the overlay and the words read are brought up to date.',
    unit: 'a second',
    tiers: { low: 8, mid: 15, high: 15 },
  },
  framesBetweenLooks: {
    title: 'Frames between two looks of the player',
    about:
      'After how many frames the player reads what its eyes said and decides again, in real time. More frames cost less and make it slower to react.',
    unit: 'frames',
    // What the player was trained and judged with. Only the governor widens it, when frames are late already.
    tiers: { low: 4, mid: 4, high: 4 },
  },
  fastestSpeed: {
    title: 'Fastest speed',
    about:
      'How much faster than its own rate a game may run in real time. A faster session goes on at this speed until it may be faster again.',
    unit: '× the game’s own rate',
    tiers: { low: 4, mid: 8, high: 8 },
  },
};

export const tuningNames = Object.keys(tuningSettings) as TuningName[];

/** The settings of a tier. */
export const tuningOf = (tier: Tier): Tuning => {
  const { picturesPerSecond, overlayPerSecond, framesBetweenLooks, fastestSpeed } = tuningSettings;
  return {
    picturesPerSecond: picturesPerSecond.tiers[tier],
    overlayPerSecond: overlayPerSecond.tiers[tier],
    framesBetweenLooks: framesBetweenLooks.tiers[tier],
    fastestSpeed: fastestSpeed.tiers[tier],
  };
};
