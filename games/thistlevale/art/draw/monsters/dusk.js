/** Of the dusk. Each draws itself with a Pen, front or back; small forms before grown ones. */
import { tones } from './pen.js';

const { pale, light, fair, mid, deep, dark, white, black } = tones;

function duskit(p) {
  p.limb([20, 18], [12, 10], [8, 12], 1.5, 0.8, fair)
    .limb([36, 18], [44, 10], [48, 12], 1.5, 0.8, fair)
    .ball(7, 12, 3, 3, pale)
    .ball(49, 12, 3, 3, pale);
  p.ball(14, 47, 8, 5, deep, { turn: 20 }).ball(42, 47, 8, 5, deep, { turn: -20 }).ball(28, 49, 10, 5, deep);
  p.burr(28, 40, 15, 18, 4, mid, { phase: 0.1 });
  p.ball(28, 28, 17, 14, mid);
  p.burr(28, 40, 9, 14, 3, p.back ? light : pale, { phase: 0.2 });
  if (!p.back)
    p.ball(20, 27, 7.5, 8.5, dark)
      .ball(36, 27, 7.5, 8.5, dark)
      .ball(18, 24, 2.5, 3, white, { edge: null })
      .ball(34, 24, 2.5, 3, white, { edge: null });
  p.nape(28, 24, 14).dots(1, [22, 31], [23, 30], [38, 31], [39, 30]).art(26, 33, ['3  3', ' 33 ']);
  p.poly(
    [
      [28, 13],
      [30, 17],
      [34, 18],
      [30, 20],
      [28, 24],
      [26, 20],
      [22, 18],
      [26, 17],
    ],
    pale,
    { edge: p.back ? null : 3 },
  );
  p.dots(0, [14, 40], [42, 40], [12, 34], [44, 34], [20, 47], [36, 47]);
}

function gloamoth(p) {
  const wing = (side) => {
    const x = (value) => 28 + side * value;
    p.poly(
      [
        [x(3), 34],
        [x(14), 33],
        [x(22), 38],
        [x(23), 46],
        [x(16), 54],
        [x(10), 48],
        [x(4), 42],
      ],
      mid,
    );
    p.ball(x(15), 42, 4, 4.6, pale).ball(x(15), 43, 2, 2.4, black, { edge: null });
    p.poly(
      [
        [x(3), 20],
        [x(12), 8],
        [x(27), 4],
        [x(25), 16],
        [x(27), 27],
        [x(20), 35],
        [x(4), 36],
      ],
      mid,
    );
    p.poly(
      [
        [x(21), 7],
        [x(26), 5],
        [x(24), 16],
        [x(26), 26],
        [x(21), 31],
        [x(22), 20],
      ],
      deep,
      { edge: null },
    );
    p.ball(x(14), 20, 7, 7, pale).ball(x(16.5), 18.5, 6, 6, mid, { edge: null });
    p.dots(0, [x(24), 10], [x(23), 24], [x(24), 17], [x(8), 30], [x(13), 30], [x(18), 9], [x(10), 12]).line(
      [x(4), 26],
      [x(8), 22],
      [x(10), 14],
      3,
      0.5,
    );
  };
  wing(1);
  wing(-1);
  p.limb([25, 12], [18, 4], [13, 1], 1.4, 0.8, fair).limb([31, 12], [38, 4], [43, 1], 1.4, 0.8, fair);
  for (const side of [-1, 1])
    for (const t of [0, 1, 2])
      p.line(
        [28 + side * (7 + t * 3), 7 - t * 2],
        [28 + side * (6 + t * 3), 4 - t],
        [28 + side * (5 + t * 3), 2 - t],
        3,
        0.5,
      );
  p.ball(28, 42, 5.5, 10, mid)
    .line([23, 40], [28, 42], [33, 40], 3, 0.5)
    .line([24, 45], [28, 47], [32, 45], 3, 0.5);
  p.burr(28, 29, 8, 14, 3.4, pale, { phase: 0.1 });
  p.ball(28, 17, 9, 8, mid);
  if (!p.back)
    p.ball(23, 17, 4.4, 5, black)
      .ball(33, 17, 4.4, 5, black)
      .dots(0, [22, 15], [21, 16], [22, 16], [32, 15], [31, 16], [32, 16])
      .dots(1, [24, 19], [34, 19]);
  p.nape(28, 13, 6).art(26, 22, ['3333', ' 33 ']);
}

/** By species id. */
export const duskMonsters = { duskit, gloamoth };
