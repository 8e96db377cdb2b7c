/** The two full-screen pictures, 160×144: the title and the end of the chapter. */
import { writeFileSync } from 'node:fs';
import { Canvas } from './canvas.js';

/** Letters of the logo, 5×7; doubled and rounded when drawn. */
const letters = {
  T: ['11111', '11111', '..1..', '..1..', '..1..', '..1..', '..1..'],
  H: ['1...1', '1...1', '1...1', '11111', '1...1', '1...1', '1...1'],
  I: ['111', '.1.', '.1.', '.1.', '.1.', '.1.', '111'],
  S: ['.1111', '1....', '1....', '.111.', '....1', '....1', '1111.'],
  L: ['1....', '1....', '1....', '1....', '1....', '1....', '11111'],
  E: ['11111', '1....', '1....', '1111.', '1....', '1....', '11111'],
  V: ['1...1', '1...1', '1...1', '1...1', '1...1', '.1.1.', '..1..'],
  A: ['..1..', '.1.1.', '1...1', '1...1', '11111', '1...1', '1...1'],
};

/** Doubles a drawing and rounds its diagonals (the Scale2x rule). */
function doubled(art) {
  const at = (x, y) => art[y]?.[x] === '1';
  const out = [];
  for (let y = 0; y < art.length; y++) {
    let upper = '';
    let lower = '';
    for (let x = 0; x < art[y].length; x++) {
      const [p, up, left, right, down] = [at(x, y), at(x, y - 1), at(x - 1, y), at(x + 1, y), at(x, y + 1)];
      const pick = (a, b, differs) => (a === b && differs ? a : p);
      const corner = left !== right && up !== down;
      upper += (corner ? pick(left, up, true) : p) ? '1' : '.';
      upper += (corner ? pick(up, right, true) : p) ? '1' : '.';
      lower += (corner ? pick(left, down, true) : p) ? '1' : '.';
      lower += (corner ? pick(down, right, true) : p) ? '1' : '.';
    }
    out.push(upper, lower);
  }
  return out;
}

/** The name in letters 14 pixels high, with outline, shading from light to mid, and a shadow. */
function logo(canvas, top) {
  const word = [...'THISTLEVALE'].map((letter) => doubled(letters[letter]).map((row) => row));
  const width = word.reduce((sum, rows) => sum + rows[0].length + 3, -3);
  let x = Math.floor((160 - width) / 2);
  const ink = [];
  for (const rows of word) {
    for (const [y, row] of rows.entries())
      for (let i = 0; i < row.length; i++) if (row[i] === '1') ink.push([x + i, top + y]);
    x += rows[0].length + 3;
  }
  for (const [px, py] of ink)
    for (let dy = -1; dy <= 3; dy++) for (let dx = -1; dx <= 1; dx++) canvas.set(px + dx, py + dy, 3);
  for (const [px, py] of ink) canvas.set(px, py, py - top < 6 ? 0 : py - top < 9 ? 1 : 2);
  for (const [px, py] of ink) if (py - top === 6 && px % 2 === 0) canvas.set(px, py, 0);
}

const thistleHead = `
......2...2...2......
...2..2..222..2..2...
....2.22.222.22.2....
.2...2222222222...2..
..22.22122222122.22..
...2221222222212222..
...222222212222222...
....2222211122222....
....333333333333.....
...33133133133133....
...31331331331333....
...33133133133133....
....313313313313.....
.....3333333333......
.......333333........`;

const leaf = `
3...............
33.....3........
3233..333...3...
.322333223.333..
.32222222233223.
..3222122222223.
.332212111222233
3322222222222333
..3332233322333.
....33..333.3...`;

/** Morning over the vale: the sun behind hills, cottages, two large thistles, a board for PRESS START. */
export function drawTitle(file, palettesFile) {
  const canvas = new Canvas(160, 144, 0);
  for (const [y, on, shift] of [
    [46, 5, 0],
    [48, 3, 3],
    [58, 6, 4],
    [60, 4, 1],
  ])
    for (let x = 0; x < 160; x++) if ((x + shift) % 8 < on) canvas.set(x, y, 1);
  sun(canvas, 80, 64);
  hills(canvas);
  for (const x of [40, 104]) cottage(canvas, x, 84);
  plant(canvas, 129, 64);
  plant(canvas, 9, 64);
  canvas.fill(0, 139, 160, 5, 3);
  const blades = ['..3...3.', '.33.3.33', '333333.3', '33333333'];
  for (let x = 0; x < 160; x += 8)
    canvas.text(
      x,
      136,
      blades.map((row) => row.replaceAll('.', ' ')),
    );
  board(canvas, 24, 112, 112, 24);
  logo(canvas, 14);
  canvas.write(file);
  const cell = (x, y) => {
    if (x >= 3 && x <= 16 && y >= 14 && y <= 16) return 0;
    if (y < 5) return 6;
    if (y < 8) return 2;
    if (((x >= 16 && x <= 18) || (x >= 1 && x <= 3)) && y <= 9) return 5;
    if (((x >= 5 && x <= 7) || (x >= 13 && x <= 15)) && (y === 10 || y === 11)) return 4;
    return y < 10 ? 3 : 1;
  };
  writePalettes(palettesFile, cell);
}

function writePalettes(file, cell) {
  const row = (_, y) => Array.from({ length: 20 }, (_, x) => cell(x, y)).join('');
  writeFileSync(file, `${Array.from({ length: 18 }, row).join('\n')}\n`);
}

function sun(canvas, cx, cy) {
  for (let y = cy - 15; y < cy; y++)
    for (let x = cx - 15; x < cx + 15; x++) {
      const distance = Math.hypot(x + 0.5 - cx, y + 0.5 - cy);
      if (distance < 11) canvas.set(x, y, 1);
      else if (distance > 12.5 && distance < 14) canvas.set(x, y, 1);
    }
}

function hills(canvas) {
  for (let x = 0; x < 160; x++) {
    // Steps of four pixels across keep the number of distinct tiles small.
    const at = x & ~3;
    // Never above row 64, where the sky's palette ends; highest before the sun.
    const wave = 70 + Math.round(3 * Math.sin(at / 15 + 1) + 2.5 * Math.sin(at / 6));
    const far = Math.max(64, wave - Math.max(0, Math.round(12 - Math.abs(at - 80) / 3)));
    for (let y = far; y < 144; y++) canvas.set(x, y, y === far ? 3 : y < far + 3 && (x + y) % 2 ? 2 : 1);
    const near = at >= 32 && at < 128 ? 96 : 96 + Math.round(3 * Math.sin((at + 8) / 9));
    for (let y = near; y < 144; y++)
      canvas.set(x, y, y === near ? 3 : (x + y * 3) % 16 === 0 && y % 8 === 4 ? 3 : 2);
  }
}

function cottage(canvas, x, y) {
  canvas.text(
    x,
    y,
    `
    3333333333333333
   322222222222222223
  32222222222222222223
 3222222222222222222223
322222222222222222222223
333333333333333333333333
  3.....333...333333.3
  3.333.323...32.323.3
  3.323.323...333333.3
  3.333.323...32.323.3
  3.....323...333333.3
  33333333333333333333`,
  );
}

function board(canvas, x, y, width, height) {
  canvas
    .fill(x, y, width, height, 3)
    .fill(x + 1, y + 1, width - 2, height - 2, 2)
    .fill(x + 2, y + 2, width - 4, height - 4, 1);
  canvas.fill(x + 4, y + 4, width - 8, height - 8, 0);
  for (const [cx, cy] of [
    [x, y],
    [x + width - 1, y],
    [x, y + height - 1],
    [x + width - 1, y + height - 1],
  ])
    canvas.set(cx, cy, 2);
}

function plant(canvas, x, y) {
  canvas
    .fill(x + 9, y + 12, 3, 144 - y - 12, 2)
    .fill(x + 8, y + 12, 1, 144 - y - 12, 3)
    .fill(x + 12, y + 12, 1, 144 - y - 12, 3);
  const see = (row) => row.replaceAll('.', ' ');
  const rows = leaf.trim().split('\n');
  canvas.text(x + 12, y + 22, rows.map(see));
  canvas.text(
    x - 7,
    y + 30,
    rows.map((row) => see([...row].reverse().join(''))),
  );
  canvas.text(x, y, thistleHead.replace(/^\n/, '').split('\n').map(see));
}

/** The gate from within: an arch of stone, and the road into the morning. */
export function drawEnding(file, palettesFile) {
  const canvas = new Canvas(160, 144, 0);
  for (let y = 24; y < 104; y++) for (let x = 0; x < 160; x++) canvas.set(x, y, archPixel(x, y));
  canvas.fill(0, 23, 160, 1, 3).fill(0, 104, 160, 1, 3);
  canvas.write(file);
  writePalettes(palettesFile, (x, y) => {
    if (y < 3 || y >= 13) return 0;
    if (x < 5 || x > 14) return 7;
    return y < 9 ? 2 : 1;
  });
}

/** The opening is 80 pixels wide, so that stone and sky never share a tile but in dark corners. */
function archPixel(x, y) {
  const dx = Math.abs(x - 79.5);
  const edge = y >= 64 ? dx : Math.hypot(dx, y - 64);
  const horizon = 72;
  if (dx > 40) {
    if (dx < 42 || (dx > 46 && dx < 48)) return 3;
    if (dx < 46) return y % 8 === 0 ? 3 : 1;
    const course = Math.floor(y / 8);
    return (x + (course & 1) * 8) % 16 === 0 || y % 8 === 0 ? 3 : y % 8 === 1 ? 1 : 2;
  }
  if (edge > 39.6) return 3;
  if (y < horizon) {
    const distance = Math.hypot(dx, y - horizon);
    if (distance < 18) return 0;
    if (distance < 20) return 1;
    return Math.floor((Math.atan2(y - horizon, x - 79.5) * 16) / Math.PI) & 1 ? 0 : 1;
  }
  const road = (y - horizon) * 0.7 + 3;
  if (dx < road) return 0;
  return dx < road + 2 || (x * 3 + y * 5) % 11 === 0 ? 3 : 2;
}
