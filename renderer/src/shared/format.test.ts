import { expect, it } from 'vitest';
import { elapsed, playTime } from './format.ts';

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
