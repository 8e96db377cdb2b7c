import { expect, test } from 'vitest';
import { maps, PlayedGame } from './testing/played-game.ts';
import { playChapter } from './testing/reference-walk.ts';
import { checkLayouts } from './tools/layout-check.js';

test('with every one of the 65,536 seeds all can be reached, guards hold, and no map has a trap', {
  timeout: 120_000,
}, () => {
  expect(checkLayouts()).toEqual({ ok: true, output: '65536 seeds can be finished' });
});

test.each([0, 7, 61, 4711, 65_535])(
  'the first chapter can be played to its card with seed %i, and goes on',
  (seed) => {
    const game = new PlayedGame(seed);
    try {
      game.begin();
      playChapter(game);
      expect(game.number('wMilestones')).toBe(0b111_1111);
      expect(game.frames).toBeLessThan(5000);
      game.wait(300);
      expect(game.mode()).toBe('ending');
      game.press('start', 80);
      expect([game.mode(), game.number('wCurMap')]).toEqual(['overworld', maps.gatehouse]);
    } finally {
      game.close();
    }
  },
);
