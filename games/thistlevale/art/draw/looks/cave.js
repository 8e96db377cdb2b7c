/** The cave of the second and third look, by block name. */
import { earth, ledge, mix, numbered, openAir, path, sign, water } from './ground.js';
import { Block } from './styles.js';

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
