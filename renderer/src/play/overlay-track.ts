import type { Observation } from '../../../protocol/observation.ts';

/** How much of the overlay shows: all, less while it follows a moving view, nearly nothing when it cannot. */
export type Hold = 'resting' | 'following' | 'lost';

export interface Placed {
  /** The cells, as last seen at rest. */
  seen: Observation;
  /** Pixels of the game by which the view has moved since. */
  x: number;
  y: number;
  hold: Hold;
}

/** Whether two places look the same on the screen. */
export const samePlace = (a: Placed, b: Placed): boolean =>
  a.x === b.x &&
  a.y === b.y &&
  a.hold === b.hold &&
  a.seen.cells.join() === b.seen.cells.join() &&
  a.seen.cellConfidence.every((sure, cell) => Math.abs(sure - (b.seen.cellConfidence[cell] ?? 0)) < 5);

/** A step from cell to cell takes about 16 frames; a view that moves much longer was not walked. */
const longestFollow = 40;
/** Frames by which a picture may be ahead of the observation that belongs to it. */
const longestGuess = 4;

/**
 * Keeps the overlay on the ground it was read from. Cells are known only when the view rests on its grid, a
 * few times a second while walking; in between they are moved by the scroll that the eyes measured, and between
 * two observations by the pace of the last one.
 */
export class OverlayTrack {
  #rest: Observation | null = null;
  #last: Observation | null = null;
  #x = 0;
  #y = 0;
  #pace = { x: 0, y: 0 };

  observe(seen: Observation | null): void {
    const frames = seen && this.#last ? seen.frame - this.#last.frame : 0;
    this.#last = seen;
    if (!seen || seen.aligned) {
      this.#rest = seen;
      this.#x = 0;
      this.#y = 0;
      this.#pace = { x: 0, y: 0 };
      return;
    }
    this.#x += seen.scroll.dx;
    this.#y += seen.scroll.dy;
    this.#pace = frames > 0 ? { x: seen.scroll.dx / frames, y: seen.scroll.dy / frames } : { x: 0, y: 0 };
  }

  /** Where the overlay lies on the picture of a frame; null: nothing was ever seen at rest. */
  at(frame: number): Placed | null {
    const [rest, last] = [this.#rest, this.#last];
    if (!rest || !last) return null;
    const ahead = Math.min(Math.max(0, frame - last.frame), longestGuess);
    const lost = last.mode !== rest.mode || last.frame - rest.frame > longestFollow;
    return {
      seen: rest,
      x: Math.round(this.#x + this.#pace.x * ahead),
      y: Math.round(this.#y + this.#pace.y * ahead),
      hold: last.aligned ? 'resting' : lost ? 'lost' : 'following',
    };
  }
}
