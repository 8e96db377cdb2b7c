import { expect, test } from 'vitest';
import { nextInDirection } from './move-focus.ts';

/** Two rows of three, the last place empty. */
const places = [0, 1, 2, 3, 4].map((i) => ({
  left: (i % 3) * 110,
  top: Math.floor(i / 3) * 150,
  width: 100,
  height: 140,
}));
const go = (from: number, key: string) => nextInDirection(places, from, key);

test('arrows go to the neighbour on the screen', () => {
  expect([go(0, 'ArrowRight'), go(0, 'ArrowDown'), go(4, 'ArrowUp'), go(4, 'ArrowLeft')]).toEqual([
    1, 3, 1, 3,
  ]);
});
test('at the edge they go nowhere, and down into a shorter row to its end', () => {
  expect([go(0, 'ArrowLeft'), go(0, 'ArrowUp'), go(2, 'ArrowRight'), go(2, 'ArrowDown')]).toEqual([
    null,
    null,
    null,
    4,
  ]);
});
test('other keys go nowhere', () => expect(go(0, 'Enter')).toBeNull());
