/** The base of what goes on from before the first frame of all. */
export const beginning = -1;

/** Frames of the session that were played one after the other, and what they go on from. */
interface Stretch {
  /** Number of its first frame. */
  first: number;
  /** The frame after which it goes on, or the {@link beginning}; null: it begins in a state from elsewhere. */
  base: number | null;
}

/** A part of a stretch on the way to a frame: frames `frame` … `frame + frames − 1`, from `position` on. */
export interface Piece {
  position: number;
  frame: number;
  frames: number;
}

/**
 * What was played, as a tree. A session's frames are numbered as they are run, and a number is never given
 * twice; going back begins a new stretch that goes on from an older frame. The way from the beginning to a frame
 * is its *story*, and a frame's *position* is its place in it.
 */
export class Story {
  readonly #stretches: Stretch[] = [{ first: 0, base: beginning }];

  /** From frame `first` on, play goes on after frame `base`. */
  branch(first: number, base: number | null): void {
    // A jump from where another one had just led, without a frame between: that one left no trace.
    if (this.#stretches.at(-1)?.first === first) this.#stretches.pop();
    this.#stretches.push({ first, base });
  }

  /** First frame of the stretch that a frame lies in. */
  stretchOf(frame: number): number {
    return this.#holding(frame).first;
  }

  /** The frame after which a stretch goes on, by its first frame. */
  baseOf(first: number): number | null {
    return this.#holding(first).base;
  }

  /** The way from the beginning to a frame, in order. */
  to(frame: number): Piece[] {
    const pieces: Piece[] = [];
    for (let at: number | null = frame; at !== null && at >= 0; ) {
      const { first, base } = this.#holding(at);
      pieces.push({ position: 0, frame: first, frames: at - first + 1 });
      at = base;
    }
    pieces.reverse();
    let position = 0;
    for (const piece of pieces) {
      piece.position = position;
      position += piece.frames;
    }
    return pieces;
  }

  #holding(frame: number): Stretch {
    const index = this.#stretches.findLastIndex(({ first }) => first <= frame);
    return this.#stretches[Math.max(0, index)]!;
  }
}

/** A frame's position on a way; null where it is not on it. */
export const positionOn = (way: readonly Piece[], frame: number): number | null => {
  const piece = way.find((each) => frame >= each.frame && frame < each.frame + each.frames);
  return piece ? piece.position + frame - piece.frame : null;
};

/** The frame at a position of a way; null beyond its ends. */
export const frameOn = (way: readonly Piece[], position: number): number | null => {
  const piece = way.find((each) => position >= each.position && position < each.position + each.frames);
  return piece ? piece.frame + position - piece.position : null;
};
