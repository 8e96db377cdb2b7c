import type { Observation } from '../../../protocol/observation.ts';

/** What comes this little too early is on time: half a frame, by which looks are early or late on any computer. */
const earlyMs = 1000 / 120;

type Scroll = Observation['scroll'];
const still: Scroll = { dx: 0, dy: 0 };
const plus = (a: Scroll, b: Scroll): Scroll => ({ dx: a.dx + b.dx, dy: a.dy + b.dy });

/**
 * Thins out what the player sees to what the page can show. The page draws the cells of the newest look at a resting
 * view where that view has scrolled since, so neither may be left out: while walking, the view rests for a moment at
 * each cell, and that look is told with the next that is due; scroll is told as since the observation told before.
 */
export class ObservationFeed {
  #perSecond: number;
  #toldAt = Number.NEGATIVE_INFINITY;
  /** The newest look at a resting view that was not told yet, with the scroll up to it. */
  #rested: Observation | null = null;
  /** Scrolled since that one, or since what was told last. */
  #untold = still;

  constructor(perSecond: number) {
    this.#perSecond = perSecond;
  }

  setRate(perSecond: number): void {
    this.#perSecond = perSecond;
  }

  /** What is to be told now, older first, of an observation made at `now`: milliseconds of a steady clock. */
  thin(observation: Observation, now: number): Observation[] {
    const seen = { ...observation, scroll: plus(this.#untold, observation.scroll) };
    if (seen.aligned && this.#rested) seen.scroll = plus(this.#rested.scroll, seen.scroll);
    const rested = seen.aligned ? null : this.#rested;
    if (now - this.#toldAt >= 1000 / this.#perSecond - earlyMs) {
      this.#toldAt = now;
      this.#rested = null;
      this.#untold = still;
      return rested ? [rested, seen] : [seen];
    }
    this.#rested = seen.aligned ? seen : rested;
    this.#untold = seen.aligned ? still : seen.scroll;
    return [];
  }
}
