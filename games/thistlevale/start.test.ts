import { afterEach, expect, test } from 'vitest';
import { maps, PlayedGame } from './testing/played-game.ts';
import { leaveHouse } from './testing/reference-walk.ts';

let game: PlayedGame;
const open = (...of: ConstructorParameters<typeof PlayedGame>): PlayedGame => {
  game = new PlayedGame(...of);
  return game;
};
afterEach(() => game.close());

test('boots to the title and stays there', () => {
  open(1).wait(120);
  expect(game.mode()).toBe('title');
  game.wait(600);
  expect(game.mode()).toBe('title');
});

test.each(['start', 'a'] as const)(
  '%s on the title leads through the introduction to the bedroom',
  (button) => {
    open(1).wait(120);
    game.press(button, 60);
    expect(game.mode()).toBe('dialog');
    game.dismiss();
    expect(game.number('wCurMap')).toBe(maps.bedroom);
    expect(game.number('wMilestones')).toBe(0);
  },
);

test('the seed that a host writes is the seed that is played', () => {
  open(0xbeef).begin();
  expect(game.number('wSeed')).toBe(0xbeef);
});

test('without a seed from a host, the moment of START decides', () => {
  const seeds = [0, 7].map((delay) => {
    open(null).wait(120 + delay);
    game.press('start', 20);
    game.dismiss();
    const seed = game.number('wSeed');
    game.close();
    return seed;
  });
  open(1);
  expect(seeds[0]).not.toBe(seeds[1]);
});

test('the same seed and the same buttons give the same memory and the same picture', () => {
  const play = (seed: number) => {
    open(seed).begin();
    leaveHouse(game);
    game.hold(['right'], 100);
    game.hold(['up'], 77);
    const end = { ram: game.workRam(), picture: game.host.frameHash() };
    game.close();
    return end;
  };
  const [first, again, other] = [play(99), play(99), play(100)];
  open(1);
  expect(again).toEqual(first);
  expect(other.ram).not.toEqual(first.ram);
});

test('seeds change the place of the bed-side start and the lane', () => {
  const starts = new Set<string>();
  for (let seed = 0; seed < 12; seed++) {
    open(seed).begin();
    starts.add(game.position().join());
    game.close();
  }
  open(1);
  expect(starts.size).toBeGreaterThan(3);
});

test('plays in greys on the first Game Boy', () => {
  open(5, { mgba_gb_model: 'Game Boy' }).begin();
  expect(game.mode()).toBe('overworld');
  const { pixels } = game.host.picture()!;
  const colours = new Set(new Uint16Array(pixels.buffer, pixels.byteOffset, pixels.length / 2));
  expect(colours.size).toBeLessThanOrEqual(4);
});
