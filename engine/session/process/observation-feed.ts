import type { Observation } from '../../../protocol/observation.ts';

/** What comes this little too early is on time: half a frame, by which looks are early or late on any computer. */
const earlyMs = 1000 / 120;
const still = { dx: 0, dy: 0 };

/**
 * Thins out what the player sees to what the page is to show. How far the view scrolled is told as since the
 * observation that was told before: what lay in between would be missing from where the page draws the cells.
 */
export class ObservationFeed {
  #gapMs: number;
  #toldAt = Number.NEGATIVE_INFINITY;
  /** Scrolled in observations that were left out since. */
  #untold = still;

  constructor(perSecond: number) {
    this.#gapMs = 1000 / perSecond;
  }

  setRate(perSecond: number): void {
    this.#gapMs = 1000 / perSecond;
  }

  /** What to tell of an observation made at `now` (milliseconds of a clock that never goes back); null: nothing. */
  thin(observation: Observation, now: number): Observation | null {
    const { dx, dy } = observation.scroll;
    const scroll = { dx: this.#untold.dx + dx, dy: this.#untold.dy + dy };
    const due = now - this.#toldAt >= this.#gapMs - earlyMs;
    this.#untold = due ? still : scroll;
    if (!due) return null;
    this.#toldAt = now;
    return { ...observation, scroll };
  }
}
