/** A small PNG reader and writer: 8-bit, non-interlaced; enough for the game's own art, without dependencies. */
import { deflateSync, inflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Bytes a pixel for the colour types read here: grey, RGB, palette, grey + alpha, RGBA. */
const bytesPerPixel = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

/**
 * Reads a PNG into luminance, one byte a pixel, row by row.
 * @param {Buffer} bytes
 * @param {string} name the file's name, for error messages
 * @returns {{ width: number, height: number, grey: Uint8Array }}
 */
export function decodePng(bytes, name) {
  if (!bytes.subarray(0, 8).equals(signature))
    throw new Error(`${name} is not a PNG file; save the art as PNG.`);
  let header;
  let palette;
  const packed = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = data;
    if (type === 'PLTE') palette = data;
    if (type === 'IDAT') packed.push(data);
    at += 12 + length;
  }
  if (!header || packed.length === 0) throw new Error(`${name} has no image data; save it again as PNG.`);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  const colourType = header[9];
  const step = bytesPerPixel.get(colourType);
  if (header[8] !== 8 || !step || header[12] !== 0) {
    throw new Error(
      `${name} must have 8 bits a channel and no interlacing (has ${header[8]} bits, interlace ${header[12]}); save it again so.`,
    );
  }
  const raw = unfilter(inflateSync(Buffer.concat(packed)), width * step, height, step);
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) {
    const at = i * step;
    if (colourType === 0 || colourType === 4) grey[i] = raw[at];
    else if (colourType === 3) grey[i] = luminance(palette, raw[at] * 3);
    else grey[i] = luminance(raw, at);
  }
  return { width, height, grey };
}

const luminance = (rgb, at) => Math.round(0.299 * rgb[at] + 0.587 * rgb[at + 1] + 0.114 * rgb[at + 2]);

/** Undoes the five row filters of the PNG specification, section 9. */
function unfilter(data, rowBytes, height, step) {
  const out = new Uint8Array(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (rowBytes + 1)];
    const row = y * rowBytes;
    for (let x = 0; x < rowBytes; x++) {
      const left = x >= step ? out[row + x - step] : 0;
      const up = y > 0 ? out[row - rowBytes + x] : 0;
      const upLeft = x >= step && y > 0 ? out[row - rowBytes + x - step] : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
      out[row + x] = data[y * (rowBytes + 1) + 1 + x] + predicted;
    }
  }
  return out;
}

function paeth(left, up, upLeft) {
  const guess = left + up - upLeft;
  const toLeft = Math.abs(guess - left);
  const toUp = Math.abs(guess - up);
  const toUpLeft = Math.abs(guess - upLeft);
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

/**
 * Writes greys, one byte a pixel, as an 8-bit grey PNG.
 * @param {number} width
 * @param {number} height
 * @param {Uint8Array} grey
 * @returns {Buffer}
 */
export function encodePng(width, height, grey) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  const raw = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) raw.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(raw, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const out = Buffer.alloc(12 + data.length);
  out.writeUInt32BE(data.length, 0);
  out.write(type, 4, 'latin1');
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
