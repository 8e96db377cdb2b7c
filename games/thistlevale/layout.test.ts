import { expect, test } from 'vitest';
import { PlayedGame } from './testing/played-game.ts';
import { playChapter } from './testing/reference-walk.ts';
import { checkLayouts } from './tools/layout-check.js';

test('every one of the 65,536 seeds leads to the gate, and none has a trap', { timeout: 120_000 }, () => {
  expect(checkLayouts()).toEqual({ ok: true, output: '65536 seeds can be finished' });
});

test.each([0, 7, 61, 4711, 65_535])('the chapter can be played to its end with seed %i', (seed) => {
  const game = new PlayedGame(seed);
  try {
    game.begin();
    playChapter(game);
    expect(game.number('wMilestones')).toBe(0b111_1111);
    expect(game.frames).toBeLessThan(5000);
    game.wait(300);
    expect(game.mode()).toBe('ending');
    game.press('start', 80);
    expect(game.mode()).toBe('title');
  } finally {
    game.close();
  }
});
