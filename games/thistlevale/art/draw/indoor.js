/** The blocks of rooms, 16×16 each, in the order in which they stand in the sheet. */
import { Canvas } from './canvas.js';

export const indoorPalette = { floor: 1, wall: 2, wood: 3, red: 4, plant: 5, blue: 6, dark: 7 };
const { floor, wall, wood, red, plant, blue, dark } = indoorPalette;

const one = (art) => new Canvas(16, 16).text(0, 0, art);

const boards = () =>
  one(`
................
................
................
1111111111111111
.........1......
.........1......
.........1......
1111111111111111
................
................
................
1111111111111111
..1.............
..1.............
..1.............
1111111111111111`);

/** Floor under furniture: without joints, because furniture has another palette. */
const bare = () => new Canvas(16, 16, 0);

const nothing = () => new Canvas(16, 16, 3);

const wallPaper = () =>
  one(`
3333333333333333
1111111111111111
................
...1.......1....
..1.1.....1.1...
...1.......1....
................
.......1.......1
1.....1.1.....1.
.......1.......1
................
1111111111111111
2222222222222222
3333333333333333
2222222222222222
3333333333333333`);

const window = () =>
  wallPaper().text(
    2,
    1,
    `
333333333333
311111111113
313333333313
313.12.12313
3131.21.2313
313333333313
31312.12.313
313.21.21313
313333333313
311111111113
333333333333`,
  );

const picture = () =>
  wallPaper().text(
    3,
    2,
    `
3333333333
3........3
3..1..22.3
3.111.22.3
3.1211...3
3222222223
3333333333`,
  );

const clock = () =>
  wallPaper().text(
    4,
    1,
    `
.333333.
33....33
3...3..3
3...3..3
3...33.3
33....33
.333333.
..3113..
..3223..
..3333..`,
  );

const bedTop = () =>
  one(
    `
3333333333333333
3222222222222223
3211111111111123
3213333333333123
3213........3123
3213........3123
3213..1111..3123
3213.1....1.3123
3213........3123
3213333333333123
3211111111111123
32.............3
32222222222222 3
3222222222222223
3212122121221213
3222222222222223`.replaceAll(' ', '2'),
  );

const bedFoot = () =>
  one(`
3222222222222223
3212212122121223
3222222222222223
3221221212212123
3222222222222223
3212122122122123
3222222222222223
3222222222222223
3111111111111113
3111111111111113
3333333333333333
3211111111111123
3222222222222223
3222222222222223
3333333333333333
.33..........33.`);

const desk = () =>
  one(`
................
3333333333333333
3111111111111113
3113333311....13
311322231.1111.3
3113222311....13
3111333111.11113
3111111111111113
3333333333333333
3222222332222223
3222222332222223
3221122332211223
3222222332222223
3333333333333333
.33..........33.
................`);

const shelf = () =>
  one(`
3333333333333333
3222222222222223
3333333333333333
3313123132313213
3313123132313213
3313123132313213
3313123132313213
3333333333333333
3111111111111113
3333333333333333
3231321331231313
3231321331231313
3231321331231313
3333333333333333
3222222222222223
3333333333333333`);

const table = (side) => {
  const canvas = bare();
  const left = side === 'left';
  canvas
    .fill(left ? 1 : 0, 2, 15, 10, 1)
    .fill(0, 1, 16, 1, 3)
    .fill(0, 11, 16, 1, 3)
    .fill(0, 12, 16, 2, 2)
    .fill(0, 14, 16, 1, 3);
  if (left)
    canvas
      .fill(0, 1, 1, 14, 3)
      .fill(2, 15, 2, 1, 3)
      .text(
        6,
        3,
        `
..333333
.3.....3
.3.1...3
.3.....3
..333333`.replaceAll('.', '0'),
      );
  else
    canvas
      .fill(15, 1, 1, 14, 3)
      .fill(12, 15, 2, 1, 3)
      .text(
        4,
        4,
        `
.3333..
31..13.
3222233
3222233
.3333..`.replaceAll('.', '1'),
      );
  return canvas;
};

const stool = () =>
  bare().text(
    2,
    3,
    `
  33333333
 3111111113
311....1113
311111111223
311111112223
.3222222223
  33333333
  3233  323
  3233  323
  333   333`.replaceAll('.', '3'),
  );

const rug = (top, left, bottom, right) => {
  const canvas = new Canvas(16, 16, 1);
  for (let y = 0; y < 16; y++)
    for (let x = 0; x < 16; x++) {
      const diamond = Math.abs((x % 8) - 4) + Math.abs((y % 8) - 4);
      if (diamond === 2 || diamond === 0) canvas.set(x, y, 0);
      if (diamond === 8 || diamond === 7) canvas.set(x, y, 2);
    }
  const band = (at, shade, horizontal, depth) =>
    horizontal
      ? canvas.fill(0, at ? 15 - depth : depth, 16, 1, shade)
      : canvas.fill(at ? 15 - depth : depth, 0, 1, 16, shade);
  for (const [open, horizontal, far] of [
    [top, true, false],
    [bottom, true, true],
    [left, false, false],
    [right, false, true],
  ]) {
    if (!open) continue;
    band(far, 0, horizontal, 3);
    band(far, 2, horizontal, 2);
    band(far, 2, horizontal, 1);
    band(far, 3, horizontal, 0);
  }
  return canvas;
};

const stairs = (down) => {
  const canvas = new Canvas(16, 16, 3);
  for (let step = 0; step < 5; step++) {
    const x = down ? step * 3 : 12 - step * 3;
    const top = down ? step * 2 + 1 : 9 - step * 2;
    canvas
      .fill(x, top, 3, 15 - top, down ? (step < 2 ? 1 : 2) : step > 2 ? 1 : 2)
      .fill(x, top, 3, 1, 0)
      .fill(x, top + 1, 3, 1, 3);
  }
  canvas.fill(0, 0, 16, 1, 3).fill(0, 15, 16, 1, 3).fill(0, 0, 1, 16, 3).fill(15, 0, 1, 16, 3);
  return canvas;
};

const mat = () =>
  bare().text(
    0,
    2,
    `
.33333333333333.
3222222222222223
3211111111111123
3212222222222123
3212111111112123
3212122222212123
3212111111112123
3212222222222123
3211111111111123
3222222222222223
.33333333333333.
3.3.3.3.3.3.3.3.`,
  );

const potPlant = () =>
  bare().text(
    1,
    0,
    `
    3333
  33211233
 32112321 3
321 2332123
3212332 123
 323222323
33212322123
 3321221 33
   332333
   3111113
   3122223
    312223
    312223
    333333`,
  );

const stove = () =>
  one(`
3333333333333333
3222222222222223
3233322222333223
3231132223113223
3233322222333223
3222222222222223
3333333333333333
3111111111111113
3121112111211213
3133333333333313
3132222222222313
3132311133112313
3132111111112313
3133333333333313
3111111111111113
3333333333333333`);

const counter = () =>
  one(`
3333333333333333
3111111111111113
311...1111111113
31..2..111113313
31.222.111132223
311...1111132223
3111111111113313
3333333333333333
3222222332222223
3211112332111123
3211112332111123
3211112332111123
3222232332322223
3222222332222223
3222222332222223
3333333333333333`);

const loom = () =>
  one(`
3333333333333333
3111111111111113
3333333333333333
3213121212131213
3213121212131213
3213121212131213
3213131313131213
3233333333333323
3211212121212113
3212121212121213
3211212121212113
3233333333333323
3211111111111123
3222222222222223
3333333333333333
.33..........33.`);

const sack = () =>
  bare().text(
    1,
    2,
    `
     33
   3322333
   333323
  311111133
 3111111123
31111111123
311122111223
311222211223
311122112223
31111112223
 3322222233
  33333333`,
  );

const globe = () =>
  bare().text(
    2,
    1,
    `
   33333
  3112113
 311222113
31122211223
31112111223
31222112223
 322211223
  3222223
   33333
    323
    323
   32223
  3222223
  3333333`,
  );

/** name, palette, class, drawing, legend character of map files */
export const indoorBlocks = [
  ['nothing', dark, 'void', nothing(), 'x'],
  ['boards', floor, 'floor', boards(), '.'],
  ['wallpaper', wall, 'wall', wallPaper(), '#'],
  ['window', wall, 'wall', window(), 'w'],
  ['picture', wall, 'wall', picture(), 'p'],
  ['clock', wall, 'wall', clock(), 'c'],
  ['bed-top', red, 'wall', bedTop(), 'B'],
  ['bed-foot', red, 'wall', bedFoot(), 'b'],
  ['desk', wood, 'wall', desk(), 'd'],
  ['shelf', wood, 'wall', shelf(), 'S'],
  ['table-left', wood, 'wall', table('left'), '('],
  ['table-right', wood, 'wall', table('right'), ')'],
  ['stool', wood, 'wall', stool(), 'o'],
  ['rug-tl', blue, 'floor', rug(true, true, false, false), '1'],
  ['rug-t', blue, 'floor', rug(true, false, false, false), '2'],
  ['rug-tr', blue, 'floor', rug(true, false, false, true), '3'],
  ['rug-l', blue, 'floor', rug(false, true, false, false), '4'],
  ['rug', blue, 'floor', rug(false, false, false, false), '5'],
  ['rug-r', blue, 'floor', rug(false, false, false, true), '6'],
  ['rug-bl', blue, 'floor', rug(false, true, true, false), '7'],
  ['rug-b', blue, 'floor', rug(false, false, true, false), '8'],
  ['rug-br', blue, 'floor', rug(false, false, true, true), '9'],
  ['stairs-down', wood, 'door', stairs(true), 'D'],
  ['stairs-up', wood, 'door', stairs(false), 'U'],
  ['mat', red, 'door', mat(), 'm'],
  ['plant', plant, 'wall', potPlant(), 'P'],
  ['stove', dark, 'wall', stove(), 'v'],
  ['counter', wood, 'wall', counter(), 'k'],
  ['loom', blue, 'wall', loom(), 'L'],
  ['sack', wood, 'wall', sack(), 'a'],
  ['globe', blue, 'wall', globe(), 'g'],
];
