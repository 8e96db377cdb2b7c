import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between } from './rectangle.ts';

test('whatever two points are drawn, the rectangle covers whole pixels inside the picture', () => {
  const point = fc.record({
    x: fc.double({ min: -500, max: 500, noNaN: true }),
    y: fc.double({ min: -500, max: 500, noNaN: true }),
  });
  fc.assert(
    fc.property(
      point,
      point,
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 300 }),
      (a, b, width, height) => {
        const box = between(a, b, { width, height });
        for (const value of Object.values(box)) expect(Number.isInteger(value)).toBe(true);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.width).toBeGreaterThanOrEqual(1);
        expect(box.height).toBeGreaterThanOrEqual(1);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      },
    ),
  );
});

test('it holds every pixel that the drawn one touches', () => {
  expect(between({ x: 3.5, y: 9.9 }, { x: 1.2, y: 4 }, { width: 10, height: 10 })).toEqual({
    x: 1,
    y: 4,
    width: 3,
    height: 6,
  });
});
