import type { Host } from '../../../native/types.ts';
import { problemFrom } from '../../problem.ts';
import type { Report, StartPlan } from '../messages.ts';

/** Frames that stand for a second where the clock has no pace. */
const framesASecond = 60;

/**
 * Keeps the one state from which a session can be resumed whatever happens to it. The file is replaced
 * atomically: until the new one is whole, the old one is there.
 */
export class Autosave {
  readonly #host: Host;
  readonly #plan: StartPlan;
  readonly #path: string;
  readonly #report: (report: Report) => void;
  #savedAt = performance.now();
  #savedFrames = 0;
  #failed = false;

  constructor(host: Host, plan: StartPlan, path: string, report: (report: Report) => void) {
    this.#host = host;
    this.#plan = plan;
    this.#path = path;
    this.#report = report;
  }

  /** Saves when enough was played since: by the wall clock in real time, by frames in lockstep. */
  saveWhenDue(framesPlayed: number): void {
    const { clock, autosaveSeconds } = this.#plan;
    const seconds =
      clock === 'real-time'
        ? (performance.now() - this.#savedAt) / 1000
        : (framesPlayed - this.#savedFrames) / framesASecond;
    if (seconds < autosaveSeconds) return;
    this.#savedFrames = framesPlayed;
    this.save();
  }

  /** Saves now. A full disk is told once and costs nothing but this save. */
  save(): void {
    this.#savedAt = performance.now();
    try {
      const saved = this.#host.saveState(this.#path);
      this.#failed = false;
      this.#report({ type: 'autosave', saved: { path: this.#path, ...saved } });
    } catch (error) {
      if (this.#failed) return;
      this.#failed = true;
      const { message, remedy } = problemFrom(error);
      this.#report({ type: 'notice', level: 'error', message: `The autosave failed: ${message}`, remedy });
    }
  }
}
