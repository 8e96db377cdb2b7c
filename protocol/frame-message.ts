/**
 * The binary message that carries one picture over the stream: a header of 32 bytes, little-endian, then the
 * pixels, tightly packed, row by row.
 *
 * | offset | type | what |
 * |---|---|---|
 * | 0 | u32 | magic, the letters EEVF |
 * | 4 | u8 | version, 1 |
 * | 5 | u8 | pixel format: index in `pixelFormats` |
 * | 6 | u16 | size of the header in bytes |
 * | 8 | u16 | width in pixels |
 * | 10 | u16 | height in pixels |
 * | 12 | u32 | sequence number on this connection, from 0: what an `ack` names |
 * | 16 | f64 | number of the frame in its session |
 * | 24 | f64 | when it was captured, milliseconds since 1970 |
 */
const magic = 0x46564545;
const version = 1;
export const frameHeaderBytes = 32;

/** Pixel formats as libretro names them; index = value in the header. All are little-endian words. */
export const pixelFormats = ['0rgb1555', 'xrgb8888', 'rgb565'] as const;
export type PixelFormat = (typeof pixelFormats)[number];

/** Bytes of one pixel. */
export const bytesPerPixel = (format: PixelFormat): number => (format === 'xrgb8888' ? 4 : 2);

export interface FrameMessage {
  format: PixelFormat;
  width: number;
  height: number;
  sequence: number;
  frame: number;
  capturedAt: number;
  /** Tightly packed: `width * height * bytesPerPixel(format)` bytes. */
  pixels: Uint8Array;
}

/** Lays a picture out as a message. */
export const encodeFrameMessage = (message: FrameMessage): Uint8Array => {
  const bytes = new Uint8Array(frameHeaderBytes + message.pixels.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint8(4, version);
  view.setUint8(5, pixelFormats.indexOf(message.format));
  view.setUint16(6, frameHeaderBytes, true);
  view.setUint16(8, message.width, true);
  view.setUint16(10, message.height, true);
  view.setUint32(12, message.sequence, true);
  view.setFloat64(16, message.frame, true);
  view.setFloat64(24, message.capturedAt, true);
  bytes.set(message.pixels, frameHeaderBytes);
  return bytes;
};

/** Reads a message; throws a RangeError that says which part is wrong. The pixels are a view, not a copy. */
export const decodeFrameMessage = (data: ArrayBuffer): FrameMessage => {
  if (data.byteLength < frameHeaderBytes) throw new RangeError(`frame message of ${data.byteLength} bytes`);
  const view = new DataView(data);
  if (view.getUint32(0, true) !== magic) throw new RangeError('not a frame message');
  if (view.getUint8(4) !== version) throw new RangeError(`frame message version ${view.getUint8(4)}`);
  const format = pixelFormats[view.getUint8(5)];
  if (!format) throw new RangeError(`pixel format ${view.getUint8(5)}`);
  const header = view.getUint16(6, true);
  const width = view.getUint16(8, true);
  const height = view.getUint16(10, true);
  const size = width * height * bytesPerPixel(format);
  if (header < frameHeaderBytes || data.byteLength !== header + size) {
    throw new RangeError(`frame message of ${data.byteLength} bytes for ${width}×${height} ${format}`);
  }
  return {
    format,
    width,
    height,
    sequence: view.getUint32(12, true),
    frame: view.getFloat64(16, true),
    capturedAt: view.getFloat64(24, true),
    pixels: new Uint8Array(data, header, size),
  };
};
