import { expect, test } from 'vitest';
import { decodeFrameMessage, encodeFrameMessage, type PixelFormat } from '../../../protocol/frame-message.ts';
import { paint } from './paint.ts';

/** The canvas bytes (red, green, blue, alpha …) of pixels that came over the wire. */
const painted = (format: PixelFormat, words: Uint16Array | Uint32Array): number[] => {
  const pixels = new Uint8Array(words.buffer);
  const message = { format, width: words.length, height: 1, sequence: 0, frame: 0, capturedAt: 0, pixels };
  const target = new Uint32Array(words.length);
  paint(decodeFrameMessage(encodeFrameMessage(message).buffer as ArrayBuffer), target);
  return [...new Uint8Array(target.buffer)];
};

test('rgb565: pure colours stay pure and full stays full', () => {
  expect(painted('rgb565', Uint16Array.of(0xf800, 0x07e0, 0x001f, 0xffff, 0))).toEqual([
    255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 0, 255,
  ]);
});

test('0rgb1555: the top bit means nothing', () => {
  expect(painted('0rgb1555', Uint16Array.of(0x7c00, 0x03e0, 0x801f))).toEqual([
    255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255,
  ]);
});

test('xrgb8888: the unused byte becomes opaque', () => {
  expect(painted('xrgb8888', Uint32Array.of(0x00123456))).toEqual([0x12, 0x34, 0x56, 255]);
});
