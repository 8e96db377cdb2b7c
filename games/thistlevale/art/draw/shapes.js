/**
 * Shapes as masks: an inside test and the box they lie in. Coordinates are pixels; a pixel belongs to a shape when
 * its centre does.
 */

const mask = (x, y, width, height, inside) => ({ x, y, width, height, inside });

/** An ellipse by centre and radii. `turn` turns it clockwise, in degrees. */
export function ellipse(cx, cy, rx, ry = rx, turn = 0) {
  const angle = (turn * Math.PI) / 180;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [w, h] = [Math.hypot(rx * c, ry * s), Math.hypot(rx * s, ry * c)];
  return mask(cx - w, cy - h, 2 * w, 2 * h, (px, py) => {
    const [dx, dy] = [px - cx, py - cy];
    return ((dx * c + dy * s) / rx) ** 2 + ((dy * c - dx * s) / ry) ** 2 <= 1;
  });
}

/** A box with rounded corners. */
export function box(x, y, width, height, radius = 0) {
  return mask(x, y, width, height, (px, py) => {
    const dx = Math.max(x + radius - px, px - (x + width - radius), 0);
    const dy = Math.max(y + radius - py, py - (y + height - radius), 0);
    const within = px >= x && py >= y && px <= x + width && py <= y + height;
    return within && (radius === 0 || Math.hypot(dx, dy) <= radius);
  });
}

/** A polygon by its corners: [x, y], [x, y], … */
export function polygon(...points) {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return mask(x, y, Math.max(...xs) - x, Math.max(...ys) - y, (px, py) => {
    let odd = false;
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const [ax, ay] = points[i];
      const [bx, by] = points[j];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) odd = !odd;
    }
    return odd;
  });
}

/** A line of round pen strokes through points; the pen's radius runs from `from` to `to`. */
export function stroke(points, from, to = from) {
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i][0], y - points[i][1]));
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const discs = [];
  let done = 0;
  lengths.forEach((length, i) => {
    const steps = Math.max(1, Math.ceil(length * 2));
    for (let step = 0; step <= steps; step++) {
      const t = step / steps;
      const radius = from + ((to - from) * (done + length * t)) / total;
      const at = (axis) => points[i][axis] + (points[i + 1][axis] - points[i][axis]) * t;
      discs.push([at(0), at(1), radius]);
    }
    done += length;
  });
  const bound = (axis, sign) => sign * Math.max(...discs.map((disc) => sign * disc[axis] + disc[2]));
  const [x, y] = [bound(0, -1), bound(1, -1)];
  return mask(x, y, bound(0, 1) - x, bound(1, 1) - y, (px, py) =>
    discs.some(([cx, cy, radius]) => (px - cx) ** 2 + (py - cy) ** 2 <= radius * radius),
  );
}

/** A curve through three control points (a quadratic Bézier), as points for `stroke` or `polygon`. */
export function curve([ax, ay], [bx, by], [cx, cy], steps = 12) {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const t = i / steps;
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return [p * ax + q * bx + r * cx, p * ay + q * by + r * cy];
  });
}

/** All of several shapes as one. */
export function union(...shapes) {
  const x = Math.min(...shapes.map((shape) => shape.x));
  const y = Math.min(...shapes.map((shape) => shape.y));
  const right = Math.max(...shapes.map((shape) => shape.x + shape.width));
  const bottom = Math.max(...shapes.map((shape) => shape.y + shape.height));
  return mask(x, y, right - x, bottom - y, (px, py) => shapes.some((shape) => shape.inside(px, py)));
}
