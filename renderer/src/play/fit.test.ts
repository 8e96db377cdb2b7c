import { expect, test } from 'vitest';
import { fitPicture } from './fit.ts';

const gameBoy = { width: 160, height: 144 };

test('takes the largest whole factor that fits both ways', () => {
  expect(fitPicture({ width: 900, height: 700 }, gameBoy, 1)).toEqual({ factor: 4, width: 640, height: 576 });
});

test('counts in screen pixels: a fractional ratio still gives whole ones', () => {
  const fit = fitPicture({ width: 900, height: 700 }, gameBoy, 1.5);
  expect(fit.factor).toBe(7);
  expect(fit.width * 1.5).toBeCloseTo(160 * 7);
});

test('never vanishes in a space that is too small', () => {
  expect(fitPicture({ width: 0, height: 0 }, gameBoy, 1).factor).toBe(1);
});
