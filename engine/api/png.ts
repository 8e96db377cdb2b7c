import { PNG } from 'pngjs';
import { bytesPerPixel } from '../../protocol/frame-message.ts';
import type { SentPicture } from '../session/messages.ts';

/** A colour of five bits as eight: 31 becomes 255. */
const five = (value: number): number => ((value & 31) * 255) / 31;
const six = (value: number): number => ((value & 63) * 255) / 63;

/** Red, green and blue of one little-endian word in each format. */
const colours: Record<SentPicture['format'], (word: number) => [number, number, number]> = {
  '0rgb1555': (word) => [five(word >> 10), five(word >> 5), five(word)],
  rgb565: (word) => [five(word >> 11), six(word >> 5), five(word)],
  xrgb8888: (word) => [(word >> 16) & 255, (word >> 8) & 255, word & 255],
};

/** A picture as a PNG file. */
export const encodePng = ({ width, height, format, pixels }: SentPicture): Buffer => {
  const png = new PNG({ width, height });
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const size = bytesPerPixel(format);
  const colour = colours[format];
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const word = size === 4 ? view.getUint32(pixel * 4, true) : view.getUint16(pixel * 2, true);
    png.data.set([...colour(word).map(Math.round), 255], pixel * 4);
  }
  return PNG.sync.write(png, { colorType: 2 });
};
