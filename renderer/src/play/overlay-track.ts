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

/** After about seven steps most of what was seen has left the screen. */
const longestFollow = 120;
/** Frames by which a picture may be ahead of the observation that belongs to it. */
const longestGuess = 8;

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
    const { dx, dy } = seen?.scroll ?? { dx: 0, dy: 0 };
    // Also when the view has just come to rest on a cell: who walks mostly walks on, and a wrong guess is put
    // right by the next observation.
    this.#pace = frames > 0 ? { x: dx / frames, y: dy / frames } : { x: 0, y: 0 };
    if (!seen || seen.aligned) {
      this.#rest = seen;
      this.#x = 0;
      this.#y = 0;
      return;
    }
    this.#x += dx;
    this.#y += dy;
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
