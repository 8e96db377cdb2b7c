/**
 * Draws a monster from parts that are lit from the upper left. Coordinates are those of the front picture, 56×56;
 * a back picture is the same animal turned round, its feet below the picture's edge.
 */
import { fineStyle, paint } from '../brush.js';
import { Canvas } from '../canvas.js';
import { curve, ellipse, polygon, stroke } from '../shapes.js';

export const frontSize = 56;
export const backSize = 48;

/** Tones of parts: lit to dark. */
export const tones = {
  pale: [0, 0, 1],
  light: [0, 1, 1],
  fair: [1, 1, 2],
  mid: [1, 2, 2],
  deep: [2, 2, 3],
  dark: [2, 3, 3],
  white: [0],
  black: [3],
};

const eyes = {
  dot: ['.3', '33', '33'],
  round: [' 33 ', '3.33', '3333', '3333', ' 33 '],
  big: [' 333 ', '3..33', '3..33', '33333', '3333.', ' 333 '],
  wide: [' 3333 ', '3....3', '3..333', '3..333', '3..333', ' 3333 '],
  fierce: ['33    ', '333333', ' 3.33 ', '  333 '],
  sly: ['3333  ', '3.3333', ' 3333 '],
  sleepy: ['333333', ' 3333 ', '  33  '],
  glow: [' .. ', '.11.', '.11.', ' .. '],
  happy: [' 333 ', '3   3', '3   3'],
};

export class Pen {
  /**
   * @param {boolean} back draws the back picture
   * @param {object} style how parts are painted; `shades` may replace each of the four
   */
  constructor(back, style = fineStyle) {
    this.back = back;
    this.style = style;
    const size = back ? backSize : frontSize;
    this.canvas = new Canvas(size, size);
  }
  at([x, y]) {
    return this.back ? [backSize / 2 + frontSize / 2 - x, y + 1] : [x, y];
  }
  /** Paints a shape in the pen's style; large parts get its thick outline. */
  paint(shape, tone, options) {
    const { shades, thick = 1 } = this.style;
    const ramp = shades && options.edge !== null ? tone.map((shade) => shades[shade]) : tone;
    const large = Math.min(shape.width, shape.height) > 9;
    paint(this.canvas, shape, ramp, { ...options, style: { ...this.style, reach: large ? thick : 1 } });
    return this;
  }
  /** An ellipse; `turn` in degrees, clockwise. */
  ball(x, y, rx, ry, tone, options = {}) {
    const turn = (options.turn ?? 0) * (this.back ? -1 : 1);
    const [cx, cy] = this.at([x, y]);
    return this.paint(ellipse(cx, cy, rx, ry, turn), tone, options);
  }
  poly(points, tone, options = {}) {
    return this.paint(polygon(...points.map((point) => this.at(point))), tone, options);
  }
  /** A limb, tail or horn: a bent stroke whose width runs from one end to the other. */
  limb(from, bend, to, thick, thin, tone, options = {}) {
    const points = curve(from, bend, to).map((point) => this.at(point));
    return this.paint(stroke(points, thick, thin), tone, options);
  }
  /** A thin line of one shade. */
  line(from, bend, to, shade = 3, width = 0.7) {
    return this.limb(from, bend, to, width, width, [shade], { edge: null });
  }
  /** A star of points around a centre, as burrs and manes have. */
  burr(x, y, radius, count, depth, tone, options = {}) {
    const points = Array.from({ length: count * 2 }, (_, i) => {
      const angle = (i / count) * Math.PI + (options.phase ?? 0);
      const far = i % 2 === 0 ? radius + depth : radius;
      return [x + Math.cos(angle) * far, y + Math.sin(angle) * far];
    });
    return this.poly(points, tone, options);
  }
  /** Small art in text, its upper left corner at x, y; fronts only. */
  art(x, y, rows) {
    if (!this.back) this.canvas.text(x, y, rows);
    return this;
  }
  /** Hair of the neck; backs only. */
  nape(x, y, width) {
    if (!this.back) return this;
    for (const side of [-1, 1]) {
      const near = x + side * width * 0.4;
      const far = x + side * width * 0.8;
      this.line([near, y + 3], [near - side, y + 6], [near - side * 2, y + 8], 3, 0.5);
      this.line([far, y + 5], [far - side, y + 7], [far - side * 2, y + 9], 3, 0.5);
    }
    return this;
  }
  dots(shade, ...points) {
    for (const point of points) {
      const [x, y] = this.at(point);
      this.canvas.set(Math.round(x), Math.round(y), shade);
    }
    return this;
  }
  /** A pair of eyes around a middle line, or one eye when `apart` is 0; the right one is the mirror image but for round ones. */
  eyes(kind, middle, y, apart) {
    if (this.back) return this;
    const rows = eyes[kind];
    const width = rows[0].length;
    const lit = ['dot', 'round', 'big', 'wide'].includes(kind);
    const turned = lit ? rows : rows.map((row) => [...row].reverse().join(''));
    if (apart === 0) return this.art(middle, y, rows);
    return this.art(middle - apart - width, y, rows).art(middle + apart, y, turned);
  }
}
