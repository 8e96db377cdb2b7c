/** Houses are built of blocks: two rows of roof, one row of wall. Roofs come in several colours (palettes). */
import { Canvas } from './canvas.js';

/** A whole house of 4×3 blocks is drawn once and cut into blocks, so that shingles run across them. */
function house() {
  const canvas = new Canvas(64, 48);
  // Roof: rows of shingles, lit from the upper left, with a ridge and a dark eave.
  for (let y = 2; y < 34; y++) {
    const slope = y < 18 ? Math.max(0, Math.ceil((18 - y) / 2)) : 0;
    for (let x = 1 + slope; x < 63 - slope; x++) {
      const course = Math.floor((y - 2) / 4);
      const shift = (x + (course & 1) * 4) & 7;
      const inCourse = (y - 2) & 3;
      let shade = 2;
      if (inCourse === 3 || (inCourse > 0 && shift === 0)) shade = 3;
      if (inCourse === 0 && shift !== 0) shade = course < 3 ? 1 : 2;
      if (inCourse === 1 && shift >= 1 && shift <= 3) shade = 1;
      if (x > 50 - slope / 2 && shade === 1 && inCourse === 1) shade = 2;
      if (x === 1 + slope || x === 62 - slope) shade = 3;
      canvas.set(x, y, shade);
    }
  }
  canvas.fill(9, 1, 46, 1, 3).fill(9, 2, 46, 1, 1).fill(9, 3, 46, 1, 3);
  canvas.fill(0, 28, 64, 1, 3).fill(0, 29, 64, 2, 1).fill(0, 31, 64, 1, 3);
  return canvas;
}

const chimney = `
...333333.......
...311123.......
...333333.......
...312123.......
...322123.......
...312123.......`;

/** Plaster wall with timber; shade 0 is plaster. */
function wall() {
  const canvas = new Canvas(16, 16, 0);
  canvas.fill(0, 0, 16, 2, 2).fill(0, 2, 16, 1, 1);
  canvas.text(3, 5, ['11']).text(10, 8, ['111']).text(5, 10, ['1']);
  canvas.fill(0, 12, 16, 1, 3).text(0, 13, ['1112111211121112', '1112111211121112', '3333333333333333']);
  return canvas;
}

const wallEnd = (left) => {
  const canvas = wall();
  const x = left ? 0 : 13;
  canvas
    .fill(x, 0, 3, 15, 2)
    .fill(left ? 0 : 15, 0, 1, 16, 3)
    .fill(left ? 3 : 12, 0, 1, 12, 3);
  return canvas;
};

const windowBlock = () =>
  wall().text(
    2,
    2,
    `
333333333333
3..122122..3
3.1221221.13
3.1221221123
312211222113
333333333333
3..122122..3
3.1221221.13
311221221123
333333333333
121121211211
.3333333333.`,
  );

const door = () =>
  wall().text(
    2,
    1,
    `
.3333333333.
331111111133
312222222213
312322223213
312322223213
312322223213
312322223213
312322221213
312322221213
312322223213
312322223213
312322223213
312222222213
333333333333
111111111111`,
  );

const gateDoor = () =>
  wall().text(
    0,
    0,
    `
3333333333333333
3222333333332223
3223311111133223
3233111111113323
3231133333311323
3311333333331133
3313333223333133
3313332112333133
3313321..1233133
3313321..1233133
331321....123133
331321....123133
33321......12333
33321......12333
3321........1233
331..........133`,
  );

const gateWall = () =>
  new Canvas(16, 16, 0).text(
    0,
    0,
    `
1111111311111113
1000001310000013
1000012310000123
2222222322222223
3333333333333333
1113111111131111
0013100000131000
0123100001231000
2223222222232222
3333333333333333
1111111311111113
1000001310000013
1000012310000123
2222222322222223
3333333333333333
1212121212121212`,
  );

const gateTop = () =>
  new Canvas(16, 16, 0).text(
    0,
    0,
    `
0000000000000000
3333330000333333
3111230000311123
3111230000311123
3111233333311123
3111111111111123
3122222222222223
3333333333333333
1111111311111113
1000001310000013
1000012310000123
2222222322222223
3333333333333333
1113111111131111
0123100001231000
3333333333333333`,
  );

const cut = (source, column, row) => {
  const block = new Canvas(16, 16);
  for (let y = 0; y < 16; y++)
    for (let x = 0; x < 16; x++) block.set(x, y, source.get(column * 16 + x, row * 16 + y));
  return block;
};

/** Rows of the house: upper roof, lower roof; the columns are left end, middle, right end. */
export function houseBlocks(palette) {
  const whole = house();
  const pieces = [
    ['left', 0],
    ['middle', 1],
    ['right', 3],
  ];
  const roofs = [
    ['red', palette.red],
    ['purple', palette.purple],
    ['blue', palette.water],
  ].flatMap(([colour, paint]) =>
    [0, 1].flatMap((row) =>
      pieces.map(([side, column]) => [
        `roof-${colour}-${row === 0 ? 'upper' : 'lower'}-${side}`,
        paint,
        'wall',
        cut(whole, column, row),
        null,
      ]),
    ),
  );
  const withChimney = cut(whole, 1, 0).text(0, 0, chimney.replaceAll('.', ' '));
  return [
    ...roofs,
    ['roof-red-chimney', palette.red, 'wall', withChimney, null],
    ['wall-left', palette.wall, 'wall', wallEnd(true), null],
    ['wall-right', palette.wall, 'wall', wallEnd(false), null],
    ['wall-window', palette.wall, 'wall', windowBlock(), null],
    ['wall-plain', palette.wall, 'wall', wall(), null],
    ['door', palette.wall, 'door', door(), null],
    ['gate-wall', palette.wall, 'wall', gateWall(), null],
    ['gate-top', palette.wall, 'wall', gateTop(), null],
    ['gate-door', palette.wall, 'gate', gateDoor(), null],
  ];
}
