import type { Rectangle } from '../../../protocol/feedback.ts';

interface Point {
  x: number;
  y: number;
}

const within = (value: number, most: number): number => Math.max(0, Math.min(most, value));

/** The whole pixels between two corners, inside a picture; at least one. */
export const between = (a: Point, b: Point, size: { width: number; height: number }): Rectangle => {
  const left = Math.min(size.width - 1, Math.floor(within(Math.min(a.x, b.x), size.width)));
  const top = Math.min(size.height - 1, Math.floor(within(Math.min(a.y, b.y), size.height)));
  const right = Math.ceil(within(Math.max(a.x, b.x), size.width));
  const bottom = Math.ceil(within(Math.max(a.y, b.y), size.height));
  return { x: left, y: top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
};
