import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The icon as it was drawn; everything else is made from it. */
export const iconFile = join(import.meta.dirname, 'icon.svg');

/** What desktops ask for. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512];

/** The drawing's own units. */
const side = 64;
/** Points looked at in each direction of a pixel. */
const samples = 4;

/**
 * A rectangle with round corners, and its colour.
 * @typedef {{ x: number, y: number, width: number, height: number, radius: number, colour: number[] }} Shape
 */

/** @param {string} hex `#rrggbb` */
const colourOf = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/**
 * The shapes of the drawing, in its order. It holds rectangles only: `rect`, and paths of `M x y h w v h h -w z`.
 * @param {string} svg @returns {Shape[]}
 */
const shapesOf = (svg) =>
  [...svg.matchAll(/<(rect|path) ([^>]*)\/>/g)].flatMap(([, kind, text = '']) => {
    const attributes = Object.fromEntries(
      [...text.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
    );
    const colour = colourOf(attributes.fill);
    if (kind === 'rect') {
      const [x, y, width, height, radius] = ['x', 'y', 'width', 'height', 'rx'].map((name) =>
        Number(attributes[name]),
      );
      return [/** @type {Shape} */ ({ x, y, width, height, radius, colour })];
    }
    return [...attributes.d.matchAll(/M(\d+) (\d+)h(\d+)v(\d+)h-\d+z/g)].map((found) => {
      const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
      return { x, y, width, height, radius: 0, colour };
    });
  });

/** @param {Shape} shape @param {number} px @param {number} py */
const covers = ({ x, y, width, height, radius }, px, py) => {
  if (px < x || py < y || px >= x + width || py >= y + height) return false;
  // How far beyond the straight part of its edges the point lies.
  const dx = Math.max(x + radius - px, px - (x + width - radius), 0);
  const dy = Math.max(y + radius - py, py - (y + height - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};

/**
 * The icon as a PNG with that many pixels on each side. The same bytes each time.
 * @param {number} size
 * @returns {Promise<Buffer>}
 */
export const iconPng = async (size) => {
  const { PNG } = await import('pngjs');
  const shapes = shapesOf(readFileSync(iconFile, 'utf8')).reverse();
  const picture = new PNG({ width: size, height: size });
  for (let pixel = 0; pixel < size * size; pixel++) {
    const sum = [0, 0, 0];
    let covered = 0;
    for (let sample = 0; sample < samples * samples; sample++) {
      const px = ((pixel % size) + ((sample % samples) + 0.5) / samples) * (side / size);
      const py = (Math.floor(pixel / size) + (Math.floor(sample / samples) + 0.5) / samples) * (side / size);
      const top = shapes.find((shape) => covers(shape, px, py));
      if (!top) continue;
      covered += 1;
      for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (top.colour[channel] ?? 0);
    }
    const bytes = sum.map((value) => (covered === 0 ? 0 : Math.round(value / covered)));
    picture.data.set([...bytes, Math.round((covered * 255) / (samples * samples))], pixel * 4);
  }
  return PNG.sync.write(picture);
};
