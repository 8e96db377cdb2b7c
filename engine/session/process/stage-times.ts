import type { HistogramStats, SeenHost, SeenMetrics } from '../../../native/types.ts';
import type { Second } from '../../../protocol/sessions.ts';
import type { StageStats } from '../../../protocol/stage-stats.ts';
import { frameBudgetUs, type Stage, stages } from '../../../protocol/words.ts';
import { Distribution } from '../../history/distribution.ts';
import { encodeFrameTimes } from '../../history/frame-times.ts';
import type { PlayedSecond } from '../../history/played.ts';
import type { Figures, Pace } from '../messages.ts';
import { Counters } from './counters.ts';
import { FrameClock } from './frame-clock.ts';
import { Histogram } from './histogram.ts';

/** One look, in microseconds. */
export interface LookTimes {
  /** The whole way of that frame to its observation, where the frame thread measured it. */
  pathUs: number | null;
  /** The core's frame, where it was measured here: in lockstep. */
  coreUs: number | null;
  /** From the finished frame to the observation, as it took here. */
  seeUs: number;
  /** From the observation to the buttons. */
  decideUs: number;
}

/**
 * Times of the stages that JavaScript sees, and their merging with the native ones.
 *
 * `path` is taken for the frames that the player looks at: from the core's first instruction of that frame (or
 * asking the window) to the buttons. Eyes on the frame thread measure their part of it themselves, and `infer`
 * is theirs. With eyes in JavaScript, `infer` is measured here; in lockstep one clock goes around the whole path,
 * in real time, where JavaScript cannot see a frame begin, the median core (or capture), preprocess and publish
 * times of the second before stand for that part.
 */
export class StageTimes {
  readonly #infer = new Histogram();
  readonly #decide = new Histogram();
  readonly #path = new Histogram();
  readonly #secondPath = new Histogram();
  readonly #host: SeenHost;
  readonly #frameClock: FrameClock;
  readonly #counters: Counters;
  #wayOfSecond = new Distribution();
  #nativeMedian = 0;
  #runningMs = 0;
  #frames = 0;
  #decisions = 0;
  #looks = 0;
  #slowLooks = 0;
  #secondLate = 0;
  #secondFrames = 0;

  constructor(host: SeenHost) {
    this.#host = host;
    this.#frameClock = new FrameClock(host);
    this.#counters = new Counters(host);
    this.#secondLate = host.metrics().lateFrames;
  }

  looked({ pathUs, coreUs, seeUs, decideUs }: LookTimes): void {
    if (pathUs === null) this.#infer.add(seeUs);
    this.#decide.add(decideUs);
    const path = (pathUs ?? coreUs ?? this.#nativeMedian) + seeUs + decideUs;
    this.#path.add(path);
    this.#looks += 1;
    if (path > frameBudgetUs) this.#slowLooks += 1;
    this.#secondPath.add(path);
    this.#wayOfSecond.add(path);
  }

  /** Play goes on. */
  begin(): void {
    this.#frameClock.begin();
  }

  /** Play stands still. */
  rest(): void {
    this.#frameClock.rest();
  }

  ran(frames: number): void {
    this.#frameClock.gather();
    this.#frames += frames;
    this.#secondFrames += frames;
  }

  decided(skill: string): void {
    this.#decisions += 1;
    this.#counters.decided(skill);
  }

  /** How the session keeps its pace, for the governor. */
  pace(): Pace {
    const { lateFrames, lostFrames } = this.#host.metrics();
    const [looks, slowLooks] = [this.#looks, this.#slowLooks];
    return { frames: this.#frames, lateFrames, lostFrames, looks, slowLooks };
  }

  /** Closes a second of play that took `elapsedMs`. */
  second(second: number, elapsedMs: number): Second {
    const metrics = this.#host.metrics();
    this.#nativeMedian = medianOf(metrics);
    this.#runningMs += elapsedMs;
    const { p50, p99, max } = this.#secondPath.stats();
    const row: Second = {
      second,
      frames: this.#secondFrames,
      fps: elapsedMs > 0 ? (this.#secondFrames * 1000) / elapsedMs : 0,
      p50,
      p99,
      max,
      lateFrames: Math.max(0, metrics.lateFrames - this.#secondLate),
      residentBytes: metrics.residentBytes,
    };
    this.#secondLate = metrics.lateFrames;
    this.#secondFrames = 0;
    this.#secondPath.clear();
    return row;
  }

  /** What the history keeps of the second that {@link second} closed; `paced`: with each frame's time. */
  played(
    { second, frames, lateFrames, residentBytes }: Second,
    elapsedMs: number,
    paced: boolean,
  ): PlayedSecond {
    const { times, distribution } = this.#frameClock.take();
    const path = this.#wayOfSecond;
    this.#wayOfSecond = new Distribution();
    return {
      second,
      played: {
        ...{ frames, elapsedMs, lateFrames, residentBytes },
        ...this.#counters.take({
          looks: this.#looks,
          slowLooks: this.#slowLooks,
          inferred: this.#infer.count,
        }),
      },
      frameTimes: distribution.encode(),
      path: path.encode(),
      everyFrame: paced ? encodeFrameTimes(times) : null,
    };
  }

  /** Everything since the session began; `openMs`: running time not yet closed by {@link second}. */
  figures(openMs: number): Figures {
    const metrics = this.#host.metrics();
    const own = { decide: this.#decide.stats(), path: this.#path.stats() };
    const infer = this.#infer.stats();
    const measured: Partial<Record<Stage, HistogramStats>> = {
      ...metrics.stages,
      ...own,
      ...(infer.count > 0 ? { infer } : {}),
    };
    const elapsedMs = this.#runningMs + openMs;
    return {
      frames: this.#frames,
      elapsedMs,
      fps: elapsedMs > 0 ? (this.#frames * 1000) / elapsedMs : 0,
      targetFps: this.#host.info.fps,
      driftFrames: metrics.driftFrames,
      lateFrames: metrics.lateFrames,
      lostFrames: metrics.lostFrames,
      slowLooks: this.#slowLooks,
      decisions: this.#decisions,
      residentBytes: metrics.residentBytes,
      stages: stages.flatMap((stage): StageStats[] => {
        const stats = measured[stage];
        return stats ? [{ stage, ...stats }] : [];
      }),
    };
  }
}

const medianOf = ({ stages: { core, capture, preprocess, publish } }: SeenMetrics): number =>
  [core, capture, preprocess, publish].reduce((sum, stage) => sum + (stage?.p50 ?? 0), 0);
