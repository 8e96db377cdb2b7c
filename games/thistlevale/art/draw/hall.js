/** The blocks of public houses: shop, healing house and gym, 16×16 each. */
import { paint } from './brush.js';
import { Canvas } from './canvas.js';
import { box, ellipse, polygon } from './shapes.js';

export const hallPalette = { floor: 1, wall: 2, wood: 3, red: 4, plant: 5, blue: 6, stone: 7 };
const { floor, wall, wood, red, plant, blue, stone } = hallPalette;

const art = (text) => new Canvas(16, 16).text(0, 0, text);
const bare = () => new Canvas(16, 16, 0);
const plain = (shade) => new Canvas(16, 16, shade);

const flags = () =>
  art(`
1111111111111111
1..............1
1..............1
1..............1
1..............1
1..............1
1..............1
1.............11
1111111111111111
.......11.......
.......11.......
.......11.......
.......11.......
.......11.......
.......11.......
......111.......`);

const arena = () => {
  const canvas = bare();
  const check = (x, y, shade) =>
    canvas
      .fill(x, y, 8, 8, shade)
      .fill(x, y, 8, 1, shade - 1)
      .fill(x, y, 1, 8, shade - 1);
  check(0, 0, 1);
  check(8, 0, 2);
  check(0, 8, 2);
  return check(8, 8, 1);
};

const panel = () =>
  art(`
3333333333333333
1111111111111111
................
................
................
................
1111111111111111
2222222222222222
1121111111211111
1121111111211111
1121111111211111
1121111111211111
2222222222222222
3333333333333333
2222222222222222
3333333333333333`);

const onWall = (x, y, text) => panel().text(x, y, text);

const window = () =>
  onWall(3, 0, [
    '3333333333',
    '3........3',
    '3.12..12.3',
    '3.1..12..3',
    '3333333333',
    '3...12...3',
    '3..12..1.3',
    '3333333333',
    '2111111112',
  ]);
const heartBanner = () =>
  onWall(3, 0, [
    '3333333333',
    '3........3',
    '3.22..22.3',
    '3212222223',
    '3212222223',
    '3.222222.3',
    '3..2222..3',
    '3...22...3',
    '3333333333',
  ]);
const purseBanner = () =>
  onWall(3, 0, [
    '3333333333',
    '3...22...3',
    '3..2..2..3',
    '3...22...3',
    '3..2112..3',
    '3.211222.3',
    '3.212222.3',
    '3..2222..3',
    '3333333333',
  ]);
const thistleBanner = () =>
  onWall(4, 0, [
    '33333333',
    '32.22.23',
    '32222223',
    '31222213',
    '31122113',
    '31333313',
    '31313313',
    '31133113',
    '31113113',
    '31133113',
    '33113113',
    ' 331133 ',
    '  3333',
  ]);

/** A counter from its left end to its right end; people are served across it. */
const counter = (end) => {
  const canvas = bare();
  canvas
    .fill(0, 1, 16, 1, 3)
    .fill(0, 2, 16, 6, 1)
    .fill(0, 3, 16, 1, 0)
    .fill(0, 8, 16, 1, 3)
    .fill(0, 9, 16, 6, 2)
    .fill(0, 15, 16, 1, 3);
  for (const x of [2, 10]) canvas.fill(x, 10, 4, 4, 1).fill(x + 1, 11, 3, 3, 2);
  if (end === 'left') canvas.fill(0, 1, 1, 15, 3);
  if (end === 'right') canvas.fill(15, 1, 1, 15, 3);
  return canvas;
};

const till = () =>
  counter('middle').text(
    3,
    0,
    [
      ' 33333333',
      '3111113113',
      '31..13 1.3',
      '311113 113',
      '3333333333',
      '3212121213',
      '3222222223',
      '3333333333',
    ].map((row) => row.replace('3 1', '331')),
  );

/** Shelves of the shop, seen from the front. */
const goods = (kind) => {
  const canvas = plain(2).fill(0, 0, 16, 1, 3).fill(0, 0, 1, 16, 3).fill(15, 0, 1, 16, 3);
  canvas
    .fill(1, 1, 14, 6, 3)
    .fill(1, 7, 14, 1, 1)
    .fill(1, 8, 14, 1, 3)
    .fill(1, 9, 14, 5, 3)
    .fill(1, 14, 14, 1, 1)
    .fill(0, 15, 16, 1, 3);
  const thing = {
    orbs: [' 12', '1212', '2121', ' 21'],
    bottles: [' 1', ' 1 ', '1.2', '1.2', '122'],
    boxes: ['1111', '1.12', '1112', '2222'],
  }[kind];
  const step = kind === 'bottles' ? 4 : 5;
  for (let x = 2; x < 13; x += step)
    canvas
      .text(x, 7 - thing.length, thing)
      .text(x, 14 - thing.length, kind === 'boxes' ? ['.11', '1.2', '122'] : thing);
  if (kind === 'boxes') canvas.fill(1, 9, 14, 2, 3);
  return canvas;
};

/** The healing house's machine: a tray for six orbs under a glass hood, and its tank. */
const machine = (side) => {
  const canvas = bare();
  if (side === 'left') {
    paint(canvas, box(0, 2, 17, 14, 2), [2]);
    canvas.fill(3, 4, 13, 7, 3).fill(4, 5, 12, 5, 1);
    for (const [x, y] of [
      [5, 5],
      [9, 5],
      [13, 5],
      [5, 8],
      [9, 8],
      [13, 8],
    ])
      canvas.text(x, y, ['.2', '33']);
    return canvas.fill(2, 12, 12, 1, 1).text(3, 13, ['3 3 3']).fill(0, 15, 16, 1, 3);
  }
  canvas
    .fill(0, 2, 8, 1, 3)
    .fill(0, 3, 8, 12, 2)
    .fill(0, 4, 3, 7, 3)
    .fill(0, 5, 2, 5, 1)
    .fill(0, 12, 6, 1, 1)
    .fill(0, 15, 16, 1, 3)
    .fill(7, 3, 1, 12, 3);
  paint(canvas, box(7, 0, 9, 16, 3), [0, 0, 1]);
  return canvas
    .fill(8, 7, 7, 6, 1)
    .text(9, 6, [' 1 1', '', '. ', '  . ', '', '   .'])
    .fill(8, 13, 7, 1, 3)
    .fill(8, 14, 7, 1, 2)
    .fill(7, 15, 9, 1, 3);
};

const bench = (side) => {
  const canvas = bare()
    .fill(0, 5, 16, 1, 3)
    .fill(0, 6, 16, 4, 1)
    .fill(0, 9, 16, 1, 3)
    .fill(0, 10, 16, 3, 2)
    .fill(0, 13, 16, 1, 3);
  if (side === 'left') return canvas.fill(0, 5, 1, 9, 3).fill(2, 14, 2, 2, 3).fill(2, 7, 14, 1, 0);
  return canvas.fill(15, 5, 1, 9, 3).fill(12, 14, 2, 2, 3);
};

const tallPlant = () => {
  const canvas = bare();
  paint(canvas, polygon([4, 10], [12, 10], [11, 16], [5, 16]), [1, 2]);
  for (const [x, y, turn] of [
    [4, 5, 40],
    [12, 5, -40],
    [5.5, 8, 10],
    [10.5, 8, -10],
  ])
    paint(canvas, ellipse(x, y, 4, 2.1, turn), [1, 2, 2]);
  return paint(canvas, ellipse(8, 4.5, 2.2, 4.4), [1, 1, 2]);
};

const statue = () => {
  const canvas = bare();
  paint(canvas, box(1, 11, 14, 5, 1), [1, 2]);
  paint(canvas, polygon([3, 11], [5, 6], [11, 6], [13, 11]), [1, 2, 2]);
  paint(canvas, ellipse(8, 5, 4.5, 4.5), [0, 1, 2]);
  return canvas
    .text(4, 0, ['3 3  3 3', '32333323', ''])
    .text(5, 4, [' 3  3', '', '  33'])
    .text(4, 13, ['33333333']);
};

const torch = () => {
  const canvas = bare();
  paint(canvas, polygon([5, 16], [7, 8], [9, 8], [11, 16]), [1, 2]);
  paint(canvas, box(3, 7, 10, 4, 1), [1, 2]);
  return paint(
    canvas,
    polygon([4, 7.5], [5, 3], [6.5, 4], [8.5, -0.5], [10, 4], [11.5, 3], [12, 7.5]),
    [0, 1, 2],
  ).text(7, 4, [' .', ' . ', '..']);
};

const rope = () =>
  bare().text(0, 3, [
    '.33..........33.',
    '3223........3223',
    '3113........3113',
    '.33.33....33.33.',
    '.32322333322323.',
    '.32.33222233.32.',
    '.32...3333...32.',
    '.32..........32.',
    '.32..........32.',
    '.32..........32.',
    '3223........3223',
    '3333........3333',
  ]);

const mat = () =>
  bare().text(0, 2, [
    '.33333333333333.',
    '3222222222222223',
    '3211121111211123',
    '3212221222122123',
    '3212221222122123',
    '3211121111211123',
    '3212221222122123',
    '3212221222122123',
    '3211121111211123',
    '3222222222222223',
    '.33333333333333.',
    '.3.3.3.3.3.3.3..',
  ]);

const stairs = (down) => {
  const canvas = plain(3);
  for (let step = 0; step < 5; step++) {
    const x = down ? step * 3 : 12 - step * 3;
    const top = down ? step * 2 + 1 : 9 - step * 2;
    canvas
      .fill(x, top, 3, 15 - top, down ? (step < 2 ? 1 : 2) : step > 2 ? 1 : 2)
      .fill(x, top, 3, 1, 0)
      .fill(x, top + 1, 3, 1, 3);
  }
  return canvas.fill(0, 0, 16, 1, 3).fill(0, 15, 16, 1, 3).fill(0, 0, 1, 16, 3).fill(15, 0, 1, 16, 3);
};

/** A door in the hall's wall; locked, it carries a bar and a large lock. */
const door = (locked) => {
  const canvas = panel();
  canvas.fill(1, 0, 14, 16, 3).fill(2, 1, 12, 15, 2).fill(3, 2, 10, 14, 3);
  if (!locked) return canvas.fill(4, 3, 8, 13, 3).fill(4, 12, 8, 1, 2).fill(4, 14, 8, 2, 1);
  canvas
    .fill(4, 3, 8, 13, 1)
    .fill(7, 3, 1, 13, 2)
    .fill(10, 3, 1, 13, 2)
    .fill(2, 7, 12, 1, 3)
    .fill(2, 8, 12, 2, 2)
    .fill(2, 10, 12, 1, 3);
  return canvas.text(5, 5, [' 3333', '3....3', '333333', '3....3', '3.33.3', '3..3.3', '333333']);
};

const notice = () =>
  bare().text(1, 1, [
    '33333333333333',
    '31111111111113',
    '31..........13',
    '31.222.2222.13',
    '31..........13',
    '31.22222.22.13',
    '31..........13',
    '31.2222.....13',
    '31..........13',
    '33333333333333',
    '     3223',
    '     3223',
    '   33333333',
    '   32222223',
    '   33333333',
  ]);

const carpet = (side) => {
  const canvas = plain(2);
  for (let y = 0; y < 16; y += 8)
    canvas.text(3, y + 1, ['    1    1', '   1.1  1.1', '    1    1']).text(
      5,
      y + 5,
      ['  11', ' 1  1', '  11'].map((row) => row),
    );
  if (side === 'left') canvas.fill(0, 0, 1, 16, 3).fill(1, 0, 1, 16, 1);
  if (side === 'right') canvas.fill(15, 0, 1, 16, 3).fill(14, 0, 1, 16, 1);
  return canvas;
};

/** As outdoorBlocks: name, palette, class, drawing, legend character. */
export const hallBlocks = [
  ['nothing', stone, 'void', plain(3), 'x'],
  ['flags', floor, 'floor', flags(), '.'],
  ['arena', stone, 'floor', arena(), ','],
  ['wall', wall, 'wall', panel(), '#'],
  ['window', wall, 'wall', window(), 'w'],
  ['heart-banner', red, 'wall', heartBanner(), 'h'],
  ['purse-banner', blue, 'wall', purseBanner(), 'p'],
  ['thistle-banner', blue, 'wall', thistleBanner(), 'b'],
  ['counter-left', wood, 'wall', counter('left'), '<'],
  ['counter', wood, 'wall', counter('middle'), 'k'],
  ['counter-right', wood, 'wall', counter('right'), '>'],
  ['till', wood, 'wall', till(), 't'],
  ['goods-orbs', red, 'wall', goods('orbs'), 'o'],
  ['goods-bottles', blue, 'wall', goods('bottles'), 'g'],
  ['goods-boxes', wood, 'wall', goods('boxes'), 'a'],
  ['machine-left', blue, 'wall', machine('left'), '('],
  ['machine-right', blue, 'wall', machine('right'), ')'],
  ['bench-left', wood, 'wall', bench('left'), '['],
  ['bench-right', wood, 'wall', bench('right'), ']'],
  ['plant', plant, 'wall', tallPlant(), 'P'],
  ['statue', stone, 'wall', statue(), 's'],
  ['torch', red, 'wall', torch(), 'f'],
  ['rope', red, 'wall', rope(), '='],
  ['mat', red, 'door', mat(), 'm'],
  ['stairs-down', wood, 'door', stairs(true), 'D'],
  ['stairs-up', wood, 'door', stairs(false), 'U'],
  ['door', wall, 'door', door(false), 'd'],
  ['locked-door', wood, 'wall', door(true), 'l'],
  ['notice', wood, 'sign', notice(), 'n'],
  ['carpet-left', red, 'floor', carpet('left'), '1'],
  ['carpet', red, 'floor', carpet('middle'), '2'],
  ['carpet-right', red, 'floor', carpet('right'), '3'],
];
