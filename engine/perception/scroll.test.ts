import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../player/random-numbers.ts';
import { estimateScroll, maxShift } from './scroll.ts';

const width = 160;
const height = 144;

/** A picture of 8×8 tiles out of a small set, as games of this kind draw it, seen from (x, y). */
const scene = (seed: number) => {
  const random = randomFrom(seed);
  const tiles = Array.from({ length: 12 }, () =>
    Array.from({ length: 64 }, () => Math.floor(random() * 4) * 85),
  );
  const map = Array.from({ length: 40 * 40 }, () => Math.floor(random() * tiles.length));
  return (left: number, top: number): Uint8Array => {
    const grey = new Uint8Array(width * height);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const [u, v] = [x + left, y + top];
        grey[y * width + x] = tiles[map[(v >> 3) * 40 + (u >> 3)]!]![(v & 7) * 8 + (u & 7)]!;
      }
    }
    return grey;
  };
};

const drawSprite = (grey: Uint8Array, left: number, top: number, shade: number): void => {
  for (let y = 0; y < 16; y++) grey.fill(shade, (top + y) * width + left, (top + y) * width + left + 16);
};

describe('estimateScroll', () => {
  it('finds any shift along one axis, whatever moves in front', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: -maxShift, max: maxShift }),
        fc.boolean(),
        fc.integer({ min: 0, max: 140 }),
        (seed, shift, vertical, sprite) => {
          const picture = scene(seed);
          const before = picture(40, 40);
          const after = vertical ? picture(40, 40 + shift) : picture(40 + shift, 40);
          drawSprite(before, 64, 64, 0);
          drawSprite(after, 64, 64, 255);
          drawSprite(after, sprite, 20, 10);
          const { dx, dy } = estimateScroll(before, after, width, height);
          // Minus zero and zero are the same shift.
          expect([dx + 0, dy + 0]).toEqual(vertical ? [0, shift] : [shift, 0]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('sees no shift in a picture that stands still but for its sprites', () => {
    const before = scene(3)(40, 40);
    const after = before.slice();
    drawSprite(after, 64, 64, 255);
    drawSprite(after, 100, 32, 0);
    expect(estimateScroll(before, after, width, height)).toMatchObject({ dx: 0, dy: 0 });
  });

  it('sees no shift on bare ground, where every shift would fit', () => {
    const bare = new Uint8Array(width * height).fill(170);
    expect(estimateScroll(bare, bare, width, height)).toEqual({ dx: 0, dy: 0, error: 0 });
  });
});
