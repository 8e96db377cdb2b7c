/** The blocks of the open air, 16×16 each, in the order in which they stand in the sheet. */
import { Canvas } from './canvas.js';
import { houseBlocks } from './houses.js';

/** Palettes of the open air (see palettes.json): shade 0 is the meadow in most, so that edges blend. */
export const outdoorPalette = { green: 1, earth: 2, wood: 3, water: 4, red: 5, purple: 6, wall: 7 };
const { green, earth, wood, water, red, purple } = outdoorPalette;

const one = (art) => new Canvas(16, 16).text(0, 0, art);

const ground = () =>
  one(`
................
................
...1............
..1.1...........
................
..........1.....
.........1.1....
................
................
.....1..........
....1.1.........
................
............1...
................
.1..............
................`);

const tuft = () =>
  one(`
................
.....2..........
..2..2.2........
...2.222........
...22222...1....
....222...1.1...
................
................
..........2.....
.......2..2..2..
........2.22.2..
........222222..
.1.......2222...
1.1.............
................
................`);

const flower = () =>
  one(`
....11..........
...1221...1.....
...1221..1.1....
....11..........
....33..........
...3.3.....11...
.....3....1221..
....33....1221..
..........133...
...........3....
..11......33....
.1221....3.3....
.1221......3....
..113...........
....3....1......
...33...1.1.....`);

const thistle = () =>
  one(`
................
....2.2.2.......
....12121.......
.....222...1....
....32223.1.1...
.....333........
..3...3...3.....
...33.3.33......
.....333........
..333.3.333.....
......3....2.2..
..1...3....121..
.1.1..3...32223.
..........3.3.3.
............3...
................`);

const tallGrass = () => {
  const tuftArt = `
...2..1.
.1.2.12.
.12221.2
2.132.12
32.32132
232332.2
.2333232
.1.323.1`;
  const canvas = new Canvas(16, 16);
  for (const [x, y] of [
    [0, 0],
    [8, 0],
    [0, 8],
    [8, 8],
  ])
    canvas.text(x, y, tuftArt);
  return canvas;
};

const rustle = () => {
  const art = `
2...1..2
.2.1..2.
..22.21.
1.232.2.
.2.3323.
..23332.
.2333321
..1333.1`;
  const canvas = new Canvas(16, 16);
  for (const [x, y] of [
    [0, 0],
    [8, 0],
    [0, 8],
    [8, 8],
  ])
    canvas.text(x, y, art);
  return canvas;
};

const tree = () =>
  one(`
.....333333.....
...3322112233...
..322111112223..
.32211.11122223.
.32111112212223.
3221112222112223
3222122211112233
3322222111122233
3322221112222233
3232222222222323
.32322222222333.
.33323222323333.
..333323323333..
....33333333....
.....322133.....
....33333333....`);

const bush = () =>
  one(
    `
................
................
................
....33333333....
..332211122233..
.32211.11222223.
.3211112211222 3
3221112221111223
3222122211122223
3232222222222333
3323222222232333
.33232232323333.
..333333333333..
................
................
................`.replaceAll(' ', '2'),
  );

export const rock = () =>
  one(`
................
................
................
.....333333.....
....31111123....
...3111..11233..
..311...111223..
..31...11112223.
.311..111112223.
.31111111122223.
.31112111222233.
.33122222222333.
..332222223333..
...3333333333...
................
................`);

const fence = () =>
  one(`
................
................
..333......333..
.31123....31123.
.31223....31223.
3312233333312233
1112211111112211
2212222222212222
3312233333312233
.31223....31223.
3312233333312233
1112211111112211
2212222222212222
3312233333312233
.33333....33333.
................`);

export const sign = () =>
  one(`
................
.33333333333333.
3111111111111113
31.1.1.11.1.1.13
3111111111111113
3122122121221213
3111111111111113
3121221221212213
3111111111111113
3222222222222223
.33333333333333.
.....322223.....
......3223......
......3223......
.....332233.....
................`);

export const ledge = (left, right) => {
  const canvas = one(`
................
................
................
................
................
................
1111111111111111
2222222222222222
3333333333333333
2122122122122122
2122212212221221
2222222222222222
3232233232323233
3333333333333333
................
................`);
  if (left) canvas.fill(0, 6, 2, 8, 0).text(1, 7, '33'.split('')).fill(1, 8, 1, 6, 3);
  if (right) canvas.fill(14, 6, 2, 8, 0).fill(14, 8, 1, 6, 3);
  return canvas;
};

/**
 * One block of a path or of water. Bits of `joined` name the sides where the same goes on: 1 north, 2 east,
 * 4 south, 8 west. Open sides get a rim, outer corners are rounded.
 */
export const area = (joined, inside, rim, edge) => {
  const canvas = inside();
  const open = (bit) => (joined & bit) === 0;
  const distance = (x, y) => {
    const north = open(1) ? y : 99;
    const west = open(8) ? x : 99;
    const south = open(4) ? 15 - y : 99;
    const east = open(2) ? 15 - x : 99;
    const vertical = Math.min(north, south);
    const horizontal = Math.min(west, east);
    // Round corners: where both sides are open, a quarter circle of radius 5 cuts the corner.
    if (vertical < 5 && horizontal < 5) return Math.round(5 - Math.hypot(5 - vertical, 5 - horizontal));
    return Math.min(vertical, horizontal);
  };
  const bumps = [0, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0];
  for (let y = 0; y < 16; y++)
    for (let x = 0; x < 16; x++) {
      const depth = distance(x, y);
      const wobble = edge === 'rough' && depth < 4 ? bumps[(x + y * 3) % 16] : 0;
      if (depth < 1 + wobble) canvas.set(x, y, 0);
      else if (depth < 2 + wobble) canvas.set(x, y, rim[0]);
      else if (depth < 3 + wobble) canvas.set(x, y, rim[1]);
    }
  return canvas;
};

const sand = () =>
  one(`
1111111111111111
1111111111111111
1111111111112111
1112111111111111
1111111111111111
1111111111111111
1111111211111111
1111111111111111
1111111111111121
1121111111111111
1111111111111111
1111111112111111
1111111111111111
1111111111111111
1111211111111211
1111111111111111`);

export const waves = () =>
  one(`
2222222222222222
2222112222222222
2221221222222222
2222222222211222
2222222222122122
2222222222222222
3222222222222222
2222222222222233
2222222222222222
2222221122222222
2222212212222222
2222222222222222
1222222222222211
2122222222222122
2222222222222222
2222332222222222`);

export const joints = Array.from({ length: 16 }, (_, joined) => joined);

/** name, palette (one for all four tiles, or one each), class, drawing, legend character of map files */
export const outdoorBlocks = [
  ['ground', green, 'floor', ground(), '.'],
  ['tuft', green, 'floor', tuft(), ','],
  ['flower', red, 'floor', flower(), 'f'],
  ['thistle', purple, 'floor', thistle(), 't'],
  ['tall-grass', green, 'grass', tallGrass(), '"'],
  ['rustle', green, 'grass', rustle(), null],
  ['tree', green, 'wall', tree(), 'T'],
  ['bush', green, 'wall', bush(), 'b'],
  ['rock', wood, 'wall', rock(), 'o'],
  ['fence', wood, 'wall', fence(), '='],
  ['sign', wood, 'sign', sign(), 's'],
  ['ledge', wood, 'ledge', ledge(false, false), '_'],
  ['ledge-left', wood, 'ledge', ledge(true, false), '['],
  ['ledge-right', wood, 'ledge', ledge(false, true), ']'],
  ...joints.map((joined) => [`path-${joined}`, earth, 'floor', area(joined, sand, [2, 1], 'rough'), null]),
  ...joints.map((joined) => [`water-${joined}`, water, 'wall', area(joined, waves, [3, 1], 'smooth'), null]),
  ...houseBlocks(outdoorPalette),
];
