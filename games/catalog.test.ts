import { expect, test } from 'vitest';
import { guideSchema } from '../protocol/guide.ts';
import { gameSchema } from '../protocol/sessions.ts';
import { listGames, loadGame } from './catalog.ts';

test('the catalogue lists the game that ships', () => {
  const games = listGames();
  expect(games.map(({ id }) => id)).toContain('thistlevale');
  for (const game of games) expect(gameSchema.parse(game)).toEqual(game);
});

test('every game loads, its guide is valid, and its scenarios use goals of the guide and known variables', () => {
  for (const { id } of listGames()) {
    const game = loadGame(id);
    expect(guideSchema.parse(game.guide)).toEqual(game.guide);
    expect(game.scenarios.map(({ name }) => name)).toContain('gate');
  }
});

test('the seed is written low byte first, with the word that says it is meant', () => {
  const game = loadGame('thistlevale');
  expect(game.setupFor(0x1234)).toEqual([
    { address: 0xc000, bytes: Uint8Array.of(0x34, 0x12) },
    { address: 0xc002, bytes: Uint8Array.of(0xed, 0x5e) },
  ]);
});

test('unknown games and variables are refused with what is known', () => {
  expect(() => loadGame('meadowbrook')).toThrow('There is no game called "meadowbrook".');
  expect(() => loadGame('thistlevale').variable('wUmbrella')).toThrow('has no variable "wUmbrella"');
});
