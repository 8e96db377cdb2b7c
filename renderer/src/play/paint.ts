import type { FrameMessage, PixelFormat } from '../../../protocol/frame-message.ts';

const opaque = 0xff000000;
/** Five or six bits spread over eight, so that full stays full: the top bits fill the bottom. */
const wide5 = (value: number): number => (value << 3) | (value >> 2);
const wide6 = (value: number): number => (value << 2) | (value >> 4);
/** A canvas pixel as a little-endian word: red comes first in memory. */
const rgba = (red: number, green: number, blue: number): number =>
  (opaque | (blue << 16) | (green << 8) | red) >>> 0;

const colourOf: Record<Exclude<PixelFormat, 'xrgb8888'>, (word: number) => number> = {
  rgb565: (word) => rgba(wide5(word >> 11), wide6((word >> 5) & 63), wide5(word & 31)),
  '0rgb1555': (word) => rgba(wide5((word >> 10) & 31), wide5((word >> 5) & 31), wide5(word & 31)),
};

/** All 65,536 colours of a 16-bit format, worked out once: one look-up a pixel afterwards. */
const tables = new Map<PixelFormat, Uint32Array>();
const tableOf = (format: keyof typeof colourOf): Uint32Array => {
  let table = tables.get(format);
  if (!table) {
    table = Uint32Array.from({ length: 0x1_0000 }, (_, word) => colourOf[format](word));
    tables.set(format, table);
  }
  return table;
};

/** Converts a picture's pixels into canvas pixels: `target` holds width × height words. */
export const paint = (frame: FrameMessage, target: Uint32Array): void => {
  const { pixels, format } = frame;
  const count = frame.width * frame.height;
  // The stream's payload begins at a multiple of four, so the words can be read in place.
  if (format === 'xrgb8888') {
    const words = new Uint32Array(pixels.buffer, pixels.byteOffset, count);
    for (let i = 0; i < count; i++) {
      const word = words[i]!;
      target[i] = rgba((word >> 16) & 255, (word >> 8) & 255, word & 255);
    }
    return;
  }
  const table = tableOf(format);
  const words = new Uint16Array(pixels.buffer, pixels.byteOffset, count);
  for (let i = 0; i < count; i++) target[i] = table[words[i]!]!;
};
