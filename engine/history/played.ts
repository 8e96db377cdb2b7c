/**
 * What was counted over some time of play: a second, a minute, a session, a day. Two of them add up. A quantity
 * that nobody measured is absent, so that it never looks like 0.
 */
export interface Played {
  frames: number;
  elapsedMs: number;
  lateFrames: number;
  decisions: number;
  /** Decisions by the skill that took them. */
  decisionsBy: Record<string, number>;
  lostFrames?: number;
  looks?: number;
  slowLooks?: number;
  inferences?: number;
  unchangedFrames?: number;
  cacheHits?: number;
  cacheMisses?: number;
  /** Processor time. */
  processorMs?: number;
  engineProcessorMs?: number;
  /** Use of the graphics processor in percent times the milliseconds for which it is known; and these. */
  graphicsPercentMs?: number;
  graphicsMs?: number;
  /** Energy in millijoules (watts times milliseconds), and the milliseconds for which it is known. */
  milliJoules?: number;
  poweredMs?: number;
  /** The largest that was seen. */
  residentBytes?: number;
  engineResidentBytes?: number;
}

/** Quantities of which the largest counts. All others are summed up. */
const largest = ['residentBytes', 'engineResidentBytes'] as const;
const summed = [
  'frames',
  'elapsedMs',
  'lateFrames',
  'decisions',
  'lostFrames',
  'looks',
  'slowLooks',
  'inferences',
  'unchangedFrames',
  'cacheHits',
  'cacheMisses',
  'processorMs',
  'engineProcessorMs',
  'graphicsPercentMs',
  'graphicsMs',
  'milliJoules',
  'poweredMs',
] as const;

/** Every quantity that is a number. */
export const playedNumbers = [...summed, ...largest] as const;

export const nothingPlayed = (): Played => ({
  frames: 0,
  elapsedMs: 0,
  lateFrames: 0,
  decisions: 0,
  decisionsBy: {},
});

/** Adds `more` to `to`, and returns that. */
export const addPlayed = (to: Played, more: Played): Played => {
  for (const name of summed) {
    const value = more[name];
    if (value !== undefined) to[name] = (to[name] ?? 0) + value;
  }
  for (const name of largest) {
    const value = more[name];
    if (value !== undefined) to[name] = Math.max(to[name] ?? 0, value);
  }
  for (const [method, count] of Object.entries(more.decisionsBy)) {
    to.decisionsBy[method] = (to.decisionsBy[method] ?? 0) + count;
  }
  return to;
};

/** One second (or the rest of one) of play, as the session's process counts it. */
export interface PlayedSecond {
  /** Seconds since the process began to play; each is told once, in ascending order. */
  second: number;
  played: Played;
  /** Distribution of the frame times, and of the way of frames that were looked at; see `distribution.ts`. */
  frameTimes: Uint8Array;
  path: Uint8Array;
  /** Each frame's time, as `encodeFrameTimes` writes them; null where the clock has no pace (lockstep). */
  everyFrame: Uint8Array | null;
}
