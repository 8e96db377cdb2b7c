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
    rows.forEach((row, y) => [...row].forEach((bit, i) => bit === '1' && ink.push([x + i, top + y])));
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

/** Sky, hills, cottages and a large thistle; the sun stands behind the logo. */
export function drawTitle(file, palettesFile) {
  const canvas = new Canvas(160, 144, 0);
  // Bands of cloud, flat and repeating every 8 pixels: few distinct tiles.
  for (const [y, shade] of [
    [44, 1],
    [46, 1],
    [52, 1],
  ])
    for (let x = 0; x < 160; x++) if ((x + y) % 8 < 5) canvas.set(x, y, shade);
  hills(canvas);
  plant(canvas, 128, 66);
  plant(canvas, 12, 84);
  canvas.fill(0, 136, 160, 8, 3);
  for (let x = 0; x < 160; x += 8)
    canvas.text(
      x,
      131,
      ['..3...3.', '.33.3.33', '333333.3', '33333333', '33333333'].map((row) => row.replaceAll('.', ' ')),
    );
  logo(canvas, 14);
  canvas.write(file);
  const rows = [];
  for (let y = 0; y < 18; y++) {
    let row = '';
    for (let x = 0; x < 20; x++) {
      const overPlant = (x >= 15 && x <= 18 && y >= 8 && y <= 10) || (x >= 1 && x <= 4 && y >= 10 && y <= 12);
      row += y < 5 ? '6' : overPlant ? '5' : y < 8 ? '2' : y < 11 ? '3' : y < 16 ? '1' : '4';
    }
    rows.push(row);
  }
  writeFileSync(palettesFile, `${rows.join('\n')}\n`);
}

function hills(canvas) {
  const far = (x) => 72 + 6 * Math.sin(x / 17) + 4 * Math.sin(x / 7 + 2);
  const near = (x) => 92 + 5 * Math.sin(x / 23 + 1);
  for (let x = 0; x < 160; x++) {
    // Steps of 8 pixels across and 2 down keep the number of distinct tiles small.
    const f = Math.round(far(x & ~3) / 2) * 2;
    const n = Math.round(near(x & ~3) / 2) * 2;
    for (let y = f; y < 144; y++) canvas.set(x, y, y === f ? 3 : y < f + 2 ? 2 : 1);
    for (let y = n; y < 144; y++)
      canvas.set(x, y, y === n ? 3 : (x + y * 2) % 8 === 0 && y % 4 === 0 ? 3 : 2);
  }
  for (const x of [56, 80]) {
    canvas.text(
      x,
      82,
      `
   333333333333
  31111111111113
 3222222222222223
322222222222222223
333333333333333333
 3....33....333.3
 3.33.3.1331.323.3
 3.33.3.1331.323.3
 3....3......323.3
 3333333333333333`.replaceAll('.', '0'),
    );
  }
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
  const canvas = new Canvas(160, 144, 3);
  for (let y = 16; y < 104; y++)
    for (let x = 0; x < 160; x++) {
      const dx = x - 79.5;
      const inside = y >= 56 ? Math.abs(dx) < 44 : Math.hypot(dx, y - 56) < 44 && y >= 14;
      if (!inside) {
        const course = Math.floor(y / 8);
        const joint = (x + (course & 1) * 8) % 16 === 0 || y % 8 === 0;
        canvas.set(x, y, joint ? 3 : y % 8 === 1 ? 1 : 2);
        continue;
      }
      const horizon = 72;
      if (y < horizon) {
        const sun = Math.hypot(dx, y - horizon);
        canvas.set(
          x,
          y,
          sun < 20 ? 0 : sun < 23 ? 1 : Math.floor((Math.atan2(y - horizon, dx) * 16) / Math.PI) & 1 ? 0 : 1,
        );
      } else {
        const road = (y - horizon) * 0.7 + 3;
        canvas.set(
          x,
          y,
          Math.abs(dx) < road ? 0 : Math.abs(dx) < road + 2 ? 3 : (x * 3 + y * 5) % 11 === 0 ? 3 : 2,
        );
      }
    }
  for (let y = 14; y < 104; y++)
    for (let x = 0; x < 160; x++) {
      const dx = x - 79.5;
      const edge = y >= 56 ? Math.abs(dx) : Math.hypot(dx, y - 56);
      if (edge >= 44 && edge < 46) canvas.set(x, y, 3);
      if (edge >= 46 && edge < 50) canvas.set(x, y, 1);
      if (edge >= 50 && edge < 51) canvas.set(x, y, 3);
    }
  canvas.fill(0, 0, 160, 16, 0).fill(0, 104, 160, 40, 0).fill(0, 15, 160, 1, 3).fill(0, 104, 160, 1, 3);
  canvas.write(file);
  const rows = [];
  for (let y = 0; y < 18; y++) {
    let row = '';
    for (let x = 0; x < 20; x++) {
      const inside = y >= 2 && y < 13 && x >= 5 && x <= 14;
      row += y < 2 || y >= 13 ? '0' : inside ? (y < 9 ? '2' : '1') : '7';
    }
    rows.push(row);
  }
  writeFileSync(palettesFile, `${rows.join('\n')}\n`);
}
