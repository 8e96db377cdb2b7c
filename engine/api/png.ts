import { crc32, deflateSync } from 'node:zlib';
import { bytesPerPixel, type PixelFormat } from '../../protocol/frame-message.ts';

interface Pixels {
  width: number;
  height: number;
  format: PixelFormat;
  /** Tightly packed, little-endian. */
  pixels: Uint8Array;
}

/** A colour of five or six bits as eight: full stays full. */
const five = (value: number): number => Math.round(((value & 31) * 255) / 31);
const six = (value: number): number => Math.round(((value & 63) * 255) / 63);

/** Red, green and blue of one word in each format, as 0xRRGGBB. */
const colours: Record<PixelFormat, (word: number) => number> = {
  '0rgb1555': (word) => (five(word >> 10) << 16) | (five(word >> 5) << 8) | five(word),
  rgb565: (word) => (five(word >> 11) << 16) | (six(word >> 5) << 8) | five(word),
  xrgb8888: (word) => word & 0xff_ffff,
};

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const trueColour = 2;
const indexed = 3;

const chunk = (type: string, data: Uint8Array): Buffer => {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
};

const header = (width: number, height: number, colourType: number): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([8, colourType, 0, 0, 0], 8);
  return chunk('IHDR', data);
};

/** Words of a picture, and its different ones in the order in which they first come. */
const wordsOf = ({ width, height, format, pixels }: Pixels): { words: Uint32Array; palette: number[] } => {
  const view = new DataView(pixels.buffer, pixels.byteOffset, pixels.byteLength);
  const wide = bytesPerPixel(format) === 4;
  const words = new Uint32Array(width * height);
  const palette = new Set<number>();
  for (let pixel = 0; pixel < words.length; pixel += 1) {
    const word = wide ? view.getUint32(pixel * 4, true) : view.getUint16(pixel * 2, true);
    words[pixel] = word;
    palette.add(word);
  }
  return { words, palette: [...palette] };
};

/** The rows of a picture as PNG wants them, each after the number of its filter: 0, none. */
const rows = (
  { width, height }: Pixels,
  bytes: number,
  put: (into: Uint8Array, at: number, pixel: number) => void,
) => {
  const stride = 1 + width * bytes;
  const data = new Uint8Array(stride * height);
  for (let y = 0, pixel = 0; y < height; y += 1) {
    for (let at = y * stride + 1; at < (y + 1) * stride; at += bytes) put(data, at, pixel++);
  }
  return chunk('IDAT', deflateSync(data, { level: 6 }));
};

/**
 * A picture as a PNG file: with a palette where 256 colours do, as for all games of the handhelds, which makes
 * small files within a millisecond.
 */
export const encodePng = (picture: Pixels): Buffer => {
  const { width, height, format } = picture;
  const { words, palette } = wordsOf(picture);
  const colour = colours[format];
  const three = (into: Uint8Array, at: number, rgb: number): void => {
    into[at] = rgb >> 16;
    into[at + 1] = rgb >> 8;
    into[at + 2] = rgb;
  };
  const end = chunk('IEND', new Uint8Array(0));
  if (palette.length > 256) {
    const data = rows(picture, 3, (into, at, pixel) => three(into, at, colour(words[pixel]!)));
    return Buffer.concat([signature, header(width, height, trueColour), data, end]);
  }
  const table = new Uint8Array(palette.length * 3);
  palette.forEach((word, index) => void three(table, index * 3, colour(word)));
  const indexOf = new Map(palette.map((word, index) => [word, index]));
  const data = rows(picture, 1, (into, at, pixel) => {
    into[at] = indexOf.get(words[pixel]!)!;
  });
  return Buffer.concat([signature, header(width, height, indexed), chunk('PLTE', table), data, end]);
};
