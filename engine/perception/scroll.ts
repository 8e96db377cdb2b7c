/**
 * Tells by how many pixels the view scrolled between two frames, from luminance alone: the shift along one
 * axis with the smallest mean absolute difference, on a sparse grid of samples. Games of this kind scroll
 * along one axis at a time; the smallest shift wins ties, because tiled ground repeats every 8 pixels.
 */

/** Farthest shift looked for, in pixels. */
export const maxShift = 16;

/** Samples are this many pixels apart in both directions: odd, so that they do not beat with 8-pixel tiles. */
const stride = 3;

export interface Shift {
  /** Pixels the view went right (+) or left (−). */
  dx: number;
  /** Pixels the view went down (+) or up (−). */
  dy: number;
  /** Mean absolute difference that is left at this shift, 0–255. */
  error: number;
}

const differenceAt = (
  before: Uint8Array,
  after: Uint8Array,
  width: number,
  height: number,
  dx: number,
  dy: number,
  giveUpAt: number,
): number => {
  const fromX = Math.max(0, -dx);
  const toX = Math.min(width, width - dx);
  const fromY = Math.max(0, -dy);
  const toY = Math.min(height, height - dy);
  const samples = Math.ceil((toX - fromX) / stride) * Math.ceil((toY - fromY) / stride);
  const ceiling = giveUpAt * samples;
  let sum = 0;
  for (let y = fromY; y < toY; y += stride) {
    const rowAfter = y * width;
    const rowBefore = (y + dy) * width + dx;
    for (let x = fromX; x < toX; x += stride) {
      sum += Math.abs(after[rowAfter + x]! - before[rowBefore + x]!);
    }
    if (sum > ceiling) return Number.POSITIVE_INFINITY;
  }
  return sum / samples;
};

/**
 * Estimates the scroll from `before` to `after`, both `width * height` bytes of luminance.
 * A shift of (0, 0) with a high `error` means that the scene changed altogether.
 */
export const estimateScroll = (
  before: Uint8Array,
  after: Uint8Array,
  width: number,
  height: number,
): Shift => {
  let best: Shift = {
    dx: 0,
    dy: 0,
    error: differenceAt(before, after, width, height, 0, 0, Number.POSITIVE_INFINITY),
  };
  // Nearly the same picture: only sprites and animated tiles moved.
  if (best.error < 0.5) return best;
  for (let distance = 1; distance <= maxShift; distance++) {
    for (const [dx, dy] of [
      [distance, 0],
      [-distance, 0],
      [0, distance],
      [0, -distance],
    ] as const) {
      const error = differenceAt(before, after, width, height, dx, dy, best.error);
      // A clear gain, not a tie: repeated ground must not look like a step.
      if (error < best.error * 0.98) best = { dx, dy, error };
    }
  }
  return best;
};
