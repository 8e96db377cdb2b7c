/** A canvas of four shades (0 lightest … 3 darkest) that pixel art written as text is stamped on. */
import { writeFileSync } from 'node:fs';
import { encodePng } from '../../tools/png.js';

/** The greys that stand for the four shades in the PNG files. */
const greys = [255, 170, 85, 0];

export class Canvas {
  constructor(width, height, shade = 0) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint8Array(width * height).fill(shade);
  }
  get(x, y) {
    return x < 0 || y < 0 || x >= this.width || y >= this.height ? 0 : this.pixels[y * this.width + x];
  }
  set(x, y, shade) {
    if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.pixels[y * this.width + x] = shade;
    return this;
  }
  fill(x, y, width, height, shade) {
    for (let j = 0; j < height; j++) for (let i = 0; i < width; i++) this.set(x + i, y + j, shade);
    return this;
  }
  /** Stamps art in text: digits are shades, '.' is shade 0, ' ' leaves the pixel as it is. */
  text(x, y, art) {
    const rows = Array.isArray(art) ? art : rowsOf(art);
    rows.forEach((row, j) => {
      for (let i = 0; i < row.length; i++) {
        if (row[i] === ' ') continue;
        this.set(x + i, y + j, row[i] === '.' ? 0 : Number(row[i]));
      }
    });
    return this;
  }
  /** Copies another canvas onto this one; `clear` names a shade that is left out. */
  draw(other, x, y, clear = -1) {
    for (let j = 0; j < other.height; j++)
      for (let i = 0; i < other.width; i++) {
        const shade = other.get(i, j);
        if (shade !== clear) this.set(x + i, y + j, shade);
      }
    return this;
  }
  write(file) {
    writeFileSync(
      file,
      encodePng(
        this.width,
        this.height,
        this.pixels.map((shade) => greys[shade]),
      ),
    );
  }
}

/** The rows of a text block, without its first and last line break. */
export const rowsOf = (art) =>
  art
    .replace(/^\n/, '')
    .replace(/\n\s*$/, '')
    .split('\n');

/** Mirrors the left half of rows to a whole, so that faces stay symmetric. */
export const mirrored = (art) => rowsOf(art).map((row) => row + [...row].reverse().join(''));
