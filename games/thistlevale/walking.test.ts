import { afterEach, beforeEach, expect, test } from 'vitest';
import { classNumber, maps, PlayedGame } from './testing/played-game.ts';
import { leaveHouse, walkTo, walkToLane } from './testing/reference-walk.ts';

let game: PlayedGame;
beforeEach(() => {
  game = new PlayedGame(7);
  game.begin();
});
afterEach(() => game.close());

test('a step takes 16 frames, and steps follow each other without a pause', () => {
  leaveHouse(game);
  walkTo(game, 3, 6);
  game.hold(['right'], 16);
  expect([...game.position(), game.number('wWalkCounter')]).toEqual([4, 6, 0]);
  game.hold(['right'], 32);
  expect([...game.position(), game.number('wWalkCounter')]).toEqual([6, 6, 0]);
});

test('walls stop the player and count as bumps', () => {
  walkTo(game, 2, 2);
  const bumps = game.number('wBumpCount');
  game.hold(['up'], 40);
  expect(game.position()).toEqual([2, 2]);
  expect(game.number('wBumpCount')).toBeGreaterThan(bumps);
  expect(game.number('wPlayerDir')).toBe(1);
});

test('doors, stairs and mats lead where they should, and milestones keep account', () => {
  const milestones = () => game.number('wMilestones');
  walkTo(game, 7, 1);
  expect([game.number('wCurMap'), milestones()]).toEqual([maps.home, 0b1]);
  walkTo(game, 3, 7);
  expect([game.number('wCurMap'), milestones()]).toEqual([maps.town, 0b11]);
  for (const [door, map] of [
    [[14, 4], maps.study],
    [[3, 11], maps.weaver],
    [[14, 15], maps.mill],
  ] as const) {
    walkTo(game, door[0], door[1]);
    expect(game.number('wCurMap')).toBe(map);
    expect(milestones() & 0b1000).toBe(0b1000);
    walkTo(game, 3, 7);
    expect(game.number('wCurMap')).toBe(maps.town);
    expect(milestones() & 0b10000).toBe(0b10000);
  }
});

test('the lane joins the town without a fade, in both directions', () => {
  leaveHouse(game);
  walkTo(game, 9, 0);
  const modes = new Set<string>();
  for (let frame = 0; frame < 40; frame++) {
    game.hold(['up'], 1);
    modes.add(game.mode());
  }
  expect(game.number('wCurMap')).toBe(maps.lane);
  for (let frame = 0; frame < 80; frame++) {
    game.hold(['down'], 1);
    modes.add(game.mode());
  }
  expect(game.number('wCurMap')).toBe(maps.town);
  expect([...modes]).toEqual(['overworld']);
});

test('ledges are hopped down, two blocks at once, and never up', () => {
  leaveHouse(game);
  walkToLane(game);
  const row = 27;
  const ledge = classNumber('ledge');
  let column = 2;
  while (
    game.classAt(column, row) !== ledge ||
    game.classAt(column, row - 1) !== classNumber('floor') ||
    game.classAt(column, row + 1) !== classNumber('floor')
  )
    column++;
  walkTo(game, column, row + 1);
  game.hold(['up'], 40);
  expect(game.position()).toEqual([column, row + 1]);
  walkTo(game, column, row - 1);
  game.hold(['down'], 2);
  game.until('the hop', () => game.number('wWalkCounter') === 0);
  expect(game.position()).toEqual([column, row + 1]);
});

test('people move about in town but never onto the player or each other', () => {
  leaveHouse(game);
  const seen = new Set<string>();
  for (let frame = 0; frame < 1500; frame += 10) {
    game.wait(10);
    const count = game.number('wNumPersons');
    const places = [...game.bytes('wPersonX').subarray(0, count)].map(
      (x, i) => `${x},${game.bytes('wPersonY')[i]}`,
    );
    expect(new Set([...places, game.position().join()]).size).toBe(count + 1);
    seen.add(places.join(' '));
  }
  expect(seen.size).toBeGreaterThan(3);
});
