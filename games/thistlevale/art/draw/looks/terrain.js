/** Ground, plants, rocks, paths and water of the second and third look, by block name. */
import { Block, joinedBlock } from './styles.js';

/** A checkered mix of two shades, as the soft look likes it. */
const mix = (x, y, shade, other) => ((x + y) % 2 ? shade : other);

const meadow = (style) =>
  style.name === 'soft'
    ? new Block(style)
        .marks(0, [2, 3], [3, 2], [10, 6], [11, 5], [6, 12], [7, 11], [13, 13])
        .marks(2, [4, 3], [12, 6], [8, 12])
    : new Block(style).marks(1, [4, 4], [12, 10]);

const earth = (style) =>
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

const path = (style, joined, ground) =>
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

const water = (style, joined, ground) =>
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

const rockWall = (style, joined) => {
  const open = (bit) => (joined & bit) === 0;
  return new Block(style, 2).each((x, y) => {
    const near = Math.min(open(1) ? y : 99, open(8) ? x : 99, open(2) ? 15 - x : 99);
    if (style.name === 'soft') {
      if (open(4) && y > 8)
        return near < 1 ? 3 : y > 14 ? 3 : mix(x, y, (x & 3) === 1 ? 3 : 2, (x & 7) < 3 ? 0 : 2);
      if (open(4) && y > 6) return 0;
      if (near < 1) return 3;
      if (near < 2) return 0;
      return (x + 2 * (y & 7)) % 8 === 0 ? mix(x, y, 0, 3) : 2;
    }
    if (near < 2) return 3;
    if (open(4) && y > 7) return y < 10 || y > 13 ? 3 : (x & 4) === 0 ? 3 : 1;
    return (x & 6) === 4 && (y & 6) === ((x & 8) === 0 ? 0 : 4) ? 1 : 2;
  });
};

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

const fir = (style) =>
  meadow(style)
    .when('soft', (b) =>
      b
        .box(7, 13, 3, 3, 'dark')
        .poly(
          [
            [8, 6],
            [16, 14.5],
            [0, 14.5],
          ],
          'mid',
        )
        .poly(
          [
            [8, 3],
            [14, 10],
            [2, 10],
          ],
          'mid',
        )
        .poly(
          [
            [8, -1],
            [12, 6],
            [4, 6],
          ],
          'light',
        ),
    )
    .when('bold', (b) =>
      b
        .fill(6, 14, 4, 2, 3)
        .box(0, 10, 16, 4, 'mid')
        .box(2, 6, 12, 4, 'mid')
        .box(4, 2, 8, 4, 'mid')
        .fill(6, 0, 4, 2, 3),
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

const sign = (style, base = meadow) =>
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

const ledge = (style, left, right, base = meadow) =>
  base(style).each((x, y) => {
    if ((left && x < 2) || (right && x > 13)) return undefined;
    if (style.name === 'soft')
      return y < 7 || y > 13 ? undefined : y === 7 ? 0 : y === 13 ? 3 : mix(x, y, 2, y < 10 ? 0 : 3);
    return y < 6 || y > 13 ? undefined : y < 8 ? 1 : y > 11 ? 3 : (x & 2) === 0 ? 3 : 2;
  });

const mushroom = (style) =>
  meadow(style)
    .when('soft', (b) =>
      b.box(6, 8, 4, 7, 'pale').ball(8, 6.5, 7, 5, 'mid').marks(0, [5, 5], [9, 4], [11, 7]),
    )
    .when('bold', (b) =>
      b.box(6, 8, 4, 8, 'pale').box(0, 2, 16, 8, 'dark').fill(4, 4, 2, 2, 0).fill(10, 4, 2, 2, 0),
    );

const crystals = (style, big) => {
  const block = earth(style);
  const shard = (x, top, half) =>
    block.poly(
      [
        [x - half, 15],
        [x - half, top + 3],
        [x, top],
        [x + half, top + 3],
        [x + half, 15],
      ],
      'light',
    );
  if (big) shard(3.5, 7, 3);
  shard(12, big ? 6 : 8, 3);
  shard(big ? 8 : 6, big ? 1 : 5, 3);
  return block;
};

const stairs = (style, down) =>
  new Block(style, 3).each((x, y) => {
    const step = y >> 2;
    const inset = 1 + (down ? step : 3 - step);
    if (x < inset || x >= 16 - inset) return 3;
    if (style.name === 'soft') return y % 4 === 0 ? 0 : mix(x, y, 2, down && step > 1 ? 3 : 0);
    return y % 4 < 2 ? (down && step > 2 ? 2 : 0) : 3;
  });

const lantern = (style, lit) =>
  earth(style)
    .box(4, 12, 8, 4, 'dark')
    .box(6, 8, 4, 5, 'black')
    .box(4, 1, 8, 9, lit ? 'pale' : 'dark')
    .when('soft', (b) => (lit ? b.marks(2, [8, 4], [7, 5], [8, 5], [8, 6]) : b));

const fern = (style) =>
  meadow(style)
    .when('soft', (b) => {
      for (const side of [-1, 1])
        for (const [y, far] of [
          [3, 3],
          [6, 6],
          [9, 7],
        ])
          b.stroke(
            [
              [8, y + 4],
              [8 + side * far * 0.6, y],
              [8 + side * far, y + 2],
            ],
            0.8,
            'dark',
            { edge: null },
          );
    })
    .when('bold', (b) =>
      b
        .fill(6, 4, 2, 12, 3)
        .fill(2, 4, 2, 4, 2)
        .fill(10, 4, 2, 4, 2)
        .fill(4, 8, 2, 2, 3)
        .fill(8, 8, 2, 2, 3)
        .fill(0, 10, 2, 4, 2)
        .fill(12, 10, 2, 4, 2),
    );

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

const canopy = (style) =>
  new Block(style, 2).each((x, y) => {
    if (style.name === 'soft') {
      const d = Math.hypot((x % 8) - 3.5, ((y + (x & 8 ? 4 : 0)) % 8) - 3.5);
      return d > 4 ? 3 : d > 3.2 ? 2 : x % 8 < 4 && (y & 7) < 5 ? mix(x, y, 0, 2) : 2;
    }
    return (x & 6) === 0 && (y & 6) === 0 ? 0 : ((x + y) & 4) === 0 ? 3 : 2;
  });

const undergrowth = (style) =>
  new Block(style).each((x, y) => {
    if (style.name === 'soft') return Math.abs(((x + (y & 4)) % 8) - 4) + (y % 4) < 4 ? mix(x, y, 2, 0) : 1;
    return (x & 2) === (y & 2) ? ((x & 4) === (y & 4) ? 2 : 3) : 0;
  });

const log = (style, left) =>
  meadow(style)
    .fill(0, 4, 16, 9, 2)
    .each((x, y) => {
      if (y < 4 || y > 12) return undefined;
      if (y > 11) return 3;
      if (style.name === 'soft') return y < 6 ? 0 : y % 3 === 0 ? mix(x, y, 3, 2) : 2;
      return y < 6 ? 3 : y > 10 ? 3 : (x & 6) === 2 ? 3 : 2;
    })
    .when(style.name, (b) =>
      left
        ? b.fill(0, 4, 4, 9, style.ground).ball(4, 8.5, 4, 4.6, 'pale')
        : b.fill(14, 4, 2, 9, style.ground).fill(13, 5, 1, 7, 3),
    );

const numbered = (draw, prefix, base) =>
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

/** Of the forest, beside those of the open air. */
export const forest = {
  ...openAir,
  flower: mushroom,
  thistle: fern,
  tree: fir,
  fence: (style) =>
    meadow(style)
      .box(2, 6, 12, 10, 'mid')
      .ball(8, 6, 6, 4, 'pale')
      .when('soft', (b) => b.ball(8, 6, 3, 2, 'light')),
  'old-tree': canopy,
  undergrowth,
  'log-left': (style) => log(style, true),
  'log-right': (style) => log(style, false),
  hollow: (style) => canopy(style).box(2, 4, 12, 14, 'black', { radius: 6 }),
  gap: (style) =>
    meadow(style)
      .fill(0, 0, 2, 16, 3)
      .fill(14, 0, 2, 16, 3)
      .fill(2, 0, 12, 2, 3)
      .fill(2, 2, 2, 4, 2)
      .fill(12, 2, 2, 4, 2),
  web: (style) =>
    canopy(style).each((x, y) =>
      Math.abs(x - 8) === Math.abs(y - 8) ||
      x === 8 ||
      y === 8 ||
      Math.max(Math.abs(x - 8), Math.abs(y - 8)) === 5
        ? 0
        : undefined,
    ),
  toadstool: (style) =>
    meadow(style)
      .when('soft', (b) =>
        b
          .box(5, 8, 6, 8, 'pale')
          .ball(8, 6, 8, 6, 'dark')
          .ball(5, 5, 1.5, 1.5, 'pale')
          .ball(11, 6, 1.5, 1.5, 'pale'),
      )
      .when('bold', (b) =>
        b
          .box(4, 8, 8, 8, 'pale')
          .poly(
            [
              [4, 0],
              [12, 0],
              [16, 8],
              [16, 10],
              [0, 10],
              [0, 8],
            ],
            'mid',
          )
          .fill(6, 4, 4, 2, 0),
      ),
};

/** Of the cave. */
export const cave = {
  ...openAir,
  ground: earth,
  tuft: (style) =>
    earth(style).ball(4, 4, 3, 2.4, 'light').ball(12, 11, 3, 2.4, 'light').ball(11, 4, 2, 2, 'mid'),
  flower: (style) =>
    earth(style).ball(5, 5, 4, 2.6, 'dark', { edge: null }).ball(11, 11, 3.6, 2.4, 'dark', { edge: null }),
  thistle: (style) => crystals(style, false),
  tree: (style) => rockWall(style, 0),
  bush: (style) =>
    earth(style).poly(
      [
        [8, 0],
        [11, 6],
        [14, 15],
        [2, 15],
        [5, 6],
      ],
      'mid',
    ),
  rock: (style) =>
    earth(style)
      .when('soft', (b) => b.ball(8, 8.5, 7.4, 7, 'mid'))
      .when('bold', (b) => b.box(0, 0, 16, 16, 'mid').fill(2, 2, 4, 4, 0).fill(10, 10, 2, 2, 3)),
  fence: (style) => crystals(style, true),
  sign: (style) => sign(style, earth),
  ledge: (style) => ledge(style, false, false, earth),
  'ledge-left': (style) => ledge(style, true, false, earth),
  'ledge-right': (style) => ledge(style, false, true, earth),
  ...numbered(path, 'path', earth),
  ...numbered(water, 'water', earth),
  ...numbered(rockWall, 'wall'),
  'stairs-down': (style) => stairs(style, true),
  'stairs-up': (style) => stairs(style, false),
  hole: (style) => earth(style).ball(8, 9, 7, 5.5, 'black'),
  exit: (style) => {
    const block = new Block(style, 3);
    if (style.name === 'bold') return block.fill(4, 2, 8, 14, 0).fill(2, 8, 12, 8, 0).fill(4, 2, 8, 2, 1);
    return block.each((x, y) => (Math.abs(x - 7.5) < 3 + y / 3 ? (y > 8 ? 0 : mix(x, y, 0, 2)) : 3));
  },
  lantern: (style) => lantern(style, true),
  'lantern-out': (style) => lantern(style, false),
};
