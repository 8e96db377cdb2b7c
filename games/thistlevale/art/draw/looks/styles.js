/**
 * The second and the third look. `soft`: round shapes, mixed tones, the light side without an outline, ground of
 * shade 1. `bold`: everything in steps of two pixels, thick black outlines, flat tones, ground of shade 0.
 */
import { paint } from '../brush.js';
import { Canvas } from '../canvas.js';
import { box, ellipse, polygon, stroke } from '../shapes.js';

export const soft = {
  name: 'soft',
  grid: 1,
  edge: 3,
  litEdge: 2,
  dither: true,
  ground: 1,
  tones: { pale: [0, 0, 0, 2], light: [0, 0, 2], mid: [0, 2, 2, 3], dark: [2, 2, 3], black: [3] },
};

export const bold = {
  name: 'bold',
  grid: 2,
  edge: 3,
  litEdge: 3,
  dither: false,
  ground: 0,
  tones: { pale: [0], light: [0, 1, 1, 1], mid: [1, 2, 2, 2], dark: [2, 3, 3], black: [3] },
};

/** How monsters and trainers are painted: soft tones; or flat ones, without the lighter grey, in thick outlines. */
export const softPen = { grid: 1, edge: 3, litEdge: 2, dither: true, bars: 'mixed' };
export const boldPen = {
  grid: 1,
  edge: 3,
  litEdge: 3,
  dither: false,
  thick: 2,
  shades: [0, 0, 2, 3],
  bars: 'thick',
};

/** A block under the brush of a style. */
export class Block {
  constructor(style, shade = style.ground) {
    this.style = style;
    this.canvas = new Canvas(16, 16, shade);
  }
  get soft() {
    return this.style === soft;
  }
  /** Paints a shape in one of the style's tones. */
  add(shape, tone, options = {}) {
    paint(this.canvas, shape, this.style.tones[tone], { style: this.style, ...options });
    return this;
  }
  ball(x, y, rx, ry, tone, options) {
    return this.add(ellipse(x, y, rx, ry), tone, options);
  }
  box(x, y, width, height, tone, options = {}) {
    return this.add(box(x, y, width, height, this.soft ? (options.radius ?? 2) : 0), tone, options);
  }
  poly(points, tone, options) {
    return this.add(polygon(...points), tone, options);
  }
  stroke(points, radius, tone, options) {
    return this.add(stroke(points, radius), tone, options);
  }
  /** A rectangle of one shade. */
  fill(x, y, width, height, shade) {
    this.canvas.fill(x, y, width, height, shade);
    return this;
  }
  /** Single marks of the style's pixel size. */
  marks(shade, ...points) {
    const size = this.style.grid;
    for (const [x, y] of points) this.canvas.fill(x - (x % size), y - (y % size), size, size, shade);
    return this;
  }
  /** Something done to the whole block by hand. */
  each(shadeAt) {
    for (let y = 0; y < 16; y++)
      for (let x = 0; x < 16; x++) {
        const shade = shadeAt(x, y);
        if (shade !== undefined) this.canvas.set(x, y, shade);
      }
    return this;
  }
  /** Draws only in the soft look, or only in the bold one. */
  when(look, draw) {
    if (look === this.style.name) draw(this);
    return this;
  }
}

/**
 * A block that goes on where its neighbours are of its kind (bits of `joined`: 1 north, 2 east, 4 south, 8 west).
 * `depthShade(depth, x, y)` gives the shade of a pixel so far from the open sides; undefined leaves the ground.
 */
export function joinedBlock(style, joined, depthShade, base) {
  const block = base ?? new Block(style);
  const open = (bit) => (joined & bit) === 0;
  const size = style.grid;
  const radius = style === soft ? 7 : 0;
  return block.each((px, py) => {
    const [x, y] = [px - (px % size), py - (py % size)];
    const vertical = Math.min(open(1) ? y : 99, open(4) ? 16 - size - y : 99);
    const horizontal = Math.min(open(8) ? x : 99, open(2) ? 16 - size - x : 99);
    const corner = vertical < radius && horizontal < radius;
    const depth = corner
      ? radius - Math.hypot(radius - vertical, radius - horizontal)
      : Math.min(vertical, horizontal);
    return depthShade(Math.round(depth), px, py);
  });
}
