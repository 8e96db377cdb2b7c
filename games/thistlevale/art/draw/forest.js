/** The blocks of the forest. Ground, grass, paths and water keep the numbers that they have in the open air. */
import { paint } from './brush.js';
import { Canvas } from './canvas.js';
import { outdoorBlocks } from './outdoor.js';
import { box, ellipse, polygon } from './shapes.js';

export const forestPalette = { green: 1, earth: 2, wood: 3, water: 4, red: 5, purple: 6, deep: 7 };
const { green, wood, red, purple, deep } = forestPalette;

const ground = () =>
  new Canvas(16, 16).text(
    0,
    0,
    `
................
.......1........
..1...1.........
...1............
..........11....
.........1......
................
.1..............
..1.........1...
............11..
................
.....11.........
......1.........
.............1..
..1.............
.1..............`,
  );

/** A fir: three tiers of branches, lit from the left. */
const fir = () => {
  const canvas = ground();
  canvas.fill(6, 13, 4, 3, 3).fill(7, 13, 1, 2, 2);
  for (const [top, width, height] of [
    [6, 16, 8],
    [3, 13, 7],
    [-1, 9, 7],
  ])
    paint(
      canvas,
      polygon([8, top], [8 + width / 2, top + height], [8 - width / 2, top + height]),
      [1, 2, 2, 2, 3],
    );
  return canvas.text(3, 5, ['   1', '', '  1', ' 1   2', '', '1', '  1   33', ' 1  3']);
};

/** A broad old tree whose crown fills the block; rows of it close to a wall of leaves. */
const oldTree = () =>
  new Canvas(16, 16, 2).text(
    0,
    0,
    `
3223333223322333
2112223112231122
1122221122221222
2222332222332223
2233223322223322
3322112233311223
3221122223112222
2212222332122223
2222233222222332
3222322112233223
3332221122322333
3232222222222323
.33233233233233.
..3333333333333.
....33322333....
...3332222333...`,
  );

const stump = () => {
  const canvas = ground();
  paint(canvas, box(2, 6, 12, 9, 3), [1, 2, 2]);
  paint(canvas, ellipse(8, 6.5, 6, 3.6), [1]);
  return paint(canvas, ellipse(8, 6.5, 3, 1.6), [1], { edge: 2 }).text(4, 11, ['3  2  3', '3  2  3']);
};

const log = (end) => {
  const canvas = ground();
  canvas
    .fill(0, 4, 16, 9, 1)
    .fill(0, 4, 16, 1, 3)
    .fill(0, 12, 16, 1, 3)
    .fill(0, 9, 16, 3, 2)
    .text(0, 6, ['  222    22   222', '', ' 22  333   22   3', '', '33   11  333   11']);
  if (end === 'left') {
    canvas.fill(0, 4, 4, 9, 0);
    paint(canvas, ellipse(4, 8.5, 3.5, 4.5), [1]);
    paint(canvas, ellipse(4, 8.5, 1.5, 2.2), [1], { edge: 2 });
  } else canvas.fill(14, 4, 2, 9, 0).fill(13, 5, 1, 7, 3).text(9, 1, ['   33', ' 33223', '3222233', ' 3333']);
  return canvas;
};

const mushroom = (canvas, x, y, r) => {
  paint(canvas, box(x - r * 0.4, y, r * 0.9, r * 1.3, 1), [0]);
  paint(canvas, ellipse(x, y, r, r * 0.75), [1, 2, 2]);
  canvas.set(Math.round(x - r * 0.4), Math.round(y - 2), 0);
  return canvas;
};
const mushrooms = () => mushroom(mushroom(ground(), 5, 8, 4.5), 12, 11, 3);

const fern = () =>
  ground().text(
    1,
    2,
    `
      2
 22   2   22
2  2  2  2  2
 22 2 2 2 22
2  2222222  2
  22 222 22
 2  22222  2
2  2  3  2  2
  2  232  2
 2   232   2
    2 3 2
      3`.replace(/^\n/, ''),
  );

const undergrowth = () =>
  new Canvas(16, 16).text(
    0,
    0,
    `
..2...1....2..1.
.2.2.121..2.2121
2...2.1..2...2.1
..12...2..12...2
.121..2.2.121..2
..1..2...2.1..2.
..2...1....2...1
.2.2.121..2.2.12
2...2.1..2...2.1
..12...2..12...2
.121..2.2.121..2
..1..2...2.1..2.
..2...1....2..1.
.2.2.121..2.2121
2...2.1..2...2.1
..1.......1.....`,
  );

const hollow = () => {
  const canvas = oldTree();
  paint(canvas, box(3, 4, 10, 16, 5), [3], { edge: 3 });
  return canvas.text(3, 3, [
    '  222222',
    ' 21111112',
    '21333333 12'.replace(' ', '3'),
    '2133333312',
    '1333333331',
    '1333333331',
  ]);
};

const gap = () => {
  const canvas = new Canvas(16, 16);
  for (let x = 0; x < 16; x++) {
    const depth = Math.abs(x - 7.5) > 5 ? 9 : Math.abs(x - 7.5) > 3 ? 4 : 2;
    for (let y = 0; y < depth + (x % 3); y++) canvas.set(x, y, (x + y) % 5 === 0 ? 2 : 3);
  }
  return canvas
    .fill(0, 0, 1, 16, 3)
    .fill(15, 0, 1, 16, 3)
    .text(1, 10, ['2', '3', '22', '33'])
    .text(13, 10, [' 2', ' 3', '22', '33']);
};

const web = () =>
  oldTree().text(
    3,
    2,
    [
      '.....0....0',
      '0 0  0  0 0',
      ' 0 00000 0',
      '  00 0 00',
      '  0 000 0',
      ' 000 0 000',
      '  0 000 0',
      '  00 0 00',
      ' 0 00000 0',
      '0    0    0',
    ].map((row) => row.replaceAll('.', ' ')),
  );

const replaced = new Map([
  ['ground', ground()],
  ['flower', mushrooms()],
  ['thistle', fern()],
  ['tree', fir()],
  ['fence', stump()],
]);

/** As outdoorBlocks; the first 46 mean the same as there, so that code may rely on the numbers. */
export const forestBlocks = [
  ...outdoorBlocks.slice(0, 46).map(([name, palette, kind, drawing, legend]) => {
    const paints = { flower: red, thistle: green, tree: deep, fence: wood, tuft: green };
    return [name, paints[name] ?? palette, kind, replaced.get(name) ?? drawing, legend];
  }),
  ['old-tree', deep, 'wall', oldTree(), 'O'],
  ['undergrowth', deep, 'grass', undergrowth(), 'u'],
  ['log-left', wood, 'wall', log('left'), '('],
  ['log-right', wood, 'wall', log('right'), ')'],
  ['hollow', deep, 'door', hollow(), 'H'],
  ['gap', deep, 'gate', gap(), 'G'],
  ['web', deep, 'wall', web(), 'w'],
  ['toadstool', purple, 'wall', mushroom(ground(), 8, 8, 7), 'm'],
];
