import { expect, test } from 'vitest';
import { interest } from './interest.ts';

/** A picture of 160×144 pixels, of which `paint` says the colour word of each. */
const picture = (format: 'rgb565' | 'xrgb8888', paint: (x: number, y: number) => number) => {
  const words = Array.from({ length: 160 * 144 }, (_, i) => paint(i % 160, Math.floor(i / 160)));
  const typed = format === 'rgb565' ? new Uint16Array(words) : new Uint32Array(words);
  return { width: 160, height: 144, format, pixels: new Uint8Array(typed.buffer) };
};
const blank = () => 0xffff;
const textBox = (x: number, y: number) => (y > 100 && (x * 7 + y * 3) % 11 < 2 ? 0 : 0xffff);
const landscape = (x: number, y: number) => ((x >> 2) * 31 + (y >> 2) * 17 + ((x * y) >> 6)) & 0x0fff;

test('a landscape says more than a text box, and a text box more than a blank screen', () => {
  for (const format of ['rgb565', 'xrgb8888'] as const) {
    const [none, text, much] = [blank, textBox, landscape].map((paint) => interest(picture(format, paint)));
    expect(none!).toBeLessThan(10);
    expect(text!).toBeGreaterThan(none!);
    expect(much!).toBeGreaterThan(text! + 50);
  }
});

test('the unused byte of a 32-bit pixel does not count', () => {
  const plain = picture('xrgb8888', blank);
  const noisy = picture('xrgb8888', (x, y) => (blank() | ((x * y) << 24)) >>> 0);
  expect(interest(noisy)).toBe(interest(plain));
});
