import { bytesPerPixel } from '../../protocol/frame-message.ts';
import type { SentPicture } from '../session/messages.ts';

/** Side of a tile in pixels, on all systems that we play. */
const tile = 8;
/** What one more colour is worth, in tiles; a Game Boy has four, so that more of them say little beyond a few. */
const tilesAColour = 4;
const mostColours = 16;

/**
 * How much there is to see in a picture: its different 8×8 tiles, and its colours. A blank screen has one of each;
 * a plain text box a few; a landscape with houses and people fifty and more.
 */
export const interest = ({
  width,
  height,
  format,
  pixels,
}: Pick<SentPicture, 'width' | 'height' | 'format' | 'pixels'>): number => {
  const size = bytesPerPixel(format);
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const word = (x: number, y: number): number => {
    const at = (y * width + x) * size;
    return size === 4 ? view.getUint32(at, true) & 0xffffff : view.getUint16(at, true);
  };
  const colours = new Set<number>();
  const tiles = new Set<number>();
  for (let top = 0; top + tile <= height; top += tile) {
    for (let left = 0; left + tile <= width; left += tile) {
      let hash = 17;
      for (let pixel = 0; pixel < tile * tile; pixel += 1) {
        const colour = word(left + (pixel % tile), top + Math.floor(pixel / tile));
        colours.add(colour);
        hash = (Math.imul(hash, 31) + colour) | 0;
      }
      tiles.add(hash);
    }
  }
  return tiles.size + tilesAColour * Math.min(colours.size, mostColours);
};
