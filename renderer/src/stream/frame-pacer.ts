import type { FrameMessage } from '../../../protocol/frame-message.ts';

/** More than one picture may wait only because the display and the game beat at slightly different rates. */
const mostWaiting = 2;
/**
 * A picture this young may wait one refresh more for the sake of the one before it; an older one would be shown
 * more than a refresh late. Half a refresh of a 60 Hz display, and the way from the core to the page.
 */
const mayWaitMs = 12;

/**
 * Gives out one picture each time the browser is about to show one. Two come within one refresh for one of two
 * reasons. Where the game's beat crosses that of the display, frames fall now before and now after a refresh: the
 * second has only just come, so they are shown one after the other; thrown away, the first would be missing from a
 * movement that then stands still where the next refresh brings none. After a hitch, the second may be nearly a
 * refresh old: it is shown at once, or every picture from then on would be late.
 */
export class FramePacer {
  readonly #show: (frame: FrameMessage) => void;
  #waiting: FrameMessage[] = [];
  #scheduled = 0;

  constructor(show: (frame: FrameMessage) => void) {
    this.#show = show;
  }

  add(frame: FrameMessage): void {
    this.#waiting = [...this.#waiting, frame].slice(-mostWaiting);
    this.#schedule();
  }

  /** What waits belongs to a session that is no longer watched. */
  clear(): void {
    this.#waiting = [];
  }

  #schedule(): void {
    if (this.#scheduled === 0) this.#scheduled = requestAnimationFrame(() => this.#refresh());
  }

  #refresh(): void {
    this.#scheduled = 0;
    const newest = this.#waiting.at(-1);
    if (!newest) return;
    // The clock of the frames, not the browser's own: both are set together.
    const mayWait = Date.now() - newest.capturedAt <= mayWaitMs;
    const frame = (mayWait && this.#waiting[0]) || newest;
    this.#waiting = frame === newest ? [] : [newest];
    if (this.#waiting.length > 0) this.#schedule();
    this.#show(frame);
  }
}
