import { afterEach, expect, test } from 'vitest';
import { maps, PlayedGame } from './testing/played-game.ts';
import { leaveHouse, readTownSign } from './testing/reference-walk.ts';

const games: PlayedGame[] = [];
const open = (seed: number): PlayedGame => {
  const game = new PlayedGame(seed);
  games.push(game);
  return game;
};
const closeAll = (): void => {
  for (const game of games.splice(0)) game.close();
};
afterEach(closeAll);

/** Saves in front of the town sign; returns the battery RAM and the state. */
const playAndSave = () => {
  const game = open(7);
  game.begin();
  leaveHouse(game);
  readTownSign(game);
  game.press('start', 10);
  game.press('a', 20);
  game.dismiss();
  const state = ['wCurMap', 'wPlayerX', 'wPlayerY', 'wSeed', 'wMilestones', 'wStepCount'];
  const saved = { battery: game.batteryRam(), state, values: state.map((name) => game.number(name)) };
  closeAll();
  return saved;
};

test('a save survives power-off, and CONTINUE goes on from it', () => {
  const { battery, state, values } = playAndSave();
  const game = open(1234);
  game.insertBatteryRam(battery);
  game.wait(120);
  game.press('start', 20);
  expect(game.mode()).toBe('title');
  game.press('a', 10);
  game.until('the map', () => game.mode() === 'overworld');
  expect(state.map((name) => game.number(name))).toEqual(values);
  expect(game.number('wCurMap')).toBe(maps.town);
});

test('NEW GAME beside a save begins anew with the seed that the host wrote', () => {
  const { battery } = playAndSave();
  const game = open(1234);
  game.insertBatteryRam(battery);
  game.wait(120);
  game.press('start', 20);
  game.press('down');
  game.press('a', 20);
  game.dismiss();
  expect([game.number('wCurMap'), game.number('wSeed'), game.number('wMilestones')]).toEqual([0, 1234, 0]);
});

test.each([
  ['damaged', 40],
  ['of another version of the game', 2],
])('a save that is %s is refused with a word, and a new game begins', (_what, byte) => {
  const { battery } = playAndSave();
  battery[byte]! ^= 1;
  const game = open(1234);
  game.insertBatteryRam(battery);
  game.wait(120);
  game.press('start', 60);
  expect([game.mode(), game.number('wCurMap')]).toEqual(['dialog', 0]);
  game.dismiss();
  expect([game.number('wCurMap'), game.number('wSeed')]).toEqual([maps.bedroom, 1234]);
});
