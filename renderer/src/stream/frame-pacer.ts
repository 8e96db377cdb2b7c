import type { FrameMessage } from '../../../protocol/frame-message.ts';

/** More than one picture may wait only because the display and the game beat at slightly different rates. */
const mostWaiting = 2;

/**
 * Gives out one picture each time the browser is about to show one. Two that came within one refresh are shown one
 * after the other: thrown away, the first would be missing from a movement that then stands still where the next
 * refresh brings none. A third replaces the oldest, so nothing shown is more than a refresh late.
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
    const frame = this.#waiting.shift();
    if (!frame) return;
    if (this.#waiting.length > 0) this.#schedule();
    this.#show(frame);
  }
}
