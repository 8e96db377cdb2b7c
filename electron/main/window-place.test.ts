import { expect, test } from 'vitest';
import { leastSize, placeFor, usualPlace } from './window-place.ts';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const remembered = { x: 100, y: 80, width: 1300, height: 900, maximized: false };

test('comes back where it was', () => {
  expect(placeFor(remembered, [screen])).toEqual(remembered);
});

test('a screen that is gone takes the place with it, not the size', () => {
  expect(placeFor({ ...remembered, x: 2500 }, [screen])).toEqual({ ...remembered, x: null, y: null });
});

test.each([null, 'x', {}, { ...remembered, width: Number.NaN }, { ...remembered, maximized: 1 }])(
  'opens as usual when what was remembered is %j',
  (broken) => {
    expect(placeFor(broken, [screen])).toEqual(usualPlace);
  },
);

test('is never larger than the screen nor smaller than the page', () => {
  const small = { x: 0, y: 0, width: 1280, height: 720 };
  expect(placeFor(null, [small])).toMatchObject({ width: 1280, height: 720 });
  expect(placeFor({ ...remembered, width: 10, height: 10 }, [screen])).toMatchObject(leastSize);
});
