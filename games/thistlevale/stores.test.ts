import { expect, test } from 'vitest';
import { droppedStores } from './tools/dropped-stores.js';

test('the compiler keeps every store to a variable of the game', { timeout: 120_000 }, () => {
  expect(droppedStores()).toEqual([]);
});
