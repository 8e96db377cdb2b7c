/** From PNG to Game Boy tiles: four shades, 8×8 pixels, two bits a pixel, each distinct tile kept once. */
import { readFileSync } from 'node:fs';
import { decodePng } from './png.js';

/** The greys of the art and the shade each stands for. */
const shades = new Map([
  [255, 0],
  [170, 1],
  [85, 2],
  [0, 3],
]);

/**
 * Reads a sheet and checks that it has whole tiles and only the four greys.
 * @param {string} file path to read
 * @param {string} name what messages call it
 */
export function readSheet(file, name) {
  const { width, height, grey } = decodePng(readFileSync(file), name);
  if (width % 8 || height % 8)
    throw new Error(`${name} is ${width}×${height}; make both sides multiples of 8.`);
  const pixels = grey.map((value, i) => {
    const shade = shades.get(value);
    if (shade === undefined) {
      throw new Error(
        `${name} has grey ${value} at (${i % width}, ${Math.floor(i / width)}); use only 255, 170, 85 and 0.`,
      );
    }
    return shade;
  });
  return { name, width, height, columns: width / 8, rows: height / 8, pixels };
}

/** The 16 bytes of one 8×8 tile of a sheet: per row the low bits, then the high bits. */
export function tileBytes(sheet, index) {
  const x0 = (index % sheet.columns) * 8;
  const y0 = Math.floor(index / sheet.columns) * 8;
  if (y0 >= sheet.height)
    throw new Error(`${sheet.name} has no tile ${index}; it ends at ${sheet.columns * sheet.rows - 1}.`);
  const bytes = [];
  for (let y = 0; y < 8; y++) {
    let low = 0;
    let high = 0;
    for (let x = 0; x < 8; x++) {
      const shade = sheet.pixels[(y0 + y) * sheet.width + x0 + x];
      low = (low << 1) | (shade & 1);
      high = (high << 1) | (shade >> 1);
    }
    bytes.push(low, high);
  }
  return bytes;
}

/** Collects tiles and hands out their numbers; the same picture gets the same number. */
export class TileSet {
  constructor(name, limit) {
    this.name = name;
    this.limit = limit;
    this.bytes = [];
    this.numbers = new Map();
  }
  add(bytes) {
    const key = bytes.join();
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    if (number >= this.limit)
      throw new Error(`${this.name} needs more than ${this.limit} distinct tiles; simplify the art.`);
    this.numbers.set(key, number);
    this.bytes.push(...bytes);
    return number;
  }
}

/** Eight palettes of four colours as Game Boy Color words, five bits a channel. */
export function paletteBytes(palettes, name) {
  const sets = Object.entries(palettes);
  if (sets.length > 8) throw new Error(`palettes "${name}" has ${sets.length} palettes; the machine has 8.`);
  return sets.flatMap(([palette, colours]) => {
    if (colours.length !== 4)
      throw new Error(`palette "${name}.${palette}" has ${colours.length} colours; give 4.`);
    return colours.flatMap((hex) => {
      const value = Number.parseInt(hex.slice(1), 16);
      const word = ((value >> 19) & 31) | (((value >> 11) & 31) << 5) | (((value >> 3) & 31) << 10);
      return [word & 255, word >> 8];
    });
  });
}
