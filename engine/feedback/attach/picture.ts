import { PNG } from 'pngjs';
import { EeveeError } from '../../../protocol/errors.ts';
import type { Rectangle } from '../../../protocol/feedback.ts';

const outside = (): EeveeError =>
  new EeveeError({
    code: 'feedback.attachment-invalid',
    message: 'The rectangle to keep lies outside of the picture.',
    remedy: 'Choose a rectangle within the picture.',
    field: 'crop',
  });

/**
 * A picture with rectangles painted over in one flat colour, then cut to a rectangle. What was below is not in the
 * new file: not blurred, from which small text can be won back, but gone. Rectangles reaching over an edge are cut
 * there. Throws `feedback.attachment-invalid` for a crop that leaves nothing.
 */
export const editPicture = (
  png: Uint8Array,
  covers: readonly Rectangle[],
  crop: Rectangle | null,
): Buffer => {
  const picture = PNG.sync.read(Buffer.from(png));
  for (const { x, y, width, height } of covers) {
    const right = Math.min(picture.width, x + width);
    const bottom = Math.min(picture.height, y + height);
    for (let row = y; row < bottom; row += 1)
      for (let column = x; column < right; column += 1)
        picture.data.set([24, 27, 33, 255], (row * picture.width + column) * 4);
  }
  if (crop === null) return PNG.sync.write(picture, { colorType: 2 });
  const width = Math.min(crop.width, picture.width - crop.x);
  const height = Math.min(crop.height, picture.height - crop.y);
  if (width <= 0 || height <= 0) throw outside();
  const cut = new PNG({ width, height });
  PNG.bitblt(picture, cut, crop.x, crop.y, width, height, 0, 0);
  return PNG.sync.write(cut, { colorType: 2 });
};
