/** The figure that all portraits dress and pose anew. */
import { tones } from '../monsters/pen.js';

const { mid, deep, black } = tones;

/** The tone of faces and hands. */
export const skin = tones.light;

/** Legs, a coat and arms; `coat`, `trousers` and `sleeve` are tones, `wide` is the coat's hem. */
export function figure(
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
export function face(p, eyes = 'dot', mouth = [' 33 ']) {
  p.ball(28, 15, 8.5, 8.5, skin);
  p.eyes(eyes, 28, 14, eyes === 'fierce' || eyes === 'sly' ? 1 : 3).art(26, 20, mouth);
}
