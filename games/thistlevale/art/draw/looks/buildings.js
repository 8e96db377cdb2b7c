/** Houses, gate, gym and crossings of the second and third look, by block name. */
import { Canvas } from '../canvas.js';
import { openAir } from './ground.js';
import { Block } from './styles.js';

const mix = (x, y, shade, other) => ((x + y) % 2 ? shade : other);

/** A roof of 4×2 blocks, drawn whole and cut, so that its pattern runs across blocks. */
function roof(style) {
  const canvas = new Canvas(64, 32, style.ground);
  const size = style.grid;
  for (let y = 0; y < 32; y++)
    for (let x = 0; x < 64; x++) {
      const [px, py] = [x - (x % size), y - (y % size)];
      if (style.name === 'soft') {
        // Thatch with round ends: mixed straws, a light ridge, a dark eave.
        const slope = py < 14 ? 9 - Math.sqrt(Math.max(0, 81 - (14 - py) ** 2 * 0.41)) : 0;
        if (px < 1 + slope || px > 62 - slope || py < 1) continue;
        const rim = px < 2 + slope || px > 61 - slope || py < 2;
        if (py > 29) canvas.set(x, y, 3);
        else if (py > 27) canvas.set(x, y, 0);
        else if (rim) canvas.set(x, y, 3);
        else if (py < 5) canvas.set(x, y, 0);
        else
          canvas.set(
            x,
            y,
            (x + (y & 1) * 2) % 4 === 0
              ? py > 20
                ? 3
                : 2
              : py % 8 === 7
                ? 2
                : mix(x, y, 2, py < 16 ? 0 : 2),
          );
      } else {
        // Planks: steps instead of a slope, black seams, one white plank.
        const slope = py < 8 ? 8 : py < 16 ? 4 : 0;
        if (px < slope || px > 62 - slope) continue;
        const rim = px < slope + 2 || px > 60 - slope || py < 2;
        if (rim || py > 27) canvas.set(x, y, 3);
        else if (py % 8 === 0) canvas.set(x, y, 0);
        else canvas.set(x, y, py % 8 === 6 ? 3 : 2);
      }
    }
  return canvas;
}

const piece = (style, column, row) => {
  const block = new Block(style);
  const whole = roof(style);
  return block.each((x, y) => whole.get(column * 16 + x, row * 16 + y));
};

const wall = (style) =>
  new Block(style, 0).each((x, y) => {
    if (style.name === 'soft')
      return y < 2
        ? 3
        : y < 4
          ? 2
          : y > 14
            ? 3
            : y > 11
              ? mix(x, y, 2, 1)
              : x % 8 === 3 && y % 4 === 2
                ? 1
                : 0;
    return y < 2 ? 3 : y > 13 ? 3 : y > 11 ? 2 : (x & 6) === 2 && (y & 6) === 4 ? 1 : 0;
  });

const wallEnd = (style, left) =>
  wall(style)
    .fill(left ? 0 : 12, 0, 4, 16, style.name === 'soft' ? 2 : 3)
    .fill(left ? 0 : 15, 0, 1, 16, 3)
    .fill(left ? 3 : 12, 2, 1, 12, 3);
const door = (style) =>
  wall(style)
    .when('soft', (b) =>
      b
        .box(2, 1, 12, 20, 'black', { radius: 6 })
        .box(3, 2, 10, 19, 'dark', { radius: 5, edge: null })
        .fill(8, 2, 1, 14, 3)
        .fill(10, 9, 2, 2, 0)
        .fill(2, 15, 12, 1, 3),
    )
    .when('bold', (b) => b.fill(2, 2, 12, 14, 3).fill(4, 4, 8, 12, 2).fill(10, 8, 2, 2, 0));

const stones = (style, top) =>
  new Block(style, 0).each((x, y) => {
    const course = y >> 2;
    if (style.name === 'soft') {
      if (top && y < 8 && x > 4 && x < 11) return y > 6 ? 2 : 1;
      return y % 4 === 3 || (x + (course & 1) * 4) % 8 === 7 ? 3 : y % 4 === 0 ? 0 : mix(x, y, 2, 1);
    }
    if (top && y < 6 && (x & 8) === 0) return style.ground;
    return y % 8 > 5 || (x + (y & 8) / 2) % 8 > 5 ? 3 : 1;
  });

const board = (style, emblem) => {
  const block = wall(style);
  return block
    .fill(8, 0, 8, 8, 3)
    .fill(9, 1, 6, 6, 0)
    .fill(emblem === 'heart' ? 10 : 11, 2, emblem === 'heart' ? 4 : 2, 2, 2)
    .fill(emblem === 'heart' ? 11 : 10, 4, emblem === 'heart' ? 2 : 4, 2, emblem === 'heart' ? 2 : 3);
};

const pillars = (style, from, to) => (block) =>
  block.each((x, y) => {
    if (y < from || y > to) return undefined;
    const at = x & 7;
    if (style.name === 'soft') return at < 1 ? 3 : at < 2 ? 0 : at < 5 ? mix(x, y, 0, at > 3 ? 2 : 1) : 3;
    return at < 4 ? 0 : 3;
  });

const gymWall = (style) =>
  pillars(
    style,
    0,
    15,
  )(new Block(style, 3))
    .fill(0, 12, 16, 4, 2)
    .fill(0, 12, 16, 1, 0)
    .fill(0, 15, 16, 1, 3);
const gymFrieze = (style) =>
  pillars(
    style,
    8,
    15,
  )(new Block(style, 3))
    .fill(0, 0, 16, 8, 3)
    .fill(0, 2, 16, 4, 1)
    .each((x, y) => (y > 1 && y < 6 && (x & 4) === 0 && y > 3 ? 3 : undefined));

const bridge = (style, across) =>
  new Block(style, 1).each((x, y) => {
    const [along, over] = across ? [x, y] : [y, x];
    if (over < 2 || over > 13) return over === 1 || over === 14 ? (style.name === 'soft' ? 0 : 3) : 3;
    if (style.name === 'soft') return along % 4 === 3 ? 3 : along % 4 === 0 ? 0 : mix(x, y, 2, 0);
    return (along & 6) === 6 ? 3 : 1;
  });

const cliff = (style) =>
  new Block(style, 2).each((x, y) => {
    if (style.name === 'soft')
      return y < 2 ? 0 : y > 14 ? 3 : (x & 7) < 1 + ((y >> 2) & 1) ? 3 : mix(x, y, 2, (x & 7) < 4 ? 0 : 2);
    return y < 2 ? 1 : y > 13 ? 3 : ((x & 6) === 0) === ((y & 8) === 0) ? 3 : 2;
  });

const roofs = Object.fromEntries(
  ['red', 'purple', 'blue'].flatMap((colour) =>
    [
      ['left', 0],
      ['middle', 1],
      ['right', 3],
    ].flatMap(([side, column]) => [
      [`roof-${colour}-upper-${side}`, (style) => piece(style, column, 0)],
      [`roof-${colour}-lower-${side}`, (style) => piece(style, column, 1)],
    ]),
  ),
);

/** The first chapter's open air and the wide country. */
export const country = {
  ...openAir,
  ...roofs,
  'roof-red-chimney': (style) => piece(style, 1, 0).box(3, 0, 7, 8, 'mid', { radius: 0 }).fill(3, 0, 8, 2, 3),
  'wall-left': (style) => wallEnd(style, true),
  'wall-right': (style) => wallEnd(style, false),
  'wall-window': (style) =>
    wall(style)
      .when('soft', (b) => b.box(3, 3, 10, 9, 'light', { radius: 5 }).fill(8, 4, 1, 7, 3).fill(4, 7, 8, 1, 3))
      .when('bold', (b) => b.fill(2, 4, 12, 8, 3).fill(4, 6, 3, 4, 1).fill(9, 6, 3, 4, 1)),
  'wall-plain': wall,
  door,
  'gate-wall': (style) => stones(style, false),
  'gate-top': (style) => stones(style, true),
  'gate-door': (style) =>
    stones(style, false)
      .box(1, 1, 14, 18, 'black', { radius: 7 })
      .each((x, y) =>
        y > 5 && Math.abs(x - 7.5) < 1 + y / 4
          ? style.name === 'soft'
            ? mix(x, y, 0, y > 11 ? 0 : 2)
            : 0
          : undefined,
      ),
  'heal-board': (style) => board(style, 'heart'),
  'shop-board': (style) => board(style, 'purse'),
  'locked-door': (style) => door(style).fill(8, 8, 6, 6, 3).fill(9, 9, 4, 4, 0).fill(10, 10, 2, 3, 3),
  'gym-roof': (style) =>
    new Block(style, 2).each((x, y) =>
      style.name === 'soft' ? (((x - y) & 7) < 2 ? 3 : mix(x, y, 2, 0)) : (x & 4) === (y & 4) ? 3 : 1,
    ),
  'gym-frieze': gymFrieze,
  'gym-emblem': (style) =>
    gymFrieze(style).fill(2, 0, 12, 8, 3).fill(3, 1, 10, 6, 0).fill(6, 2, 4, 4, 2).fill(7, 5, 2, 2, 3),
  'gym-wall': gymWall,
  'bridge-across': (style) => bridge(style, true),
  'bridge-along': (style) => bridge(style, false),
  cliff,
  'cave-mouth': (style) => cliff(style).box(1, 2, 14, 20, 'black', { radius: 7 }).fill(1, 8, 14, 8, 3),
};
