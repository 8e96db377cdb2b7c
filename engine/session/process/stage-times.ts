import type { Host, HostMetrics } from '../../../native/types.ts';
import type { Second, StageStats } from '../../../protocol/sessions.ts';
import { stages } from '../../../protocol/words.ts';
import type { Figures } from '../messages.ts';
import { Histogram } from './histogram.ts';

/**
 * Times of the stages that JavaScript sees, and their merging with the native ones.
 *
 * `infer` is from the finished frame to the observation, `decide` from there to the buttons. `path` is taken
 * for the frames that the player looks at. In lockstep it is one clock around the whole of it, from the core's
 * first instruction of that frame to the buttons. In real time the core runs on its own thread, where
 * JavaScript cannot see a frame begin: there it is the measured infer + decide plus the median core,
 * preprocess and publish times of the second before.
 */
export class StageTimes {
  readonly #infer = new Histogram();
  readonly #decide = new Histogram();
  readonly #path = new Histogram();
  readonly #secondPath = new Histogram();
  readonly #host: Host;
  #nativeMedian = 0;
  #runningMs = 0;
  #frames = 0;
  #decisions = 0;
  #secondLate = 0;
  #secondFrames = 0;

  constructor(host: Host) {
    this.#host = host;
    this.#secondLate = host.metrics().lateFrames;
  }

  /** One frame looked at, in microseconds; `frame` is the measured time of the core's frame, if it was. */
  looked(frame: number | null, infer: number, decide: number): void {
    this.#infer.add(infer);
    this.#decide.add(decide);
    const path = (frame ?? this.#nativeMedian) + infer + decide;
    this.#path.add(path);
    this.#secondPath.add(path);
  }

  ran(frames: number): void {
    this.#frames += frames;
    this.#secondFrames += frames;
  }

  decided(): void {
    this.#decisions += 1;
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

  /** Everything since the session began; `openMs`: running time not yet closed by {@link second}. */
  figures(openMs: number): Figures {
    const metrics = this.#host.metrics();
    const own = { infer: this.#infer.stats(), decide: this.#decide.stats(), path: this.#path.stats() };
    const elapsedMs = this.#runningMs + openMs;
    return {
      frames: this.#frames,
      elapsedMs,
      fps: elapsedMs > 0 ? (this.#frames * 1000) / elapsedMs : 0,
      targetFps: this.#host.info.fps,
      driftFrames: metrics.driftFrames,
      lateFrames: metrics.lateFrames,
      decisions: this.#decisions,
      residentBytes: metrics.residentBytes,
      stages: stages.map((stage): StageStats => ({ stage, ...{ ...metrics.stages, ...own }[stage] })),
    };
  }
}

const medianOf = ({ stages: { core, preprocess, publish } }: HostMetrics): number =>
  core.p50 + preprocess.p50 + publish.p50;
