/**
 * The wide country behind the gate: all of the open air's ground, water and houses under the same numbers, and the
 * buildings and crossings of the road. A tile set of its own because video memory holds 128 tiles.
 */
import { paint } from './brush.js';
import { Canvas } from './canvas.js';
import { outdoorBlocks, outdoorPalette } from './outdoor.js';
import { box } from './shapes.js';

const { wood, water, red, wall } = outdoorPalette;

const named = (name) => outdoorBlocks.find(([block]) => block === name)[3];
const over = (name, x, y, art) => new Canvas(16, 16).draw(named(name), 0, 0).text(x, y, art);

/**
 * A hanging sign of one tile on the wall: the rest of the block shares the wall's tiles and palette. The sign leaves out
 * shade 0, which is meadow in its palette.
 */
const beside = (palette) => [wall, palette, wall, wall];
const board = (emblem) => over('wall-plain', 8, 0, emblem);

const heart = `
33333333
31131313
31323233
31322233
31322233
31132313
31113113
33333333`;

const purse = `
33333333
31133113
31113113
31132313
31321233
31322233
31133313
33333333`;

const lockedDoor = () =>
  over(
    'door',
    8,
    8,
    `
3333
....3
.33.3
.33.3
..3.3
.33.3
3333`,
  );

/** Posts of one pattern: half the tiles of the open air's fence. */
const fence = () => {
  const canvas = new Canvas(16, 16);
  const half = `
........
..333...
.31123..
.31223..
33122333
11122111
22122222
33122333
.31223..
33122333
11122111
22122222
33122333
.31223..
.33333..
........`;
  return canvas.text(0, 0, half).text(8, 0, half);
};

/** The gym: a stone hall with a flat roof, a frieze and pillars. */
const gymRoof = () => {
  const canvas = new Canvas(16, 16);
  for (let y = 0; y < 16; y += 4)
    for (let x = 0; x < 16; x += 4)
      canvas.text(x, y, (y & 4) === 0 ? ['2222', '1112', '1112', '2222'] : ['3333', '1211', '1211', '2222']);
  return canvas;
};

const gymFrieze = () =>
  new Canvas(16, 16).text(
    0,
    0,
    `
................
1111111111111111
3333333333333333
2232223222322232
2323232323232323
3222322232223222
3333333333333333
1111111111111111
3333333333333333
2333332223333322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322`,
  );

const gymEmblem = () =>
  gymFrieze().text(
    2,
    0,
    `
333333333333
31...33...13
3..3.33.3..3
3..333333..3
3.33222233.3
31.321223.13
31.322223.13
333333333333`,
  );

const gymWall = () =>
  new Canvas(16, 16).text(
    0,
    0,
    `
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
23..132223..1322
2333332223333322
3....13.3....13.
3333333333333333
1112111211121112
1112111211121112
3333333333333333`,
  );

/** Planks over water; the rails stand on the long sides. */
const bridge = (across) => {
  const canvas = new Canvas(16, 16, 1);
  const set = (a, b, shade) => (across ? canvas.set(a, b, shade) : canvas.set(b, a, shade));
  for (let a = 0; a < 16; a++)
    for (let b = 0; b < 16; b++) {
      const rail = b < 3 || b > 12;
      if (b === 0 || b === 15) set(a, b, 3);
      else if (rail) set(a, b, b === 1 || b === 13 ? (a % 8 < 2 ? 3 : 1) : 3);
      else if (a % 4 === 3) set(a, b, 3);
      else if (a % 4 === 2 || (b === 3 && a % 4 < 2)) set(a, b, 2);
    }
  return canvas;
};

const cliff = () => {
  const canvas = new Canvas(16, 16);
  const half = `
11111111
11121111
21122211
32233322
22332221
12232211
12322111
22322112
22322212
12322223
12332223
22232232
22223222
23223323
33333333
32333233`;
  return canvas.text(0, 0, half).text(8, 0, half);
};

const caveMouth = () =>
  paint(cliff(), box(1, 1, 14, 24, 6), [3])
    .text(
      3,
      2,
      `
  222222
 21111112
21      12`,
    )
    .fill(0, 8, 16, 8, 3);

/** As in the open air, under the same numbers; the gate stands only at the end of the lane. */
const shared = outdoorBlocks
  .filter(([name]) => !name.startsWith('gate-') && name !== 'roof-red-chimney')
  .map((block) => (block[0] === 'fence' ? block.with(3, fence()) : block));

/** As outdoorBlocks: name, palette, class, drawing, legend character. */
export const countryBlocks = [
  ...shared,
  ['heal-board', beside(red), 'wall', board(heart), null],
  ['shop-board', beside(water), 'wall', board(purse), null],
  ['locked-door', wall, 'wall', lockedDoor(), null],
  ['gym-roof', wall, 'wall', gymRoof(), null],
  ['gym-frieze', wall, 'wall', gymFrieze(), null],
  ['gym-emblem', wall, 'wall', gymEmblem(), null],
  ['gym-wall', wall, 'wall', gymWall(), null],
  ['bridge-across', wood, 'floor', bridge(true), '-'],
  ['bridge-along', wood, 'floor', bridge(false), '|'],
  ['cliff', wood, 'wall', cliff(), 'C'],
  ['cave-mouth', wood, 'door', caveMouth(), null],
];
