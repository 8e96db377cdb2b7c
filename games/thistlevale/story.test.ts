import { afterEach, expect, test } from 'vitest';
import { PlayedGame } from './testing/played-game.ts';
import { passGate, playChapter } from './testing/reference-walk.ts';
import {
  ask,
  go,
  goOver,
  hasFlag,
  playToBadge,
  playToCredits,
  playToHermit,
  playToTown2,
  pressAt,
  settle,
  strengthen,
  talkTo,
  warpTo,
} from './testing/story-walk.ts';
import { flagNumber, itemNumber, mapNumber, speciesNumber, world } from './testing/world.ts';

let game: PlayedGame;
const open = (seed: number): PlayedGame => {
  game = new PlayedGame(seed);
  return game;
};
afterEach(() => game.close());

const place = () => world.maps[game.number('wCurMap')]?.name;
const count = (item: string): number => {
  const bag = game.bytes('wBagItems');
  const slots = Array.from({ length: game.number('wNumBagItems') }, (_, i) => [bag[i * 2]!, bag[i * 2 + 1]!]);
  return slots.find(([number]) => number === itemNumber(item))?.[1] ?? 0;
};
const setFlag = (name: string): void => {
  const bit = flagNumber(name);
  const flags = game.bytes('wEventFlags');
  flags[bit >> 3]! |= 1 << (bit & 7);
  game.host.writeMemory(game.game.variable('wEventFlags').address, flags);
};

test('the story can be played from the bed to the credits, and every flag of it is set', {
  timeout: 60_000,
}, () => {
  open(7).begin();
  playChapter(game);
  passGate(game);
  expect(place()).toBe('gatehouse');
  playToTown2(game);
  expect(place()).toBe('fennbrook');
  playToHermit(game);
  expect(count('lamp')).toBe(1);
  playToBadge(game);
  expect(count('iron-key')).toBe(1);
  playToCredits(game);
  expect(game.mode()).toBe('ending');
  const story = world.flags.slice(0, 25).map(({ name }) => name);
  expect(story.filter((name) => !hasFlag(game, name))).toEqual([]);
  game.wait(900);
  game.press('start', 120);
  expect(game.mode()).toBe('title');
});

test('nobody leaves the gate house alone; the first monster opens the way', () => {
  open(3).begin();
  warpTo(game, 'gatehouse', 4, 4);
  expect(() => go(game, 4, 0, 400)).toThrow('was not reached');
  pressAt(game, 5, 3);
  settle(game);
  expect([game.number('wPartyCount'), hasFlag(game, 'got-starter')]).toEqual([1, true]);
  go(game, 4, 0);
  expect(place()).toBe('reed-road');
});

test('the rival stops whoever passes, fights, and is gone', () => {
  open(3).begin();
  strengthen(game);
  setFlag('got-starter');
  warpTo(game, 'reed-road', 9, 30);
  go(game, 9, 27);
  expect(hasFlag(game, 'beat-rival-1')).toBe(true);
  expect(game.bytes('wPersonX')[0]).toBe(200);
});

test('a trainer who sees the player walks up and fights once', () => {
  open(3).begin();
  strengthen(game);
  warpTo(game, 'gym', 4, 9);
  settle(game);
  go(game, 4, 7);
  expect(hasFlag(game, 'beat shepherd-gale')).toBe(true);
  const [x, y] = [game.bytes('wPersonX')[1]!, game.bytes('wPersonY')[1]!];
  // He is back where he stood: nobody stays in a gap that he walked into.
  expect([x, y]).toEqual([1, 9]);
  pressAt(game, x, y);
  expect(game.mode()).toBe('dialog');
  settle(game);
  expect(game.number('wBattleType')).toBe(0);
});

test('the herbalist takes no less than she asked for', () => {
  open(11).begin();
  ask(game, 'monster', speciesNumber('burrkin'), 5);
  warpTo(game, 'herb-house', 3, 6);
  talkTo(game, 'errand');
  settle(game);
  const wanted = game.number('wErrandCount');
  ask(game, 'item', game.number('wErrandItem'), wanted - 1);
  talkTo(game, 'errand');
  settle(game);
  expect(hasFlag(game, 'did-errand')).toBe(false);
  ask(game, 'item', game.number('wErrandItem'), 1);
  talkTo(game, 'errand');
  settle(game);
  expect(hasFlag(game, 'did-errand')).toBe(true);
  expect(count(world.items[game.number('wErrandItem')]!.id)).toBe(0);
});

test.each([
  ['up', 6, 0],
  ['left', 0, 5],
  ['right', 13, 5],
])('of three paths only the one that the sign names leads on: %s', (_name, x, y) => {
  open(21).begin();
  warpTo(game, 'glade', 6, 8);
  const right = { 1: 6, 2: 0, 3: 13 }[game.number('wErrandDirection')];
  go(game, x, y);
  expect(place()).toBe(x === right ? 'hut' : 'forest');
});

test('the doorkeeper knows the right word from the wrong ones', () => {
  open(5).begin();
  for (let choice = 0; choice < 4; choice++) {
    warpTo(game, 'fennbrook', 18, 16);
    const right = choice === game.number('wPasswordPlace');
    talkTo(game, 'doorkeeper');
    while (game.number('wScreenMode') !== 4) game.press('a', 6);
    for (let n = choice; n > 0; n--) game.press('down', 6);
    game.press('a', 6);
    settle(game);
    expect(hasFlag(game, 'gave-password')).toBe(right);
    if (right) return;
  }
});

test('the door in the rock needs its key, the dark its lamp', () => {
  open(5).begin();
  warpTo(game, 'scree-climb', 9, 4);
  pressAt(game, 9, 2);
  settle(game);
  expect(hasFlag(game, 'opened-door')).toBe(false);
  ask(game, 'item', itemNumber('iron-key'), 1);
  pressAt(game, 9, 2);
  settle(game);
  go(game, 9, 2);
  expect([place(), count('iron-key')]).toEqual(['cave', 0]);
  warpTo(game, 'cave', 20, 1);
  game.hold(['up'], 20);
  settle(game);
  expect([place(), hasFlag(game, 'reached-deep')]).toEqual(['cave', false]);
  ask(game, 'item', itemNumber('lamp'), 1);
  warpTo(game, 'cave', 20, 1);
  game.hold(['up'], 20);
  settle(game);
  expect([place(), hasFlag(game, 'reached-deep')]).toEqual(['deep', true]);
});

test('maps join on every side without a fade, and other people are drawn', () => {
  open(5).begin();
  setFlag('did-errand');
  warpTo(game, 'fennbrook', 20, 15);
  const modes = new Set<string>();
  for (let frame = 0; frame < 120; frame++) {
    game.hold(['right'], 1);
    modes.add(game.mode());
  }
  expect([place(), [...modes]]).toEqual(['marl-path', ['overworld']]);
  goOver(game, 'west', 12);
  expect([place(), game.position()]).toEqual(['fennbrook', [23, 15]]);
});

test('who has lost all monsters wakes in the last place of rest, with half the money', () => {
  open(5).begin();
  ask(game, 'monster', speciesNumber('burrkin'), 2);
  warpTo(game, 'rest-house', 4, 3);
  talkTo(game, 'heal');
  settle(game);
  game.host.writeMemory(game.game.variable('wMoney').address, Uint8Array.of(100, 0));
  ask(game, 'trainer', 1);
  settle(game);
  expect([place(), game.number('wMoney')]).toEqual(['rest-house', 50]);
  const mon = game.bytes('wPartyMons');
  expect(mon[4]).toBe(mon[6]);
});

test('generated mazes differ from seed to seed and are the same for the same one', () => {
  const layouts = [1, 2, 1].map((seed) => {
    open(seed).begin();
    warpTo(game, 'forest', 13, 26);
    const blocks = game.bytes('wOverworldMap').join();
    game.close();
    return blocks;
  });
  open(1);
  expect(layouts[0]).toBe(layouts[2]);
  expect(layouts[0]).not.toBe(layouts[1]);
});

test('a maze is there within two seconds', () => {
  open(9).begin();
  for (const [map, x, y] of [
    ['forest', 13, 26],
    ['cave', 13, 22],
    ['deep', 10, 16],
  ] as const) {
    const begin = game.frames;
    ask(game, 'warp', mapNumber(map), x, y, 1);
    game.until(
      'the map',
      () => game.number('wCurMap') === mapNumber(map) && game.mode() === 'overworld',
      [],
      300,
    );
    expect(game.frames - begin).toBeLessThan(120);
  }
});
