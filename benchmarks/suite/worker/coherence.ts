import type { Coherence } from '../../../protocol/benchmark-run.ts';

/**
 * Sorts decisions by what they did to the distance to the goal: compared is the distance at a decision with
 * the one at the next. A decision that changed nothing counts only where it took longer than the scenario's
 * patience; turning a page of text or looking around is neither good nor bad.
 */
export class CoherenceMeter {
  readonly #distance: (() => number | null) | null;
  readonly #patience: number;
  readonly #counts: Coherence = { nearer: 0, farther: 0, wasted: 0 };
  #last: { frame: number; distance: number } | null = null;

  /** `distance` null: nobody knows it. */
  constructor(distance: (() => number | null) | null, patience: number) {
    this.#distance = distance;
    this.#patience = patience;
  }

  /** A decision is taken at this frame of the episode. */
  mark(frame: number): void {
    const distance = this.#distance?.() ?? null;
    if (distance === null) {
      this.#last = null;
      return;
    }
    if (this.#last) {
      const change = distance - this.#last.distance;
      if (change < 0) this.#counts.nearer += 1;
      else if (change > 0) this.#counts.farther += 1;
      else if (frame - this.#last.frame <= this.#patience) return;
      else this.#counts.wasted += 1;
    }
    this.#last = { frame, distance };
  }

  /** Null where the distance was never known. */
  get coherence(): Coherence | null {
    return this.#distance === null ? null : { ...this.#counts };
  }
}
