import { expect, it, test } from 'vitest';
import { elapsed, playTime, secondOfDay, timeOfDay } from './format.ts';

it.each([
  [0, '0:00'],
  [-1, '0:00'],
  [59.999, '0:59'],
  [67, '1:07'],
  [3599.5, '59:59'],
  [3600 + 2 * 60 + 3, '1:02:03'],
])('%d seconds that went by are %s: a second counts once it is over', (seconds, words) => {
  expect(elapsed(seconds)).toBe(words);
});

it.each([
  [59, '0:00'],
  [60, '0:01'],
  [67 * 60, '1:07'],
])('%i frames are %s of play', (frames, words) => {
  expect(playTime(frames)).toBe(words);
});

test('a clock on the wall begins its day with 00', () => {
  const past = new Date(2026, 0, 31, 0, 5, 9).toISOString();
  expect([timeOfDay(past), secondOfDay(past)]).toEqual(['00:05', '00:05:09']);
});
