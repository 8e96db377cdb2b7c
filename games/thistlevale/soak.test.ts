import { expect, test } from 'vitest';
import { soak } from './testing/soak.ts';

test('random buttons in battles, menus and places neither crash nor hang the game', {
  timeout: 60_000,
}, () => {
  const { frames, battles, stackFree } = soak(5, 15_000);
  expect(frames).toBeGreaterThanOrEqual(15_000);
  expect(battles).toBeGreaterThan(0);
  expect(stackFree).toBeGreaterThan(100);
});
