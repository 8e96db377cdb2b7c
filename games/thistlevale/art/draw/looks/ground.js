/** Ground, plants, rocks, paths and water of the second and third look, by block name. */
import { Block, joinedBlock } from './styles.js';

/** A checkered mix of two shades, as the soft look likes it. */
export const mix = (x, y, shade, other) => ((x + y) % 2 ? shade : other);

export const meadow = (style) =>
  style.name === 'soft'
    ? new Block(style)
        .marks(0, [2, 3], [3, 2], [10, 6], [11, 5], [6, 12], [7, 11], [13, 13])
        .marks(2, [4, 3], [12, 6], [8, 12])
    : new Block(style).marks(1, [4, 4], [12, 10]);

export const earth = (style) =>
  style.name === 'soft'
    ? new Block(style)
        .marks(0, [3, 2], [4, 2], [11, 9], [12, 9], [6, 13])
        .marks(2, [3, 3], [4, 3], [11, 10], [7, 7], [14, 2])
    : new Block(style).marks(1, [2, 6], [10, 2], [14, 12]).marks(2, [6, 12]);

/** Grass in tufts of one tile, so that a meadow of it is one tile of video memory. */
function grass(style, bent) {
  const block = new Block(style);
  for (const [x, y] of [
    [0, 0],
    [8, 0],
    [0, 8],
    [8, 8],
  ]) {
    if (style.name === 'soft') {
      const lean = bent ? 2 : 0;
      block.each((px, py) => {
        const [cx, cy] = [px - x, py - y];
        if (cx < 0 || cy < 0 || cx > 7 || cy > 7) return undefined;
        const blade = (at) => Math.abs(cx - at - ((7 - cy) * lean) / 5) < 1 + cy / 5;
        if (blade(2) || blade(5.4)) return cy > 5 ? 3 : mix(px, py, 2, cy < 2 ? 0 : 2);
        return cy === 7 ? 2 : 1;
      });
    } else {
      block
        .fill(x, y + 6, 8, 2, 3)
        .fill(x + (bent ? 2 : 0), y + 2, 2, 4, 3)
        .fill(x + 4, y + (bent ? 4 : 0), 2, bent ? 2 : 6, 2)
        .fill(x + 6, y + 4, 2, 2, 3);
    }
  }
  return block;
}

export const path = (style, joined, ground) =>
  joinedBlock(
    style,
    joined,
    (depth, x, y) => {
      if (style.name === 'soft') {
        if (depth < 1) return undefined;
        if (depth < 2) return mix(x, y, 2, 1);
        return (x * 3 + y * 5) % 16 === 0 ? 2 : 0;
      }
      if (depth < 2) return undefined;
      if (depth < 4) return 3;
      return (x & 6) === 2 && (y & 6) === 4 ? 2 : 1;
    },
    ground(style),
  );

export const water = (style, joined, ground) =>
  joinedBlock(
    style,
    joined,
    (depth, x, y) => {
      if (style.name === 'soft') {
        if (depth < 1) return undefined;
        if (depth < 3) return mix(x, y, 0, depth < 2 ? 2 : 0);
        const wave = (x + (y & 4)) % 8;
        if (y % 4 === 1 && wave > 1 && wave < 6) return 0;
        return y % 4 === 2 && wave > 2 && wave < 5 ? 3 : 2;
      }
      if (depth < 2) return 0;
      if (depth < 4) return 3;
      if ((y & 6) === 2 && (x & 4) === 0) return 0;
      return (y & 6) === 6 && (x & 4) === 4 ? 1 : 2;
    },
    ground(style),
  );

const tree = (style, base = meadow) =>
  base(style)
    .when('soft', (b) =>
      b
        .box(6, 11, 4, 5, 'dark')
        .ball(4.5, 8, 4.5, 4.5, 'mid')
        .ball(11.5, 8, 4.5, 4.5, 'mid')
        .ball(8, 5, 5, 5, 'mid')
        .ball(8, 9, 4, 3, 'mid', { edge: null }),
    )
    .when('bold', (b) =>
      b
        .box(6, 12, 4, 4, 'black')
        .poly(
          [
            [4, 0],
            [12, 0],
            [16, 4],
            [16, 10],
            [12, 14],
            [4, 14],
            [0, 10],
            [0, 4],
          ],
          'dark',
        )
        .fill(4, 2, 4, 2, 0)
        .fill(2, 4, 2, 4, 0),
    );

const bush = (style) =>
  meadow(style)
    .when('soft', (b) => b.ball(4, 10, 4, 4, 'mid').ball(12, 10, 4, 4, 'mid').ball(8, 8.5, 5, 5, 'light'))
    .when('bold', (b) => b.box(0, 4, 16, 10, 'mid').fill(4, 6, 4, 2, 0).fill(10, 10, 2, 2, 3));

const rock = (style, base = meadow) =>
  base(style)
    .when('soft', (b) => b.ball(8, 9.5, 7, 5.5, 'light').marks(3, [9, 8], [10, 9], [6, 12]))
    .when('bold', (b) =>
      b
        .poly(
          [
            [4, 2],
            [12, 2],
            [16, 6],
            [16, 14],
            [0, 14],
            [0, 6],
          ],
          'light',
        )
        .fill(10, 8, 4, 4, 2),
    );

export const sign = (style, base = meadow) =>
  base(style)
    .when('soft', (b) =>
      b
        .box(7, 9, 2, 7, 'dark')
        .box(1, 2, 14, 9, 'pale', { radius: 4 })
        .fill(4, 5, 8, 1, 2)
        .fill(4, 7, 6, 1, 2),
    )
    .when('bold', (b) =>
      b.fill(6, 10, 4, 6, 3).box(0, 0, 16, 12, 'pale').fill(4, 4, 8, 2, 3).fill(4, 8, 4, 2, 3),
    );

export const ledge = (style, left, right, base = meadow) =>
  base(style).each((x, y) => {
    if ((left && x < 2) || (right && x > 13)) return undefined;
    if (style.name === 'soft')
      return y < 7 || y > 13 ? undefined : y === 7 ? 0 : y === 13 ? 3 : mix(x, y, 2, y < 10 ? 0 : 3);
    return y < 6 || y > 13 ? undefined : y < 8 ? 1 : y > 11 ? 3 : (x & 2) === 0 ? 3 : 2;
  });

const flower = (style) =>
  meadow(style)
    .when('soft', (b) =>
      b
        .stroke(
          [
            [4, 6],
            [5, 11],
          ],
          0.6,
          'black',
          { edge: null },
        )
        .stroke(
          [
            [12, 10],
            [11, 15],
          ],
          0.6,
          'black',
          { edge: null },
        )
        .ball(4, 4, 3, 3, 'light')
        .ball(12, 9, 3, 3, 'light')
        .marks(3, [4, 4], [12, 9]),
    )
    .when('bold', (b) =>
      b
        .fill(2, 2, 6, 2, 3)
        .fill(4, 0, 2, 6, 3)
        .fill(4, 2, 2, 2, 1)
        .fill(4, 6, 2, 4, 2)
        .fill(8, 8, 6, 2, 3)
        .fill(10, 6, 2, 6, 3)
        .fill(10, 8, 2, 2, 1)
        .fill(10, 12, 2, 4, 2),
    );

const thistle = (style) =>
  meadow(style)
    .when('soft', (b) =>
      b
        .stroke(
          [
            [8, 8],
            [8, 15],
          ],
          0.8,
          'black',
          { edge: null },
        )
        .stroke(
          [
            [8, 13],
            [4, 10],
          ],
          0.8,
          'dark',
          { edge: null },
        )
        .stroke(
          [
            [8, 13],
            [12, 10],
          ],
          0.8,
          'dark',
          { edge: null },
        )
        .poly(
          [
            [4, 0],
            [6, 3],
            [8, 0],
            [10, 3],
            [12, 0],
            [11, 5],
            [5, 5],
          ],
          'mid',
          { edge: null },
        )
        .ball(8, 6.5, 3.4, 3, 'dark'),
    )
    .when('bold', (b) =>
      b
        .fill(6, 0, 4, 2, 2)
        .fill(4, 2, 8, 2, 2)
        .fill(4, 4, 8, 4, 3)
        .fill(6, 8, 2, 8, 3)
        .fill(2, 10, 4, 2, 3)
        .fill(8, 12, 6, 2, 3),
    );

const tuft = (style) =>
  meadow(style)
    .when('soft', (b) =>
      b
        .stroke(
          [
            [4, 3],
            [5, 6],
          ],
          0.6,
          'dark',
          { edge: null },
        )
        .stroke(
          [
            [7, 2],
            [6, 6],
          ],
          0.6,
          'dark',
          { edge: null },
        )
        .stroke(
          [
            [10, 10],
            [11, 13],
          ],
          0.6,
          'dark',
          { edge: null },
        )
        .stroke(
          [
            [13, 9],
            [12, 13],
          ],
          0.6,
          'dark',
          { edge: null },
        ),
    )
    .when('bold', (b) =>
      b
        .fill(2, 2, 2, 2, 2)
        .fill(4, 4, 2, 2, 3)
        .fill(6, 2, 2, 2, 2)
        .fill(8, 10, 2, 2, 2)
        .fill(10, 12, 2, 2, 3)
        .fill(12, 10, 2, 2, 2),
    );

const fence = (style) =>
  meadow(style).each((x, y) => {
    const post = (x & 7) > 1 && (x & 7) < 6;
    if (style.name === 'soft') {
      if (post && y > 1 && y < 15) return (x & 7) === 5 || y === 14 ? 3 : y < 4 ? 0 : mix(x, y, 0, 2);
      return (y > 4 && y < 7) || (y > 9 && y < 12) ? (y % 5 === 1 ? 3 : 2) : undefined;
    }
    if (post && y > 1) return (x & 7) < 4 && y < 14 ? 1 : 3;
    return (y & 6) === 4 || (y & 14) === 10 ? 3 : undefined;
  });

export const numbered = (draw, prefix, base) =>
  Object.fromEntries(
    Array.from({ length: 16 }, (_, joined) => [`${prefix}-${joined}`, (style) => draw(style, joined, base)]),
  );

/** Of the open air and the country: name → painter. */
export const openAir = {
  ground: meadow,
  tuft,
  flower,
  thistle,
  'tall-grass': (style) => grass(style, false),
  rustle: (style) => grass(style, true),
  tree,
  bush,
  rock,
  fence,
  sign,
  ledge: (style) => ledge(style, false, false),
  'ledge-left': (style) => ledge(style, true, false),
  'ledge-right': (style) => ledge(style, false, true),
  ...numbered(path, 'path', meadow),
  ...numbered(water, 'water', meadow),
};
