/** Rooms and public houses of the second and third look, by block name. */
import { Block } from './styles.js';

const mix = (x, y, shade, other) => ((x + y) % 2 ? shade : other);
const isSoft = (style) => style.name === 'soft';

const boards = (style) =>
  new Block(style).each((x, y) =>
    isSoft(style)
      ? x % 8 === 7
        ? 2
        : x % 8 === 0
          ? 0
          : undefined
      : (y & 6) === 6 && (x & 2) === 0
        ? 1
        : undefined,
  );
const bare = (style) => new Block(style);
const dark = (style) => new Block(style, 3);

const panel = (style) =>
  new Block(style, 0).each((x, y) => {
    if (isSoft(style))
      return y < 1 ? 3 : y > 14 ? 3 : y > 10 ? mix(x, y, 2, 1) : y === 10 ? 3 : x % 4 === 1 ? 1 : 0;
    return y < 2 || y > 13 ? 3 : y > 9 ? 2 : y > 7 ? 3 : (x & 4) === 0 ? 1 : 0;
  });
const hung = (style, draw) => draw(panel(style).box(2, 1, 12, 9, 'pale', { radius: 2 }), style);

const cupboard = (style, tone = 'mid') => bare(style).box(0, 1, 16, 15, tone, { radius: 3 });
const shelves = (style, thing) => {
  const block = cupboard(style, 'dark').fill(2, 3, 12, 4, 3).fill(2, 9, 12, 5, 3);
  for (const y of [3, 9]) for (let i = 0; i < 3; i++) thing(block, 2 + i * 4, y);
  return block;
};

const seat = (style) =>
  bare(style)
    .when('soft', (b) => b.ball(8, 11, 6, 4, 'dark').ball(8, 8, 6, 4, 'light'))
    .when('bold', (b) => b.fill(2, 10, 4, 6, 3).fill(10, 10, 4, 6, 3).box(0, 4, 16, 6, 'light'));

const bed = (style, top) => {
  const block = bare(style);
  if (top) return block.box(0, 1, 16, 18, 'mid', { radius: 5 }).box(3, 4, 10, 7, 'pale', { radius: 3 });
  return block.box(0, -4, 16, 18, 'mid', { radius: 3 }).fill(1, 8, 14, 2, isSoft(style) ? 0 : 3);
};

const table = (style, left) => {
  const block = bare(style)
    .box(left ? 0 : -6, 2, 22, 11, 'light', { radius: 5 })
    .fill(left ? 6 : 0, 13, left ? 10 : 10, 1, 3);
  return left
    ? block.box(6, 4, 6, 5, 'pale').fill(3, 13, 2, 3, 3)
    : block.ball(7, 7, 4, 3, 'mid').fill(11, 13, 2, 3, 3);
};

const rug = (style, top, left, bottom, right) =>
  new Block(style, 2).each((x, y) => {
    const depth = Math.min(top ? y : 99, left ? x : 99, bottom ? 15 - y : 99, right ? 15 - x : 99);
    if (depth < 2) return isSoft(style) ? mix(x, y, 3, 0) : 3;
    if (depth < 4) return isSoft(style) ? 2 : 0;
    if (isSoft(style)) return Math.hypot((x % 8) - 3.5, (y % 8) - 3.5) < 2.5 ? 0 : mix(x, y, 2, 3);
    return (x & 4) === (y & 4) ? 2 : 1;
  });

const stairs = (style, down) =>
  new Block(style, 3).each((x, y) => {
    const step = down ? x >> 2 : 3 - (x >> 2);
    const height = 3 + step * 3;
    if (x < 1 || x > 14 || y > 14) return 3;
    if (y < height) return down ? 3 : undefined;
    return y < height + 2 ? 0 : isSoft(style) ? mix(x, y, 2, step > 1 ? 3 : 0) : 2;
  });

const mat = (style) =>
  bare(style).box(0, 3, 16, 11, 'dark', { radius: 4 }).box(3, 5, 10, 7, 'light', { radius: 3 });
const potted = (style) =>
  bare(style)
    .poly(
      [
        [4, 10],
        [12, 10],
        [11, 16],
        [5, 16],
      ],
      'mid',
    )
    .when('soft', (b) => b.ball(5, 6, 4, 4, 'dark').ball(11, 6, 4, 4, 'dark').ball(8, 4, 4, 4, 'mid'))
    .when('bold', (b) =>
      b.fill(6, 0, 4, 10, 3).fill(0, 2, 4, 4, 3).fill(12, 2, 4, 4, 3).fill(2, 6, 12, 2, 3),
    );
const counter = (style, end) => {
  const block = bare(style)
    .fill(0, 1, 16, 15, 3)
    .fill(0, 2, 16, 6, isSoft(style) ? 0 : 1)
    .each((x, y) =>
      y > 8 && y < 15 ? (isSoft(style) ? mix(x, y, 2, x % 8 < 5 ? 0 : 2) : (x & 4) === 0 ? 2 : 3) : undefined,
    );
  if (end === 'left') block.fill(0, 1, 2, 15, 3);
  if (end === 'right') block.fill(14, 1, 2, 15, 3);
  return block;
};

const stove = (style) =>
  cupboard(style, 'dark')
    .box(2, 3, 5, 4, 'black')
    .box(9, 3, 5, 4, 'black')
    .box(3, 9, 10, 5, 'light', { radius: 1 });
const desk = (style) =>
  cupboard(style, 'light')
    .fill(0, 8, 16, 1, 3)
    .box(2, 3, 5, 4, 'pale')
    .box(10, 3, 4, 4, 'dark')
    .fill(2, 11, 5, 2, 3)
    .fill(9, 11, 5, 2, 3);

/** Of rooms in houses. */
export const indoor = {
  nothing: dark,
  boards,
  wallpaper: panel,
  window: (style) => hung(style, (b) => b.box(4, 2, 8, 7, 'light', { radius: 4 }).fill(7, 2, 2, 7, 3)),
  picture: (style) =>
    hung(style, (b) =>
      b.poly(
        [
          [4, 9],
          [7, 4],
          [9, 7],
          [10, 6],
          [12, 9],
        ],
        'dark',
      ),
    ),
  clock: (style) =>
    panel(style)
      .when('soft', (b) => b.ball(8, 5, 5, 5, 'pale'))
      .when('bold', (b) => b.box(2, 0, 12, 12, 'pale'))
      .fill(8, 2, 1, 4, 3)
      .fill(8, 5, 3, 1, 3),
  'bed-top': (style) => bed(style, true),
  'bed-foot': (style) => bed(style, false),
  desk,
  shelf: (style) =>
    shelves(style, (b, x, y) =>
      b
        .fill(x, y, 1, 4, 0)
        .fill(x + 1, y + 1, 1, 3, 2)
        .fill(x + 2, y, 1, 4, 1),
    ),
  'table-left': (style) => table(style, true),
  'table-right': (style) => table(style, false),
  stool: seat,
  'rug-tl': (style) => rug(style, true, true, false, false),
  'rug-t': (style) => rug(style, true, false, false, false),
  'rug-tr': (style) => rug(style, true, false, false, true),
  'rug-l': (style) => rug(style, false, true, false, false),
  rug: (style) => rug(style, false, false, false, false),
  'rug-r': (style) => rug(style, false, false, false, true),
  'rug-bl': (style) => rug(style, false, true, true, false),
  'rug-b': (style) => rug(style, false, false, true, false),
  'rug-br': (style) => rug(style, false, false, true, true),
  'stairs-down': (style) => stairs(style, true),
  'stairs-up': (style) => stairs(style, false),
  mat,
  plant: potted,
  stove,
  counter: (style) => counter(style).ball(5, 5, 3, 2, 'pale').box(10, 2, 4, 4, 'dark'),
  loom: (style) =>
    cupboard(style, 'light').each((x, y) =>
      x > 2 && x < 13 && y > 3 && y < 12 && x % 2 ? (y > 8 ? 3 : 2) : undefined,
    ),
  sack: (style) =>
    bare(style)
      .when('soft', (b) => b.ball(8, 10, 6.5, 5.5, 'light').box(6, 2, 5, 4, 'mid'))
      .when('bold', (b) => b.box(2, 6, 12, 10, 'light').fill(4, 2, 8, 4, 3)),
  globe: (style) =>
    bare(style)
      .box(4, 12, 8, 4, 'dark')
      .when('soft', (b) => b.ball(8, 6, 6, 6, 'mid').ball(6, 5, 2.5, 2, 'pale', { edge: null }))
      .when('bold', (b) => b.box(2, 0, 12, 12, 'mid').fill(4, 2, 4, 4, 0).fill(8, 6, 4, 4, 3)),
};

const banner = (style, draw) => draw(panel(style).box(3, 0, 10, 12, 'pale', { radius: 2 }));
const machine = (style, left) => {
  const block = bare(style).box(left ? 0 : -6, 1, left ? 24 : 14, 15, 'mid', { radius: 4 });
  if (!left) return block.box(8, 0, 8, 16, 'pale', { radius: 4 }).fill(9, 8, 6, 5, 2);
  block.fill(3, 4, 13, 7, 3);
  for (const [x, y] of [
    [4, 5],
    [8, 5],
    [12, 5],
    [4, 8],
    [8, 8],
    [12, 8],
  ])
    block.fill(x, y, 2, 2, 0);
  return block;
};
const bench = (style, left) =>
  bare(style)
    .box(left ? 0 : -8, 5, 24, 9, 'light', { radius: 3 })
    .fill(left ? 2 : 12, 13, 2, 3, 3);
const carpet = (style, side) => rug(style, false, side === 'left', false, side === 'right');

/** Of shop, healing house and gym. */
export const hall = {
  nothing: dark,
  flags: (style) =>
    new Block(style).each((x, y) =>
      isSoft(style)
        ? (x & 7) === 7 || (y & 7) === 7
          ? mix(x, y, 2, 1)
          : (x & 7) === 0 || (y & 7) === 0
            ? 0
            : undefined
        : (x & 8) === (y & 8) && (x & 7) < 2 && (y & 7) < 2
          ? 1
          : undefined,
    ),
  arena: (style) =>
    new Block(style, 2).each((x, y) =>
      isSoft(style)
        ? Math.abs((x & 7) - 3.5) + Math.abs((y & 7) - 3.5) < 4
          ? mix(x, y, 0, 1)
          : 2
        : (x & 8) === (y & 8)
          ? 3
          : 1,
    ),
  wall: panel,
  window: indoor.window,
  'heart-banner': (style) =>
    banner(style, (b) => b.fill(5, 3, 2, 2, 2).fill(9, 3, 2, 2, 2).fill(5, 5, 6, 2, 2).fill(7, 7, 2, 2, 3)),
  'purse-banner': (style) =>
    banner(style, (b) => b.fill(7, 2, 2, 2, 3).fill(5, 4, 6, 5, 2).fill(6, 5, 2, 2, 0)),
  'thistle-banner': (style) =>
    banner(style, (b) => b.fill(5, 2, 2, 3, 2).fill(9, 2, 2, 3, 2).fill(6, 4, 4, 3, 3).fill(7, 7, 2, 4, 3)),
  'counter-left': (style) => counter(style, 'left'),
  counter: (style) => counter(style, 'middle'),
  'counter-right': (style) => counter(style, 'right'),
  till: (style) => counter(style, 'middle').box(3, 0, 10, 8, 'dark').fill(5, 2, 4, 2, 0),
  'goods-orbs': (style) => shelves(style, (b, x, y) => b.fill(x, y + 1, 3, 2, 2).fill(x, y + 2, 3, 2, 0)),
  'goods-bottles': (style) => shelves(style, (b, x, y) => b.fill(x + 1, y, 1, 4, 0).fill(x, y + 2, 3, 2, 1)),
  'goods-boxes': (style) => shelves(style, (b, x, y) => b.fill(x, y + 1, 3, 3, 1).fill(x, y + 3, 3, 1, 2)),
  'machine-left': (style) => machine(style, true),
  'machine-right': (style) => machine(style, false),
  'bench-left': (style) => bench(style, true),
  'bench-right': (style) => bench(style, false),
  plant: potted,
  statue: (style) =>
    bare(style)
      .box(1, 11, 14, 5, 'mid')
      .poly(
        [
          [4, 11],
          [6, 5],
          [10, 5],
          [12, 11],
        ],
        'light',
      )
      .ball(8, 4, 4, 4, 'pale'),
  torch: (style) =>
    bare(style)
      .box(6, 8, 4, 8, 'dark')
      .poly(
        [
          [3, 8],
          [5, 2],
          [8, 5],
          [9, 0],
          [13, 8],
        ],
        'light',
      ),
  rope: (style) =>
    bare(style)
      .box(0, 3, 4, 13, 'dark')
      .box(12, 3, 4, 13, 'dark')
      .fill(4, 6, 8, 2, 3)
      .fill(4, 8, 8, 1, isSoft(style) ? 2 : 3),
  mat,
  'stairs-down': indoor['stairs-down'],
  'stairs-up': indoor['stairs-up'],
  door: (style) => panel(style).box(1, 1, 14, 20, 'black', { radius: 6 }).fill(4, 13, 8, 3, 2),
  'locked-door': (style) =>
    panel(style)
      .box(1, 1, 14, 20, 'mid', { radius: 6 })
      .fill(1, 7, 14, 3, 3)
      .box(5, 6, 6, 7, 'pale')
      .fill(7, 9, 2, 2, 3),
  notice: (style) =>
    bare(style)
      .fill(6, 10, 4, 6, 3)
      .box(0, 0, 16, 12, 'pale', { radius: 4 })
      .fill(3, 3, 8, 1, 3)
      .fill(3, 6, 10, 1, 3)
      .fill(3, 8, 6, 1, 3),
  'carpet-left': (style) => carpet(style, 'left'),
  carpet: (style) => carpet(style, 'middle'),
  'carpet-right': (style) => carpet(style, 'right'),
};
