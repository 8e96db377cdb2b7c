/** Portraits: those one meets on the road. */
import { tones } from '../monsters/pen.js';
import { face, figure } from './figure.js';

const { pale, light, fair, mid, deep, dark } = tones;

/** By id of the trainer class. */
export const roadPortraits = {
  rambler(p) {
    p.limb([46, 54], [47, 38], [48, 18], 1, 1, fair);
    p.ball(14, 30, 6, 9, fair).ball(42, 30, 5, 8, fair);
    figure(p, { right: [46, 32] });
    p.line([21, 24], [22, 30], [21, 40], 3, 0.9).line([35, 24], [34, 30], [35, 40], 3, 0.9);
    face(p, 'dot', ['3  3', ' 33 ']);
    p.poly(
      [
        [18, 13],
        [19, 6],
        [28, 3],
        [37, 6],
        [38, 13],
        [33, 11],
        [23, 11],
      ],
      mid,
    )
      .ball(28, 3, 3.2, 3.2, pale)
      .poly(
        [
          [17, 10],
          [39, 10],
          [39, 14],
          [17, 14],
        ],
        light,
      );
    for (const x of [20, 24, 28, 32, 36]) p.line([x, 10], [x, 12], [x, 13], 2, 0.4);
  },
  shepherd(p) {
    p.limb([10, 54], [9, 30], [9, 14], 1, 1, fair).limb([9, 14], [8, 5], [15, 9], 1, 1, fair);
    figure(p, { coat: fair, wide: 15, hem: 44, left: [10, 33] });
    for (const [x, y] of [
      [20, 28],
      [28, 33],
      [35, 28],
      [18, 37],
      [25, 41],
      [36, 39],
      [32, 35],
    ])
      p.ball(x, y, 2.4, 2, pale, { edge: 2 });
    p.ball(47, 47, 8, 6, pale).burr(47, 46, 6, 9, 1.6, pale, { edge: 3 }).ball(42, 44, 3.4, 3, dark);
    face(p, 'dot', ['3333']);
    p.ball(28, 11, 17, 3.4, deep)
      .poly(
        [
          [20, 10],
          [22, 3],
          [34, 3],
          [36, 10],
        ],
        mid,
      )
      .line([21, 8], [28, 10], [35, 8], 3, 0.8);
  },
  angler(p) {
    p.limb([46, 40], [48, 16], [54, 1], 1, 0.6, fair)
      .line([54, 1], [55, 20], [53, 30], 3, 0.4)
      .ball(53, 32, 1.6, 1.6, fair);
    figure(p, { coat: light, trousers: mid, wide: 12, hem: 43, right: [45, 36] });
    p.line([28, 24], [28, 32], [28, 43], 3, 0.5).dots(3, [30, 28], [30, 33], [30, 38]);
    p.poly(
      [
        [17, 46],
        [26, 46],
        [26, 55],
        [16, 55],
      ],
      fair,
    ).poly(
      [
        [30, 46],
        [39, 46],
        [40, 55],
        [30, 55],
      ],
      fair,
    );
    p.ball(10, 44, 6, 3.4, mid, { turn: 80 })
      .poly(
        [
          [8, 49],
          [12, 49],
          [14, 54],
          [7, 54],
        ],
        mid,
      )
      .dots(0, [9, 40]);
    p.poly(
      [
        [15, 14],
        [11, 22],
        [20, 24],
        [36, 24],
        [45, 22],
        [41, 14],
      ],
      fair,
    );
    face(p, 'sly', ['3333']);
    p.ball(28, 10, 15, 4, light)
      .poly(
        [
          [19, 10],
          [21, 2],
          [35, 2],
          [37, 10],
        ],
        pale,
      )
      .line([18, 21], [28, 26], [38, 21], 2, 1.4);
  },
  herbalist(p) {
    p.poly(
      [
        [17, 14],
        [15, 32],
        [41, 32],
        [39, 14],
      ],
      deep,
    );
    figure(p, { coat: mid, wide: 14, hem: 50, trousers: mid, left: [13, 36], right: [43, 36] });
    p.poly(
      [
        [22, 28],
        [34, 28],
        [37, 48],
        [19, 48],
      ],
      pale,
    ).line([21, 28], [28, 31], [35, 28], 3, 0.7);
    p.poly(
      [
        [36, 38],
        [52, 38],
        [49, 48],
        [39, 48],
      ],
      fair,
    )
      .line([38, 41], [44, 43], [50, 41], 3, 0.5)
      .limb([38, 38], [44, 28], [51, 38], 0.9, 0.9, fair);
    for (const [x, y, turn] of [
      [40, 34, 20],
      [45, 32, -20],
      [49, 35, 30],
    ])
      p.ball(x, y, 2, 4, mid, { turn });
    face(p, 'dot', [' 33 ']);
    p.poly(
      [
        [18, 17],
        [18, 8],
        [28, 3],
        [38, 8],
        [38, 17],
        [34, 10],
        [28, 8],
        [22, 10],
      ],
      fair,
    )
      .dots(0, [22, 7], [27, 5], [33, 7])
      .poly(
        [
          [24, 23],
          [32, 23],
          [28, 28],
        ],
        fair,
      );
  },
};
