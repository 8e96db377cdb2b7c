/**
 * Paints shapes the way a look wants them: lit from the upper left, with its own edges, corners and dithering.
 * A style is { grid: pixels a step, edge: shade of outlines, litEdge: their shade towards the light, dither: whether
 * tones mix }.
 */

/** The first look: one pixel fine, black outlines, hard bands of tone. */
export const fineStyle = { grid: 1, edge: 3, litEdge: 3, dither: false };

const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5].map((value) => (value + 0.5) / 16);

/** How strongly light from the upper left falls on a point of a shape, 0…1, as if the shape were a ball in its box. */
function light(shape, x, y) {
  const nx = ((x - shape.x) / Math.max(1, shape.width)) * 2 - 1;
  const ny = ((y - shape.y) / Math.max(1, shape.height)) * 2 - 1;
  const flat = Math.min(1, nx * nx + ny * ny);
  const nz = Math.sqrt(1 - flat);
  return Math.max(0, Math.min(1, 0.5 + (-0.5 * nx - 0.65 * ny + 0.55 * (nz - 0.6)) * 0.62));
}

/**
 * Paints a shape on a canvas.
 * @param {import('./canvas.js').Canvas} canvas
 * @param {{ inside: (x: number, y: number) => boolean, x: number, y: number, width: number, height: number }} shape
 * @param {number[]} ramp shades from lit to dark; one entry paints flat
 * @param {{ style?: object, edge?: number | null, bias?: number }} [options] edge: shade of the outline, null for none;
 *   bias: added to the light, so that a part looks nearer or farther
 */
export function paint(canvas, shape, ramp, { style = fineStyle, edge = style.edge, bias = 0 } = {}) {
  const { grid } = style;
  const reach = grid * (style.reach ?? 1);
  const inside = (x, y) => {
    const centre = (value) => Math.floor(value / grid) * grid + grid / 2;
    return shape.inside(centre(x), centre(y));
  };
  const [left, top] = [Math.floor(shape.x / grid) * grid, Math.floor(shape.y / grid) * grid];
  for (let y = top; y < shape.y + shape.height + grid; y++)
    for (let x = left; x < shape.x + shape.width + grid; x++) {
      if (!inside(x, y)) continue;
      const lit = !inside(x - reach, y) || !inside(x, y - reach);
      const shaded = !inside(x + reach, y) || !inside(x, y + reach);
      if (edge !== null && shaded) canvas.set(x, y, edge);
      else if (edge !== null && lit) canvas.set(x, y, edge === style.edge ? style.litEdge : edge);
      else canvas.set(x, y, tone(ramp, light(shape, x + 0.5, y + 0.5) + bias, x, y, style));
    }
  return canvas;
}

function tone(ramp, lit, x, y, { dither, grid }) {
  const place = Math.max(0, Math.min(0.999, 1 - lit)) * ramp.length;
  if (!dither) return ramp[Math.floor(place)];
  const shifted = place - 0.5;
  const lower = Math.max(0, Math.floor(shifted));
  const upper = Math.min(ramp.length - 1, lower + 1);
  const threshold = bayer[(Math.floor(y / grid) & 3) * 4 + (Math.floor(x / grid) & 3)];
  return shifted - lower > threshold ? ramp[upper] : ramp[lower];
}
