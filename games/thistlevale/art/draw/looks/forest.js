/** The forest of the second and third look, by block name. */
import { meadow, mix, openAir } from './ground.js';
import { Block } from './styles.js';

const fir = (style) =>
  meadow(style)
    .when('soft', (b) =>
      b
        .box(7, 13, 3, 3, 'dark')
        .poly(
          [
            [8, 6],
            [16, 14.5],
            [0, 14.5],
          ],
          'mid',
        )
        .poly(
          [
            [8, 3],
            [14, 10],
            [2, 10],
          ],
          'mid',
        )
        .poly(
          [
            [8, -1],
            [12, 6],
            [4, 6],
          ],
          'light',
        ),
    )
    .when('bold', (b) =>
      b
        .fill(6, 14, 4, 2, 3)
        .box(0, 10, 16, 4, 'mid')
        .box(2, 6, 12, 4, 'mid')
        .box(4, 2, 8, 4, 'mid')
        .fill(6, 0, 4, 2, 3),
    );

const mushroom = (style) =>
  meadow(style)
    .when('soft', (b) =>
      b.box(6, 8, 4, 7, 'pale').ball(8, 6.5, 7, 5, 'mid').marks(0, [5, 5], [9, 4], [11, 7]),
    )
    .when('bold', (b) =>
      b.box(6, 8, 4, 8, 'pale').box(0, 2, 16, 8, 'dark').fill(4, 4, 2, 2, 0).fill(10, 4, 2, 2, 0),
    );

const fern = (style) =>
  meadow(style)
    .when('soft', (b) => {
      for (const side of [-1, 1])
        for (const [y, far] of [
          [3, 3],
          [6, 6],
          [9, 7],
        ])
          b.stroke(
            [
              [8, y + 4],
              [8 + side * far * 0.6, y],
              [8 + side * far, y + 2],
            ],
            0.8,
            'dark',
            { edge: null },
          );
    })
    .when('bold', (b) =>
      b
        .fill(6, 4, 2, 12, 3)
        .fill(2, 4, 2, 4, 2)
        .fill(10, 4, 2, 4, 2)
        .fill(4, 8, 2, 2, 3)
        .fill(8, 8, 2, 2, 3)
        .fill(0, 10, 2, 4, 2)
        .fill(12, 10, 2, 4, 2),
    );

const canopy = (style) =>
  new Block(style, 2).each((x, y) => {
    if (style.name === 'soft') {
      const d = Math.hypot((x % 8) - 3.5, ((y + (x & 8 ? 4 : 0)) % 8) - 3.5);
      return d > 4 ? 3 : d > 3.2 ? 2 : x % 8 < 4 && (y & 7) < 5 ? mix(x, y, 0, 2) : 2;
    }
    return (x & 6) === 0 && (y & 6) === 0 ? 0 : ((x + y) & 4) === 0 ? 3 : 2;
  });

const undergrowth = (style) =>
  new Block(style).each((x, y) => {
    if (style.name === 'soft') return Math.abs(((x + (y & 4)) % 8) - 4) + (y % 4) < 4 ? mix(x, y, 2, 0) : 1;
    return (x & 2) === (y & 2) ? ((x & 4) === (y & 4) ? 2 : 3) : 0;
  });

const log = (style, left) =>
  meadow(style)
    .fill(0, 4, 16, 9, 2)
    .each((x, y) => {
      if (y < 4 || y > 12) return undefined;
      if (y > 11) return 3;
      if (style.name === 'soft') return y < 6 ? 0 : y % 3 === 0 ? mix(x, y, 3, 2) : 2;
      return y < 6 ? 3 : y > 10 ? 3 : (x & 6) === 2 ? 3 : 2;
    })
    .when(style.name, (b) =>
      left
        ? b.fill(0, 4, 4, 9, style.ground).ball(4, 8.5, 4, 4.6, 'pale')
        : b.fill(14, 4, 2, 9, style.ground).fill(13, 5, 1, 7, 3),
    );

/** Of the forest, beside those of the open air. */
export const forest = {
  ...openAir,
  flower: mushroom,
  thistle: fern,
  tree: fir,
  fence: (style) =>
    meadow(style)
      .box(2, 6, 12, 10, 'mid')
      .ball(8, 6, 6, 4, 'pale')
      .when('soft', (b) => b.ball(8, 6, 3, 2, 'light')),
  'old-tree': canopy,
  undergrowth,
  'log-left': (style) => log(style, true),
  'log-right': (style) => log(style, false),
  hollow: (style) => canopy(style).box(2, 4, 12, 14, 'black', { radius: 6 }),
  gap: (style) =>
    meadow(style)
      .fill(0, 0, 2, 16, 3)
      .fill(14, 0, 2, 16, 3)
      .fill(2, 0, 12, 2, 3)
      .fill(2, 2, 2, 4, 2)
      .fill(12, 2, 2, 4, 2),
  web: (style) =>
    canopy(style).each((x, y) =>
      Math.abs(x - 8) === Math.abs(y - 8) ||
      x === 8 ||
      y === 8 ||
      Math.max(Math.abs(x - 8), Math.abs(y - 8)) === 5
        ? 0
        : undefined,
    ),
  toadstool: (style) =>
    meadow(style)
      .when('soft', (b) =>
        b
          .box(5, 8, 6, 8, 'pale')
          .ball(8, 6, 8, 6, 'dark')
          .ball(5, 5, 1.5, 1.5, 'pale')
          .ball(11, 6, 1.5, 1.5, 'pale'),
      )
      .when('bold', (b) =>
        b
          .box(4, 8, 8, 8, 'pale')
          .poly(
            [
              [4, 0],
              [12, 0],
              [16, 8],
              [16, 10],
              [0, 10],
              [0, 8],
            ],
            'mid',
          )
          .fill(6, 4, 4, 2, 0),
      ),
};
