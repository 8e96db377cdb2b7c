/**
 * The quantities of the history, each written once: the columns of a series, of the exports and of the
 * documentation all follow this list. Plain data without zod, so that the page can import it.
 *
 * The *1 % low* that we print is the mean frame rate of the slowest 1 % of frames: 1000 divided by the mean
 * frame time in milliseconds of the slowest hundredth of all frames in the range (rounded up, so at least one);
 * the *0.1 % low* is the same of the slowest thousandth. MangoHud 0.6 and 0.7 write it so into their summaries.
 * It is neither a percentile (RTSS, the overlay of MangoHud) nor the time-weighted "1 % low integral" of
 * CapFrameX. A frame time is the time between two pictures that the core handed over one after the other while
 * the session ran.
 */
export const historyColumns = {
  frames: { unit: 'frames', about: 'Frames that the core made; of a window, looks at it.' },
  fps: { unit: 'frames/s', about: 'Frames divided by the time that was played.' },
  low1: { unit: 'frames/s', about: '1 % low: mean frame rate of the slowest 1 % of frames.' },
  low01: { unit: 'frames/s', about: '0.1 % low: mean frame rate of the slowest 0.1 % of frames.' },
  frameP50: { unit: 'ms', about: 'Frame time that half of the frames do not exceed.' },
  frameP99: { unit: 'ms', about: 'Frame time that 99 % of the frames do not exceed.' },
  frameMax: { unit: 'ms', about: 'Longest frame time.' },
  pathP50: { unit: 'µs', about: 'Median way of a frame that was looked at, from the core to the buttons.' },
  pathP99: { unit: 'µs', about: '99th percentile of that way.' },
  pathMax: { unit: 'µs', about: 'Longest such way.' },
  lateFrames: { unit: 'frames', about: 'Frames that began more than one frame after their deadline.' },
  lostFrames: {
    unit: 'frames',
    about: 'Frames that the clock gave up; of a window, looks that never happened.',
  },
  slowLooks: { unit: 'looks', about: 'Looks that took longer than the frame budget.' },
  inferences: { unit: 'runs', about: 'Times that the eyes’ network was run.' },
  unchangedFrames: { unit: 'frames', about: 'Frames that were as the one before and cost no inference.' },
  cacheHits: { unit: 'tiles', about: 'Letter tiles that were found in the cache.' },
  cacheMisses: { unit: 'tiles', about: 'Letter tiles that had to be read.' },
  decisions: { unit: 'decisions', about: 'Decisions of the player.' },
  residentBytes: { unit: 'bytes', about: 'Resident memory of the session’s process.' },
  engineResidentBytes: { unit: 'bytes', about: 'Resident memory of the engine.' },
  processor: { unit: '% of a core', about: 'Processor time of the session’s process.' },
  engineProcessor: { unit: '% of a core', about: 'Processor time of the engine.' },
  graphics: { unit: '%', about: 'How busy the graphics processor was, where it can be read.' },
  watts: {
    unit: 'W',
    about: 'Power: of the whole computer on battery, else of the processor, where it can be read.',
  },
} as const;
export type HistoryColumn = keyof typeof historyColumns;
export const historyColumnNames = Object.keys(historyColumns) as HistoryColumn[];

/** How finely a series is told: per second of play (kept for some days), or per minute (30 days). */
export const resolutions = ['second', 'minute'] as const;
export type Resolution = (typeof resolutions)[number];

/** What an export can be written for. */
export const exportFormats = ['capframex', 'mangohud', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];
