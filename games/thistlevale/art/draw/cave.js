/** The blocks of the cave. Ground, grass, paths and water keep the numbers that they have in the open air. */
import { paint } from './brush.js';
import { Canvas } from './canvas.js';
import { area, joints, outdoorBlocks } from './outdoor.js';
import { box, ellipse, polygon } from './shapes.js';

export const cavePalette = { floor: 1, path: 2, wall: 3, water: 4, crystal: 5, moss: 6, lamp: 7 };
const { floor, path, wall, water, crystal, moss, lamp } = cavePalette;

const art = (text) => new Canvas(16, 16).text(0, 0, text);

const ground = () =>
  art(`
................
..1.............
.1..........1...
...........1....
......1.........
................
................
.1..........1...
............11..
................
.....1..........
....1...........
.............1..
................
.1..............
................`);

const rubble = () =>
  art(`
................
..33............
.3112......1....
.3122.....33....
..22.....3112...
..........22....
.....1..........
................
............1...
...333..........
..31122.........
..31222...33....
...222...3122...
..........22....
.1..............
................`);

const mossFloor = () =>
  ground().text(2, 3, [
    '  2 2',
    ' 22122',
    '2212122 2',
    ' 222212',
    '   2 2',
    '     2  22',
    '       2112',
    '        22',
  ]);

const crystals = (big) => {
  const canvas = ground();
  const shard = (x, bottom, height, half) => {
    paint(
      canvas,
      polygon(
        [x - half, bottom],
        [x - half, bottom - height + 3],
        [x, bottom - height],
        [x + half, bottom - height + 3],
        [x + half, bottom],
      ),
      [2],
    );
    for (let y = bottom - height + 4; y < bottom - 1; y++) canvas.set(Math.floor(x) - 1, y, 1);
    canvas.fill(Math.floor(x) - 1, bottom - height + 3, 1, height - 5, 0);
  };
  if (big) {
    shard(4, 14, 8, 2.5);
    shard(12, 14, 7, 2.5);
    shard(8, 15, 14, 3.2);
  } else {
    shard(5, 13, 7, 2.2);
    shard(10, 14, 9, 2.4);
  }
  return canvas;
};

/** Rock seen from above; where the south is open its face falls to the floor. Bits of `joined` as for water. */
const rockWall = (joined) => {
  const canvas = art(`
2222222222222222
2222212222222222
2212122222223222
2121222222232222
2222222222222222
2222222212222222
2222322122222122
2222232222222212
2222222222222222
2122222222232222
2212222223322222
2222222222222222
2222221222222222
2222212122221222
2232222222212122
2222222222222222`);
  const open = (bit) => (joined & bit) === 0;
  if (open(4)) {
    canvas.fill(0, 6, 16, 1, 1).fill(0, 7, 16, 1, 3);
    canvas.text(0, 8, [
      '1121112111211121',
      '1122112211221122',
      '1223122312231223',
      '1222122212221222',
      '2223222322232223',
      '2322232223222322',
      '2332233223322332',
      '3333333333333333',
    ]);
  }
  if (open(1)) canvas.fill(0, 0, 16, 1, 3).fill(0, 1, 16, 1, 1);
  if (open(8))
    canvas.fill(0, 0, 1, 16, 3).fill(1, open(1) ? 1 : 0, 1, open(4) ? 7 - (open(1) ? 1 : 0) : 16, 1);
  if (open(2)) canvas.fill(15, 0, 1, 16, 3).fill(14, open(1) ? 2 : 0, 1, 16, 3);
  if (open(1) && open(8)) canvas.set(0, 0, 0).set(1, 1, 3);
  if (open(1) && open(2)) canvas.set(15, 0, 0);
  return canvas;
};

const waves = () =>
  art(`
2222222222222222
2222222222222222
2222111222222222
2222222222222222
2222222222232222
2222222222333222
2222222222222222
1222222222222221
2222222222222222
2222222222222222
2222233322222222
2222222222222222
2222222222211122
2222222222222222
2222222222222222
2222222222222222`);

const gravel = () =>
  art(`
1111111111111111
1111111211111111
1112111111111111
1111111111111211
1111111111111111
1211111112111111
1111111111111111
1111121111111111
1111111111111121
1111111111111111
1121111111111111
1111111111211111
1111111111111111
1111112111111111
1111111111111211
1211111111111111`);

const boulder = () => {
  const canvas = ground();
  paint(canvas, ellipse(8, 13.5, 7, 2), [2], { edge: null });
  paint(canvas, ellipse(8, 8, 7, 6.8), [0, 1, 1, 2, 2]);
  return canvas.text(6, 5, ['  3', ' 32   2', '32   2', '    3', '   2']);
};

const stalagmite = () => {
  const canvas = ground();
  paint(canvas, ellipse(8, 13, 6, 2), [2], { edge: null });
  paint(canvas, polygon([3, 14.5], [6.5, 5], [8, 0.5], [9.5, 5], [13, 14.5]), [0, 1, 1, 2, 2]);
  return canvas.text(6, 6, ['  22', ' 1', '  222', '', '122  22']);
};

const ledge = (left, right) => {
  const canvas = ground()
    .fill(0, 5, 16, 9, 2)
    .text(0, 5, [
      '1111111111111111',
      '1111111111111111',
      '3333333333333333',
      '2212221222122212',
      '2222222222222222',
      '2322232223222322',
      '2222222222222222',
      '3233323332333233',
      '3333333333333333',
    ]);
  if (left) canvas.fill(0, 5, 1, 9, 0).fill(1, 5, 1, 9, 3);
  if (right) canvas.fill(15, 5, 1, 9, 0).fill(14, 5, 1, 9, 3);
  return canvas;
};

const stairs = (down) => {
  const canvas = new Canvas(16, 16, 3);
  for (let step = 0; step < 5; step++) {
    const y = 1 + step * 3;
    const inset = down ? step : 4 - step;
    const shade = down ? [1, 1, 2, 2, 3][step] : [2, 2, 2, 1, 1][step];
    canvas
      .fill(1 + inset, y, 14 - 2 * inset, 1, step === (down ? 4 : -1) ? 2 : 0)
      .fill(1 + inset, y + 1, 14 - 2 * inset, 1, shade)
      .fill(1 + inset, y + 2, 14 - 2 * inset, 1, 3);
  }
  return canvas;
};

const hole = () => {
  const canvas = ground();
  paint(canvas, ellipse(8, 9, 7, 5.5), [2]);
  return paint(canvas, ellipse(8, 10, 6, 4), [3], { edge: null });
};

const exit = () => {
  const canvas = new Canvas(16, 16, 3);
  for (let y = 0; y < 16; y++) {
    const half = 2 + Math.floor(y / 3);
    for (let x = 8 - half; x < 8 + half; x++) canvas.set(x, y, y > 9 ? 0 : (x + y) % 2 ? 0 : 1);
  }
  return canvas;
};

const board = () =>
  ground().text(1, 2, [
    '33333333333333',
    '31111111111113',
    '31212212122113',
    '31111111111113',
    '31221221221213',
    '31111111111113',
    '32222222222223',
    '33333333333333',
    '     3223',
    '     3223',
    '     3223',
    '    333333',
  ]);

const lantern = (lit) => {
  const canvas = ground();
  paint(canvas, box(4, 12, 8, 3, 1), [2]);
  canvas.fill(7, 8, 2, 4, 3);
  paint(canvas, box(4, 1, 8, 9, 2), lit ? [0, 0, 1] : [2, 2, 3]);
  if (lit) canvas.text(6, 3, [' 11', '1221', '1221', ' 22']);
  return canvas.fill(6, 0, 4, 1, 3);
};

const shared = (name) => outdoorBlocks.find(([block]) => block === name)[3];

/** As outdoorBlocks; the first 46 mean the same as there, so that code may rely on the numbers. */
export const caveBlocks = [
  ['ground', floor, 'floor', ground(), '.'],
  ['tuft', floor, 'floor', rubble(), ','],
  ['flower', moss, 'floor', mossFloor(), 'f'],
  ['thistle', crystal, 'wall', crystals(false), 't'],
  ['tall-grass', moss, 'grass', shared('tall-grass'), '"'],
  ['rustle', moss, 'grass', shared('rustle'), null],
  ['tree', wall, 'wall', rockWall(0), 'T'],
  ['bush', floor, 'wall', stalagmite(), 'b'],
  ['rock', floor, 'wall', boulder(), 'o'],
  ['fence', crystal, 'wall', crystals(true), '='],
  ['sign', path, 'sign', board(), 's'],
  ['ledge', path, 'ledge', ledge(false, false), '_'],
  ['ledge-left', path, 'ledge', ledge(true, false), '['],
  ['ledge-right', path, 'ledge', ledge(false, true), ']'],
  ...joints.map((joined) => [`path-${joined}`, path, 'floor', area(joined, gravel, [1, 1], 'rough'), null]),
  ...joints.map((joined) => [`water-${joined}`, water, 'wall', area(joined, waves, [3, 1], 'rough'), null]),
  ...joints.map((joined) => [`wall-${joined}`, wall, 'wall', rockWall(joined), null]),
  ['stairs-down', path, 'door', stairs(true), 'D'],
  ['stairs-up', path, 'door', stairs(false), 'U'],
  ['hole', floor, 'door', hole(), 'H'],
  ['exit', lamp, 'door', exit(), 'e'],
  ['lantern', lamp, 'wall', lantern(true), 'l'],
  ['lantern-out', path, 'wall', lantern(false), 'L'],
];
