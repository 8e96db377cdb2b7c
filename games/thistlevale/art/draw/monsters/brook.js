/** Of brooks. Each draws itself with a Pen, front or back; small forms before grown ones. */
import { tones } from './pen.js';

const { pale, light, fair, mid, deep } = tones;

function rillet(p) {
  p.limb([38, 46], [52, 50], [50, 36], 5, 2, mid).ball(50, 35, 4, 4, light);
  p.ball(28, 43, 13, 11, mid);
  if (!p.back)
    p.ball(28, 45, 8, 8, pale, { edge: 2 })
      .line([24, 45], [28, 38], [32, 44], 2)
      .line([32, 44], [31, 49], [27, 47], 2);
  p.ball(18, 52, 5, 3, mid)
    .ball(38, 52, 5, 3, mid)
    .limb([17, 38], [11, 42], [14, 46], 3, 2.5, mid)
    .limb([39, 38], [45, 42], [42, 46], 3, 2.5, mid);
  p.poly(
    [
      [28, 0],
      [36, 14],
      [20, 14],
    ],
    light,
  )
    .ball(11, 18, 4, 4, mid)
    .ball(45, 18, 4, 4, mid);
  p.ball(28, 23, 18, 14, mid);
  if (!p.back) p.ball(28, 30, 11, 7, pale, { edge: null });
  p.poly(
    [
      [28, 3],
      [33, 13],
      [28, 16],
      [23, 13],
    ],
    pale,
    { edge: null },
  );
  p.nape(28, 20, 12)
    .eyes('big', 28, 20, 6)
    .art(26, 27, ['3333', '3333', ' 33 ', '3  3'])
    .art(12, 28, ['33  ', '  33', '33  '])
    .art(40, 28, ['  33', '33  ', '  33']);
}

function weirotter(p) {
  p.limb([40, 46], [58, 52], [53, 34], 6, 3, mid);
  p.ball(30, 39, 15, 14, mid);
  if (!p.back) p.ball(29, 41, 9.5, 11, pale, { edge: 2 });
  p.ball(19, 52, 7, 3.4, deep).ball(40, 52, 7, 3.4, deep).dots(0, [15, 53], [18, 54], [38, 54], [42, 53]);
  p.limb([18, 33], [8, 38], [14, 44], 4, 3, mid).limb([42, 33], [52, 36], [44, 43], 4, 3, mid);
  if (!p.back)
    p.poly(
      [
        [17, 42],
        [21, 35],
        [31, 34],
        [40, 37],
        [42, 43],
        [36, 48],
        [22, 48],
      ],
      fair,
    )
      .line([22, 39], [27, 37], [31, 39], 0, 0.7)
      .line([33, 41], [36, 43], [34, 46], 3, 0.6)
      .ball(16, 43, 3.4, 3, mid)
      .ball(43, 42, 3.4, 3, mid);
  p.ball(14, 11, 4.5, 4.5, mid)
    .ball(43, 11, 4.5, 4.5, mid)
    .poly(
      [
        [28, 0],
        [34, 8],
        [22, 8],
      ],
      light,
    )
    .poly(
      [
        [20, 1],
        [25, 8],
        [17, 10],
      ],
      light,
    )
    .poly(
      [
        [37, 1],
        [40, 10],
        [32, 8],
      ],
      light,
    );
  p.ball(28, 18, 16, 13, mid);
  if (!p.back) p.ball(28, 24, 11, 7, pale, { edge: 2 });
  p.nape(28, 15, 11)
    .nape(30, 33, 9)
    .eyes('sly', 28, 15, 4)
    .art(25, 20, ['333333', '3.3333', ' 3333 '])
    .art(26, 25, [' 33 ', '3333', ' .. ', ' .. '])
    .art(8, 22, ['33   ', '  333', '33   ', '  333'])
    .art(43, 22, ['   33', '333  ', '   33', '333  ']);
}

/** By species id. */
export const brookMonsters = { rillet, weirotter };
