import type { HistoryFigures } from '../../protocol/history.ts';
import type { Distribution } from './distribution.ts';
import type { Played } from './played.ts';

const perSecond = (milliseconds: number | null): number | null =>
  milliseconds === null || milliseconds === 0 ? null : 1000 / milliseconds;
const milli = (microseconds: number | null): number | null =>
  microseconds === null ? null : microseconds / 1000;
const share = (part: number | undefined, whole: number | undefined): number | null =>
  part === undefined || !whole ? null : part / whole;
const percent = (part: number | undefined, whole: number): number | null => {
  const ratio = share(part, whole);
  return ratio === null ? null : ratio * 100;
};

/** The figures of some time of play, from what was counted and the two distributions (microseconds). */
export const figuresOf = (played: Played, frameTimes: Distribution, path: Distribution): HistoryFigures => ({
  frames: played.frames,
  playedSeconds: played.elapsedMs / 1000,
  fps: played.elapsedMs > 0 ? (played.frames * 1000) / played.elapsedMs : null,
  low1: perSecond(milli(frameTimes.meanOfLargest(0.01))),
  low01: perSecond(milli(frameTimes.meanOfLargest(0.001))),
  frameP50: milli(frameTimes.percentile(0.5)),
  frameP99: milli(frameTimes.percentile(0.99)),
  frameMax: frameTimes.count > 0 ? frameTimes.max / 1000 : null,
  pathP50: path.percentile(0.5),
  pathP99: path.percentile(0.99),
  pathMax: path.count > 0 ? path.max : null,
  lateFrames: played.lateFrames,
  lostFrames: played.lostFrames ?? null,
  slowLooks: played.slowLooks ?? null,
  inferences: played.inferences ?? null,
  unchangedFrames: played.unchangedFrames ?? null,
  cacheHits: played.cacheHits ?? null,
  cacheMisses: played.cacheMisses ?? null,
  decisions: played.decisions,
  decisionsBy: Object.entries(played.decisionsBy)
    .map(([method, count]) => ({ method, count }))
    .sort((a, b) => b.count - a.count || a.method.localeCompare(b.method)),
  residentBytes: played.residentBytes ?? null,
  engineResidentBytes: played.engineResidentBytes ?? null,
  processor: percent(played.processorMs, played.elapsedMs),
  engineProcessor: percent(played.engineProcessorMs, played.elapsedMs),
  graphics: share(played.graphicsPercentMs, played.graphicsMs),
  watts: share(played.milliJoules, played.poweredMs),
});
