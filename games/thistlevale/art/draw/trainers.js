/** Portraits of those one battles with, 56×56, and the player from behind, 48×48. One figure, dressed and posed anew. */
import { Pen, tones } from './monsters/pen.js';

const { pale, light, fair, mid, deep, dark, black, white } = tones;
const skin = light;

/** Legs, a coat and arms; `coat`, `trousers` and `sleeve` are tones, `wide` is the coat's hem. */
function figure(
  p,
  { coat = mid, trousers = deep, sleeve = coat, wide = 11, hem = 40, left = [12, 34], right = [44, 34] } = {},
) {
  p.limb([24, 40], [23, 46], [23, 52], 4, 3.4, trousers).limb([33, 40], [34, 46], [34, 52], 4, 3.4, trousers);
  p.ball(21, 53, 5, 2.4, black).ball(36, 53, 5, 2.4, black);
  p.limb([20, 26], [15, 30], left, 3.4, 2.8, sleeve).limb([36, 26], [41, 30], right, 3.4, 2.8, sleeve);
  p.ball(left[0], left[1] + 2, 2.8, 2.8, skin).ball(right[0], right[1] + 2, 2.8, 2.8, skin);
  p.poly(
    [
      [20, 22],
      [36, 22],
      [39, 27],
      [28 + wide, hem],
      [28 + wide - 2, hem + 2],
      [28 - wide + 2, hem + 2],
      [28 - wide, hem],
      [17, 27],
    ],
    coat,
  );
}

/** A head with a face; hair is painted before and after by the caller. */
function face(p, eyes = 'dot', mouth = [' 33 ']) {
  p.ball(28, 15, 8.5, 8.5, skin);
  p.eyes(eyes, 28, 14, eyes === 'fierce' || eyes === 'sly' ? 1 : 3).art(26, 20, mouth);
}

const portraits = {
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
  scholar(p) {
    figure(p, { coat: deep, wide: 13, hem: 50, trousers: dark, left: [18, 36], right: [38, 36] });
    p.poly(
      [
        [26, 22],
        [30, 22],
        [29, 34],
        [27, 34],
      ],
      pale,
    );
    p.poly(
      [
        [16, 32],
        [28, 34],
        [28, 44],
        [16, 42],
      ],
      pale,
    ).poly(
      [
        [40, 32],
        [28, 34],
        [28, 44],
        [40, 42],
      ],
      light,
    );
    p.line([19, 35], [22, 36], [25, 37], 2, 0.5)
      .line([19, 38], [22, 39], [25, 40], 2, 0.5)
      .line([31, 37], [34, 36], [37, 35], 2, 0.5)
      .line([31, 40], [34, 39], [37, 38], 2, 0.5);
    face(p, 'dot', ['333 ']);
    p.art(20, 12, [' 3333   3333 ', '3....333....3', '3.33.3 3.33.3', '3.33.3 3.33.3', ' 3333   3333 ']);
    p.poly(
      [
        [17, 14],
        [16, 7],
        [20, 6],
        [21, 2],
        [26, 4],
        [30, 1],
        [33, 4],
        [38, 4],
        [38, 8],
        [40, 13],
        [36, 11],
        [33, 8],
        [29, 10],
        [26, 8],
        [21, 11],
      ],
      dark,
    );
  },
  delver(p) {
    p.limb([47, 48], [47, 30], [46, 12], 1.2, 1.2, fair).limb([38, 18], [46, 8], [55, 17], 1.4, 0.8, mid);
    figure(p, { coat: fair, trousers: deep, wide: 11, hem: 40, right: [46, 32], left: [11, 36] });
    p.poly(
      [
        [19, 38],
        [37, 38],
        [38, 43],
        [18, 43],
      ],
      deep,
    ).poly(
      [
        [25, 38],
        [31, 38],
        [31, 43],
        [25, 43],
      ],
      pale,
    );
    p.burr(10, 41, 4, 6, 2, light, { phase: 0.3 });
    face(p, 'sly', [' 33 ']);
    p.ball(28, 19, 6, 3, fair, { edge: null }).art(25, 18, ['333333', '  33  ']);
    p.poly(
      [
        [17, 12],
        [18, 5],
        [28, 1],
        [38, 5],
        [39, 12],
      ],
      mid,
    )
      .poly(
        [
          [15, 11],
          [41, 11],
          [41, 14],
          [15, 14],
        ],
        deep,
      )
      .ball(28, 7, 4, 4, white)
      .ball(28, 7, 2, 2, light, { edge: 2 });
  },
  forester(p) {
    p.poly(
      [
        [16, 20],
        [40, 20],
        [46, 48],
        [10, 48],
      ],
      deep,
    );
    figure(p, { coat: mid, trousers: fair, wide: 10, hem: 40, left: [12, 36], right: [44, 34] });
    p.limb([47, 12], [56, 34], [47, 54], 1, 1, fair).line([47, 12], [46, 34], [47, 54], 3, 0.4);
    p.line([20, 24], [28, 32], [37, 40], 3, 1);
    face(p, 'fierce', [' 33 ']);
    p.poly(
      [
        [15, 24],
        [16, 8],
        [28, 1],
        [40, 8],
        [41, 24],
        [36, 22],
        [36, 12],
        [28, 8],
        [20, 12],
        [20, 22],
      ],
      mid,
    ).limb([37, 8], [44, 4], [47, -2], 1.6, 0.6, pale);
  },
  piper(p) {
    figure(p, { coat: pale, sleeve: pale, trousers: mid, wide: 9, hem: 38, left: [18, 27], right: [38, 26] });
    p.poly(
      [
        [19, 23],
        [26, 23],
        [25, 39],
        [18, 39],
      ],
      deep,
    ).poly(
      [
        [37, 23],
        [30, 23],
        [31, 39],
        [38, 39],
      ],
      deep,
    );
    p.poly(
      [
        [18, 46],
        [27, 46],
        [26, 55],
        [17, 55],
      ],
      dark,
    ).poly(
      [
        [30, 46],
        [39, 46],
        [40, 55],
        [31, 55],
      ],
      dark,
    );
    face(p, 'dot', ['33']);
    p.limb([30, 22], [40, 24], [52, 30], 1.3, 1.3, fair)
      .dots(3, [36, 23], [40, 25], [44, 26])
      .ball(35, 25, 2.4, 2.4, skin)
      .ball(42, 28, 2.4, 2.4, skin);
    p.poly(
      [
        [16, 10],
        [20, 4],
        [36, 3],
        [42, 9],
        [30, 9],
      ],
      mid,
    ).limb([37, 5], [46, 2], [50, 8], 1.5, 0.7, pale);
    p.art(46, 14, ['  333', '  3 3', '  3  ', '333  ', '333  ']).art(4, 8, [' 33', ' 3 ', '33 ', '33 ']);
  },
  keeper(p) {
    figure(p, { coat: mid, wide: 12, hem: 42, left: [14, 36] });
    p.poly(
      [
        [21, 28],
        [35, 28],
        [38, 46],
        [18, 46],
      ],
      pale,
    ).art(26, 34, [' 22 ', '2112', '2222']);
    face(p, 'dot');
    p.art(22, 19, [' 3333  3333 ', '333333333333', ' 333    333 '])
      .poly(
        [
          [17, 10],
          [20, 4],
          [36, 4],
          [39, 10],
        ],
        mid,
      )
      .poly(
        [
          [15, 10],
          [36, 10],
          [36, 13],
          [15, 13],
        ],
        deep,
      );
  },
  rival(p) {
    p.poly(
      [
        [17, 24],
        [39, 24],
        [52, 44],
        [46, 46],
        [50, 51],
        [40, 48],
      ],
      deep,
    );
    figure(p, { coat: mid, trousers: dark, wide: 10, hem: 39, left: [13, 32], right: [42, 36] });
    p.poly(
      [
        [22, 22],
        [34, 22],
        [28, 32],
      ],
      pale,
    ).line([28, 32], [28, 36], [28, 41], 3, 0.5);
    p.ball(11, 32, 5, 5, pale).poly(
      [
        [6, 32],
        [16, 32],
        [15, 36],
        [11, 37],
        [7, 36],
      ],
      mid,
      { edge: 3 },
    );
    p.poly(
      [
        [17, 21],
        [39, 21],
        [41, 26],
        [28, 29],
        [15, 26],
      ],
      fair,
    );
    face(p, 'fierce', ['   3', '333 ']);
    p.poly(
      [
        [17, 17],
        [12, 12],
        [17, 11],
        [13, 4],
        [20, 6],
        [21, 0],
        [27, 4],
        [32, -1],
        [34, 4],
        [42, 2],
        [39, 9],
        [44, 13],
        [39, 17],
        [37, 11],
        [31, 9],
        [25, 12],
        [19, 11],
      ],
      dark,
    );
    p.poly(
      [
        [19, 10],
        [28, 12],
        [37, 10],
        [37, 13],
        [28, 15],
        [19, 13],
      ],
      pale,
    );
  },
  warden(p) {
    p.poly(
      [
        [14, 22],
        [42, 22],
        [52, 52],
        [46, 49],
        [40, 54],
        [16, 54],
        [10, 49],
        [4, 52],
      ],
      deep,
    );
    figure(p, { coat: mid, trousers: dark, wide: 12, hem: 50, left: [19, 36], right: [44, 26] });
    p.line([28, 24], [28, 36], [28, 50], 3, 0.5).poly(
      [
        [18, 22],
        [22, 17],
        [28, 25],
        [34, 17],
        [38, 22],
        [33, 31],
        [28, 26],
        [23, 31],
      ],
      pale,
    );
    p.limb([47, 52], [46, 34], [46, 8], 1.1, 1.1, fair)
      .burr(46, 6, 3.6, 8, 2.6, mid)
      .ball(44, 28, 2.8, 2.8, skin);
    p.ball(28, 13, 11, 11, dark);
    face(p, 'sly', ['3333']);
    p.poly(
      [
        [19, 14],
        [20, 6],
        [28, 3],
        [36, 6],
        [37, 14],
        [33, 8],
        [28, 10],
        [23, 8],
      ],
      dark,
    );
    for (const [x, y] of [
      [18, 7],
      [23, 3],
      [28, 1],
      [33, 3],
      [38, 7],
    ])
      p.ball(x, y, 2.8, 2.4, fair);
  },
  /** The player, from behind. */
  player(p) {
    p.limb([21, 30], [12, 34], [12, 42], 4, 3.4, mid)
      .limb([35, 30], [46, 28], [46, 22], 4, 3.4, mid)
      .ball(46, 19, 3.4, 3.4, light);
    p.poly(
      [
        [18, 26],
        [38, 26],
        [42, 34],
        [43, 58],
        [13, 58],
        [14, 34],
      ],
      mid,
    );
    p.poly(
      [
        [19, 30],
        [37, 30],
        [39, 38],
        [39, 58],
        [17, 58],
        [17, 38],
      ],
      fair,
    )
      .poly(
        [
          [19, 30],
          [37, 30],
          [38, 39],
          [18, 39],
        ],
        light,
      )
      .poly(
        [
          [25, 36],
          [31, 36],
          [31, 42],
          [25, 42],
        ],
        pale,
      )
      .line([18, 44], [28, 46], [39, 44], 3, 0.6);
    p.ball(28, 18, 12, 11, dark);
    p.ball(28, 13, 13, 9.5, mid)
      .poly(
        [
          [14, 15],
          [42, 15],
          [45, 19],
          [38, 20],
          [18, 20],
          [11, 19],
        ],
        deep,
      )
      .line([20, 9], [28, 6], [34, 9], 1, 1)
      .poly(
        [
          [21, 20],
          [24, 28],
          [20, 26],
          [17, 21],
        ],
        dark,
      )
      .poly(
        [
          [35, 20],
          [32, 28],
          [37, 26],
          [39, 21],
        ],
        dark,
      );
  },
};

/** Names of the portraits: ids of trainer classes, and `player`. */
export const portraitNames = Object.keys(portraits);

/** @returns {import('./canvas.js').Canvas} 56×56; the player 48×48 */
export function drawPortrait(name, style) {
  const pen = new Pen(name === 'player', style);
  portraits[name](pen);
  return pen.canvas;
}
