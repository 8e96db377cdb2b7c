import { expect, it } from 'vitest';
import { playTime } from './play-time.ts';

it.each([
  [0, '0:00'],
  [59, '0:00'],
  [67 * 60, '1:07'],
  [(3600 + 2 * 60 + 3) * 60, '1:02:03'],
])('%i frames are %s of play', (frames, words) => {
  expect(playTime(frames)).toBe(words);
});
