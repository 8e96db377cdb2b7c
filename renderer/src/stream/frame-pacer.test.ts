import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FrameMessage } from '../../../protocol/frame-message.ts';
import { FramePacer } from './frame-pacer.ts';

let callbacks: FrameRequestCallback[] = [];
const refresh = () => {
  const due = callbacks;
  callbacks = [];
  for (const callback of due) callback(0);
};
/** A picture that left the core so many milliseconds ago. */
const picture = (frame: number, age = 3) => ({ frame, capturedAt: Date.now() - age }) as FrameMessage;
let shown: number[] = [];
let pacer = new FramePacer(() => {});

beforeEach(() => {
  callbacks = [];
  shown = [];
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => callbacks.push(callback));
  pacer = new FramePacer(({ frame }) => shown.push(frame));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a picture is shown with the next refresh, once', () => {
  pacer.add(picture(1));
  expect(shown).toEqual([]);
  refresh();
  refresh();
  expect(shown).toEqual([1]);
});

test('two pictures of one refresh are both seen, one after the other, where the second has just come', () => {
  pacer.add(picture(1));
  pacer.add(picture(2));
  refresh();
  expect(shown).toEqual([1]);
  refresh();
  expect(shown).toEqual([1, 2]);
});

test('after a hitch the newer picture is shown at once, and those that follow are not late', () => {
  pacer.add(picture(1, 30));
  pacer.add(picture(2, 14));
  refresh();
  expect(shown).toEqual([2]);
  pacer.add(picture(3, 14));
  refresh();
  refresh();
  expect(shown).toEqual([2, 3]);
});

test('no picture waits longer as the beats of game and display drift apart', () => {
  pacer.add(picture(1));
  pacer.add(picture(2));
  refresh();
  pacer.add(picture(3, 9));
  refresh();
  expect(shown).toEqual([1, 2]);
  pacer.add(picture(4, 13));
  refresh();
  expect(shown).toEqual([1, 2, 4]);
});

test('a page that cannot keep up shows the newest two and forgets the rest', () => {
  for (const frame of [1, 2, 3, 4, 5]) pacer.add(picture(frame));
  refresh();
  refresh();
  refresh();
  expect(shown).toEqual([4, 5]);
});

test('nothing is shown of a session that is no longer watched', () => {
  pacer.add(picture(1));
  pacer.clear();
  refresh();
  expect(shown).toEqual([]);
  pacer.add(picture(2));
  refresh();
  expect(shown).toEqual([2]);
});
