/**
 * People of the second and third look: 16×16 figures put together from what describes them. Shade 0 is transparent.
 * Frames as in people.png: down, up, side (looking left), each standing, then stepping.
 */
import { paint } from '../brush.js';
import { Canvas } from '../canvas.js';
import { box, ellipse, polygon, union } from '../shapes.js';

/** What tells kinds of people apart, in the order of the rows of people.png. */
const kinds = {
  wanderer: { hair: 'short', hat: 'brim', cloth: 2 },
  mother: { hair: 'long', cloth: 2, dress: true, bun: true },
  boy: { hair: 'spiky', cloth: 2 },
  girl: { hair: 'tails', cloth: 2, dress: true },
  elder: { hair: 'none', beard: true, cloth: 2, dress: true },
  gardener: { hair: 'short', hat: 'wide', cloth: 2 },
  guard: { hair: 'short', hat: 'helmet', cloth: 2 },
  rival: { hair: 'spiky', band: true, cloth: 2 },
  healer: { hair: 'long', hat: 'cap', cloth: 1, dress: true },
  keeper: { hair: 'short', hat: 'brim', beard: true, cloth: 1 },
  warden: { hair: 'long', hat: 'crown', cloth: 3, dress: true },
  rambler: { hair: 'short', hat: 'bobble', cloth: 2, pack: true },
  shepherd: { hair: 'short', hat: 'wide', cloth: 1 },
  angler: { hair: 'short', hat: 'brim', beard: true, cloth: 2 },
  herbalist: { hair: 'none', hat: 'hood', cloth: 1, dress: true },
  scholar: { hair: 'short', glasses: true, cloth: 3, dress: true },
  delver: { hair: 'short', hat: 'helmet', lamp: true, cloth: 2, pack: true },
  forester: { hair: 'none', hat: 'hood', cloth: 2 },
  child: { hair: 'tufts', cloth: 1, dress: true },
};

/** Paints in one tone: soft figures mix towards the dark side, bold ones are flat with a thick outline. */
function part(canvas, style, shape, shade) {
  const ramp = style.name === 'soft' ? [Math.max(1, shade), shade, Math.min(3, shade + 1)] : [shade];
  paint(canvas, shape, ramp, { style: { ...style, grid: 1 } });
}

const round = (style, x, y, width, height) =>
  style.name === 'soft'
    ? ellipse(x + width / 2, y + height / 2, width / 2, height / 2)
    : box(x, y, width, height);

function head(canvas, style, kind, view) {
  part(canvas, style, round(style, 3, 1, 10, 9), view === 'up' ? 3 : 1);
  if (view === 'down') {
    for (const x of [5, 10]) canvas.fill(x, 5, 1, style.name === 'soft' ? 2 : 3, 3);
    if (kind.glasses) canvas.fill(4, 4, 8, 1, 3).fill(4, 7, 3, 1, 3).fill(9, 7, 3, 1, 3);
    if (kind.beard) canvas.fill(5, 8, 6, 2, 2).fill(6, 10, 4, 1, 2);
  }
  if (view === 'side') {
    canvas.fill(5, 5, 1, style.name === 'soft' ? 2 : 3, 3);
    if (kind.beard) canvas.fill(4, 8, 5, 2, 2);
    if (kind.glasses) canvas.fill(3, 4, 5, 1, 3).fill(3, 7, 4, 1, 3);
  }
  hair(canvas, style, kind, view);
  if (kind.hat) hats[kind.hat](canvas, style, kind, view);
  if (kind.band) canvas.fill(3, 4, 10, 1, 2);
}

function hair(canvas, style, { hair: cut, bun }, view) {
  if (cut === 'none') return;
  canvas.fill(4, 1, 8, 2, 3).fill(3, 2, 10, 2, 3);
  if (view === 'side') canvas.fill(9, 3, 4, cut === 'long' ? 8 : 4, 3);
  if (cut === 'long') canvas.fill(2, 3, 2, 8, 3).fill(12, 3, 2, 8, 3);
  if (cut === 'spiky')
    for (const x of [3, 6, 9, 12]) part(canvas, style, polygon([x - 2, 3], [x, -1], [x + 2, 3]), 3);
  if (cut === 'tails') {
    part(canvas, style, round(style, 0, 4, 4, 6), 3);
    if (view !== 'side') part(canvas, style, round(style, 12, 4, 4, 6), 3);
  }
  if (cut === 'tufts') for (const x of [3, 12]) part(canvas, style, round(style, x - 2, 0, 4, 4), 3);
  if (bun) part(canvas, style, round(style, view === 'side' ? 9 : 6, -1, 5, 4), 3);
  if (view === 'up' && cut === 'long') canvas.fill(3, 4, 10, 7, 3);
}

const hats = {
  brim: (canvas, style, _kind, view) => {
    part(canvas, style, round(style, 4, 0, 8, 5), 2);
    canvas
      .fill(view === 'side' ? 0 : 2, 3, view === 'side' ? 12 : 12, 2, view === 'down' ? 3 : 2)
      .fill(2, 4, 12, 1, 3);
  },
  wide: (canvas, style) => {
    part(canvas, style, round(style, 4, 0, 8, 5), 1);
    part(canvas, style, box(0, 3, 16, 3), 2);
  },
  cap: (canvas, style) => {
    part(canvas, style, round(style, 3, 0, 10, 4), 1);
    canvas.fill(7, 1, 2, 2, 2);
  },
  helmet: (canvas, style, { lamp }, view) => {
    part(canvas, style, round(style, 2, 0, 12, 6), 2);
    if (lamp && view !== 'up') part(canvas, style, round(style, view === 'side' ? 2 : 6, 0, 4, 4), 1);
  },
  bobble: (canvas, style) => {
    part(canvas, style, round(style, 3, 1, 10, 4), 2);
    part(canvas, style, round(style, 6, -1, 4, 4), 1);
  },
  hood: (canvas, style, _kind, view) => {
    const open = ellipse(view === 'side' ? 6 : 8, 7, 3.6, 3.4);
    const hood = view === 'up' ? round(style, 2, 0, 12, 11) : union(round(style, 2, 0, 12, 11));
    const shape =
      view === 'up' ? hood : { ...hood, inside: (x, y) => hood.inside(x, y) && !open.inside(x, y) };
    part(canvas, style, shape, 2);
  },
  crown: (canvas, style) => {
    for (const x of [3, 6, 9]) part(canvas, style, round(style, x, -1, 4, 4), 2);
  },
};

function body(canvas, style, kind, view, stepping) {
  const bold = style.name === 'bold';
  const feet = stepping
    ? [
        [4, 14],
        [9, 13],
      ]
    : [
        [4, 14],
        [9, 14],
      ];
  if (view === 'side') feet.splice(0, 2, [stepping ? 3 : 5, 14], [stepping ? 10 : 8, 14]);
  for (const [x, y] of feet) canvas.fill(x, y, 3, 2, 3);
  const hem = kind.dress ? 13 : 10;
  part(
    canvas,
    style,
    bold ? box(8 - hem / 2, 9, hem, 6) : polygon([5, 8], [11, 8], [8 + hem / 2, 15], [8 - hem / 2, 15]),
    kind.cloth,
  );
  const arm = stepping ? 10 : 11;
  if (view === 'side') part(canvas, style, round(style, stepping ? 4 : 6, arm, 4, 4), 1);
  else for (const x of [1, 12]) part(canvas, style, round(style, x, x === 1 ? arm : 11, 3, 4), 1);
  if (kind.pack && view !== 'down')
    part(canvas, style, box(view === 'up' ? 4 : 9, 9, view === 'up' ? 8 : 5, 5), 1);
}

const things = {
  orb: (canvas, style) => {
    canvas.fill(6, 2, 4, 1, 3).fill(5, 3, 1, 2, 3).fill(10, 3, 1, 2, 3);
    part(canvas, style, round(style, 3, 4, 10, 10), 2);
    for (let y = 6; y < 12; y += 2) for (let x = 5 + (y % 4) / 2; x < 11; x += 3) canvas.fill(x, y, 1, 2, 1);
  },
  boulder: (canvas, style) => part(canvas, style, round(style, 0, 1, 16, 15), 1),
  key: (canvas, style) => {
    part(canvas, style, round(style, 1, 4, 6, 6), 1);
    part(canvas, style, box(6, 6, 9, 3), 1);
    canvas.fill(3, 6, 2, 2, 3).fill(10, 9, 2, 2, 3).fill(13, 9, 2, 2, 3);
  },
  lamp: (canvas, style) => {
    part(canvas, style, box(4, 4, 8, 11), 1);
    part(canvas, style, round(style, 6, 6, 4, 6), 2);
    canvas.fill(4, 3, 8, 2, 3).fill(6, 0, 4, 1, 3).fill(5, 1, 1, 2, 3).fill(10, 1, 1, 2, 3);
  },
  bundle: (canvas, style) => {
    part(canvas, style, round(style, 2, 5, 12, 11), 2);
    part(canvas, style, box(6, 2, 4, 4), 1);
  },
};

const frames = ['down', 'up', 'side'].flatMap((view) => [
  [view, false],
  [view, true],
]);

/** Draws people.png of a look: a row a kind, then the things that lie on the ground. */
export function drawFigures(style, file) {
  const rows = Object.values(kinds).map((kind) => (canvas, [view, stepping]) => {
    body(canvas, style, kind, view, stepping);
    head(canvas, style, kind, view);
  });
  rows.push(...Object.values(things).map((draw) => (canvas) => draw(canvas, style)));
  const sheet = new Canvas(frames.length * 16, rows.length * 16);
  rows.forEach((draw, row) => {
    frames.forEach((frame, column) => {
      const canvas = new Canvas(16, 16);
      draw(canvas, frame);
      sheet.draw(canvas, column * 16, row * 16, 0);
    });
  });
  sheet.write(file);
}
