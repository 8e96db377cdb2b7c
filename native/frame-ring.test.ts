import { describe, expect, test } from 'vitest';
import { FrameRingReader } from './frame-ring.ts';
import { problemFrom } from './testing/fixtures.ts';

// A ring of two slots for pictures of 2×1 pixels, laid out as pipeline/frame_ring.h says.
const slotAt = (slot: number): number => 64 + slot * 256;
const handmadeRing = () => {
  const memory = new SharedArrayBuffer(64 + 2 * 256);
  const words = new Int32Array(memory);
  words.set([0x52564545, 4, 2, 64, 256, 64, 128, 0, 192]);
  const write = (slot: number, frame: number): void => {
    const view = new DataView(memory, slotAt(slot));
    for (const [offset, value] of [
      [4, 2],
      [8, 2],
      [12, 1],
    ] as const) {
      view.setUint32(offset, value, true);
    }
    view.setFloat64(16, frame, true);
    view.setFloat64(24, 1000 + frame, true);
    new Uint8Array(memory, slotAt(slot) + 64, 4).fill(frame);
    new Uint8Array(memory, slotAt(slot) + 128, 2).fill(frame);
  };
  const bump = (slot: number): void => void Atomics.add(words, slotAt(slot) / 4, 1);
  const publish = (count: number): void => void Atomics.store(words, 7, count);
  return { memory, write, bump, publish, words };
};

describe('the reader of the frame ring', () => {
  test('finds the newest slot', () => {
    const { memory, write, publish } = handmadeRing();
    const reader = new FrameRingReader(memory);
    expect(reader.newestFrame()).toBe(-1);
    write(0, 0);
    publish(1);
    expect(reader.picture()).toEqual({
      frame: 0,
      width: 2,
      height: 1,
      format: 'rgb565',
      capturedAt: 1000,
      pixels: new Uint8Array(4),
      grey: new Uint8Array(2),
    });
    write(1, 1);
    publish(2);
    expect(reader.picture()?.frame).toBe(1);
    expect(reader.newestFrame()).toBe(1);
  });

  test('takes no slot that is being written', () => {
    const { memory, write, publish, bump } = handmadeRing();
    const reader = new FrameRingReader(memory);
    write(0, 0);
    publish(1);
    bump(0);
    expect(problemFrom(() => reader.picture()).code).toBe('internal');
    bump(0);
    expect(reader.picture()?.frame).toBe(0);
  });

  test('throws a copy away that was overtaken by the writer', () => {
    const { memory, write, publish, bump } = handmadeRing();
    const reader = new FrameRingReader(memory);
    write(0, 4);
    publish(5);
    let copies = 0;
    // Stands for a writer that comes around exactly while the first copy is made.
    class Overtaken extends Uint8Array {
      override set(from: ArrayLike<number>): void {
        super.set(from);
        copies += 1;
        if (copies > 1) return;
        bump(0);
        write(0, 6);
        publish(7);
        bump(0);
      }
    }
    const into = new Overtaken(2);
    expect(reader.readGrey(into)).toBe(6);
    expect(copies).toBe(2);
    expect([...into]).toEqual([6, 6]);
  });

  test('is not led astray by a torn header', () => {
    const { memory, write, publish } = handmadeRing();
    const reader = new FrameRingReader(memory);
    write(0, 0);
    publish(1);
    const view = new DataView(memory, slotAt(0));
    view.setUint32(8, 0xffff_ffff, true);
    expect(problemFrom(() => reader.picture()).code).toBe('internal');
    view.setUint32(8, 2, true);
    view.setUint32(4, 9, true);
    expect(problemFrom(() => reader.picture()).code).toBe('internal');
  });

  test('refuses a ring of another version', () => {
    const { memory, words } = handmadeRing();
    words[1] = 99;
    expect(problemFrom(() => new FrameRingReader(memory)).code).toBe('resource.addon-missing');
  });
});
