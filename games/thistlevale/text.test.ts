import { afterEach, beforeEach, expect, test } from 'vitest';
import { PlayedGame } from './testing/played-game.ts';
import { leaveHouse, readTownSign, walkTo } from './testing/reference-walk.ts';
import { encodeText, wrap } from './tools/text.js';

let game: PlayedGame;
beforeEach(() => {
  game = new PlayedGame(7);
  game.begin();
});
afterEach(() => game.close());

const townSignRead = 0b100;

test('reading the sign in town shows text, covers the lower rows and sets its milestone', () => {
  leaveHouse(game);
  walkTo(game, 7, 5);
  game.hold(['up'], 4);
  game.wait(4);
  game.press('a', 20);
  const { mode, cells } = game.labels();
  expect(mode).toBe('dialog');
  expect(game.number('wTextActive')).toBe(1);
  expect([...cells.subarray(60)].every((cell) => cell === 10)).toBe(true);
  expect([...cells.subarray(0, 60)].includes(10)).toBe(false);
  game.dismiss();
  expect(game.number('wMilestones') & townSignRead).toBe(townSignRead);
});

test('people turn to the player and talk; B goes on like A', () => {
  walkTo(game, 7, 1);
  const [x, y] = [game.bytes('wPersonX')[0]!, game.bytes('wPersonY')[0]!];
  walkTo(game, x, y + 1);
  game.hold(['up'], 4);
  game.wait(4);
  game.press('a', 10);
  expect(game.mode()).toBe('dialog');
  expect(game.bytes('wPersonDir')[0]).toBe(0);
  for (let page = 0; page < 40 && game.mode() === 'dialog'; page++) game.press('b', 10);
  expect(game.mode()).toBe('overworld');
});

test('the start menu opens, covers the right half, and B closes it', () => {
  game.press('start', 10);
  const { mode, cells } = game.labels();
  expect(mode).toBe('menu');
  expect([...cells].filter((cell) => cell === 10).length).toBe(45);
  game.press('b', 10);
  expect(game.mode()).toBe('overworld');
});

test('the option changes how fast letters come', () => {
  game.press('start', 10);
  game.press('down');
  game.press('a');
  game.press('left');
  expect(game.number('wTextSpeed')).toBe(1);
  game.press('b', 10);
  game.press('b', 10);
  leaveHouse(game);
  readTownSign(game);
  expect(game.mode()).toBe('overworld');
});

test('the build wraps texts to two lines of 17 letters a page', () => {
  expect(wrap('Far down a quiet valley, thistles grow', 'test')).toEqual([
    ['Far down a quiet', 'valley, thistles'],
    ['grow'],
  ]);
  expect(() => wrap('unbelievably-long-words', 'test')).toThrow('longer than a line of 17');
  expect(() => encodeText('naïve', 'test')).toThrow('"ï", which the font lacks');
});
