import { afterEach, beforeEach, expect, test } from 'vitest';
import { screenModes } from '../../protocol/words.ts';
import { awaitMenu, choose, menu, monsterAt, patchMonster } from './testing/battle-hand.ts';
import { data } from './testing/battle-model.ts';
import { PlayedGame } from './testing/played-game.ts';
import { ask } from './testing/story-walk.ts';
import { itemNumber, speciesNumber } from './testing/world.ts';

let game: PlayedGame;
const open = (options: Record<string, string> = {}): void => {
  game = new PlayedGame(7, options);
  game.begin();
};
beforeEach(() => open());
afterEach(() => game.close());

const give = (species: string, level: number): void => ask(game, 'monster', speciesNumber(species), level);
const item = (id: string, count: number): void => ask(game, 'item', itemNumber(id), count);
const kind = (): number => game.number('wMenuKind');
const bag = (): [number, number][] => {
  const bytes = game.bytes('wBagItems');
  return Array.from({ length: game.number('wNumBagItems') }, (_, i) => [bytes[i * 2]!, bytes[i * 2 + 1]!]);
};
const setMoney = (n: number): void =>
  game.host.writeMemory(game.game.variable('wMoney').address, Uint8Array.of(n & 255, n >> 8));
/** Opens the start menu and takes an entry of it: party, bag, save, option, exit. */
const openEntry = (entry: number): void => {
  game.press('start', 8);
  expect(kind()).toBe(menu.start);
  choose(game, entry);
  game.wait(20);
};
const backOut = (): void => {
  for (let press = 0; press < 8 && game.mode() !== 'overworld'; press++) game.press('b', 12);
  expect([game.mode(), kind()]).toEqual(['overworld', menu.none]);
};
const status = 16;

test('without a monster the start menu is the first chapter’s; B leaves every menu', () => {
  game.press('start', 8);
  expect([kind(), game.number('wListCount')]).toEqual([menu.start, 3]);
  backOut();
  give('burrkin', 7);
  give('downlet', 6);
  item('balm', 2);
  for (const [entry, opened] of [
    [0, menu.party],
    [1, menu.bag],
    [3, menu.options],
  ] as const) {
    openEntry(entry);
    expect(kind()).toBe(opened);
    game.press('a', 12);
    backOut();
  }
});

test('the party changes its order, and summaries show each member', () => {
  give('burrkin', 7);
  give('downlet', 6);
  openEntry(0);
  expect(game.mode()).toBe('menu');
  choose(game, 0);
  awaitMenu(game, menu.partyAction);
  choose(game, 1);
  awaitMenu(game, menu.summary);
  game.wait(20);
  game.press('down', 20);
  expect([kind(), game.number('wCurrentMenuItem')]).toEqual([menu.summary, 1]);
  game.press('b', 20);
  choose(game, 0);
  awaitMenu(game, menu.partyAction);
  choose(game, 0);
  awaitMenu(game, menu.party);
  choose(game, 1);
  game.wait(20);
  expect([0, 1].map((n) => monsterAt(game, 'wPartyMons', n).species)).toEqual(
    ['downlet', 'burrkin'].map(speciesNumber),
  );
  backOut();
});

test('a cure is used on a member and used up; what would do nothing is kept', () => {
  give('burrkin', 7);
  item('dock-leaf', 2);
  patchMonster(game, 'wPartyMons', 0, status, 2);
  const use = (): void => {
    awaitMenu(game, menu.bag);
    choose(game, 0);
    awaitMenu(game, menu.bagAction);
    choose(game, 0);
    awaitMenu(game, menu.party);
    choose(game, 0);
  };
  openEntry(1);
  use();
  use();
  awaitMenu(game, menu.bag);
  expect(monsterAt(game, 'wPartyMons').status).toBe(0);
  expect(bag()).toEqual([[itemNumber('dock-leaf'), 1]]);
  choose(game, 0);
  awaitMenu(game, menu.bagAction);
  choose(game, 1);
  awaitMenu(game, menu.quantity);
  game.press('a', 6);
  awaitMenu(game, menu.yesNo);
  choose(game, 0);
  awaitMenu(game, menu.bag);
  expect(bag()).toEqual([]);
  backOut();
});

test('shops sell as many as asked for and the purse allows, and buy for half', () => {
  setMoney(1000);
  ask(game, 'shop', 0);
  const { price } = data.items[data.shops[0]!.items[0]!]!;
  awaitMenu(game, menu.shop);
  choose(game, 0);
  awaitMenu(game, menu.shopBuy);
  choose(game, 0);
  awaitMenu(game, menu.quantity);
  expect(game.number('wListCount')).toBe(Math.floor(1000 / price));
  game.press('up', 4);
  expect(game.number('wCurrentMenuItem')).toBe(2);
  game.press('a', 6);
  awaitMenu(game, menu.yesNo);
  choose(game, 0);
  awaitMenu(game, menu.shopBuy);
  expect([game.number('wMoney'), bag()]).toEqual([1000 - 2 * price, [[data.shops[0]!.items[0]!, 2]]]);
  game.press('b', 12);
  awaitMenu(game, menu.shop);
  choose(game, 1);
  awaitMenu(game, menu.shopSell);
  choose(game, 0);
  awaitMenu(game, menu.quantity);
  game.press('a', 6);
  awaitMenu(game, menu.yesNo);
  choose(game, 0);
  awaitMenu(game, menu.shopSell);
  expect(game.number('wMoney')).toBe(1000 - 2 * price + price / 2);
  game.press('b', 12);
  backOut();
});

test('a seventh monster waits in the box and can be taken when there is room', () => {
  for (const species of ['burrkin', 'downlet', 'haymote', 'cobblet', 'duskit', 'sedgefin', 'mistern'])
    give(species, 6);
  expect([game.number('wPartyCount'), game.bytes('sBox')[0]]).toEqual([6, 1]);
  ask(game, 'box');
  awaitMenu(game, menu.boxAction);
  choose(game, 1);
  awaitMenu(game, menu.party);
  choose(game, 2);
  awaitMenu(game, menu.boxAction);
  expect([game.number('wPartyCount'), game.bytes('sBox')[0]]).toEqual([5, 2]);
  choose(game, 0);
  awaitMenu(game, menu.box);
  choose(game, 0);
  awaitMenu(game, menu.box);
  expect(monsterAt(game, 'wPartyMons', 5).species).toBe(speciesNumber('mistern'));
  game.press('b', 12);
  backOut();
});

test('options change the picture at once and are saved with the party and the box', () => {
  for (let n = 0; n < 7; n++) give('burrkin', 5 + n);
  openEntry(3);
  const seen = new Set([game.host.frameHash()]);
  for (const option of [1, 2]) {
    while (game.number('wCurrentMenuItem') < option) game.press('down', 6);
    for (let value = 0; value < option; value++) {
      game.press('right', 10);
      seen.add(game.host.frameHash());
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(4);
  expect([game.number('wFrameStyle'), game.number('wPaletteStyle')]).toEqual([1, 2]);
  backOut();
  openEntry(2);
  game.dismiss();
  const battery = game.batteryRam();
  const party = [...game.bytes('wPartyMons')];
  game.close();
  game = new PlayedGame(99);
  game.insertBatteryRam(battery);
  game.wait(120);
  game.press('start', 20);
  game.press('a', 10);
  game.until('the map', () => game.mode() === 'overworld');
  expect([...game.bytes('wPartyMons')]).toEqual(party);
  expect([game.bytes('sBox')[0], game.number('wFrameStyle'), game.number('wPaletteStyle')]).toEqual([
    1, 1, 2,
  ]);
});

test('the player may take a name', () => {
  openEntry(1);
  while (game.number('wCurrentMenuItem') < 3) game.press('down', 6);
  game.press('a', 6);
  awaitMenu(game, menu.naming);
  game.wait(8);
  for (const button of ['down', 'a', 'right', 'a', 'a', 'b', 'start', 'a'] as const) game.press(button, 8);
  awaitMenu(game, menu.start);
  const name = String.fromCharCode(...game.bytes('wPlayerName'));
  expect(name.slice(0, name.indexOf('\0'))).toBe('JK');
  backOut();
});

test('a grey machine shows battles and menus too', () => {
  game.close();
  open({ mgba_gb_model: 'Game Boy' });
  give('burrkin', 9);
  openEntry(0);
  const inMenu = game.host.frameHash();
  backOut();
  ask(game, 'wild', speciesNumber('downlet'), 4);
  awaitMenu(game, menu.battle);
  expect(screenModes[game.number('wScreenMode')]).toBe('battle');
  expect(game.host.frameHash()).not.toBe(inMenu);
});
