import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  awaitMenu,
  battleEntry,
  choose,
  chooseInBattle,
  damageRange,
  fightBattle,
  menu,
  monsterAt,
  patchMonster,
  playMove,
  result,
} from './testing/battle-hand.ts';
import { data, experienceAt, experienceYield } from './testing/battle-model.ts';
import { PlayedGame } from './testing/played-game.ts';
import { ask, settle } from './testing/story-walk.ts';
import { itemNumber, moveNumber, speciesNumber } from './testing/world.ts';

let game: PlayedGame;
const open = (seed: number): void => {
  game = new PlayedGame(seed);
  game.begin();
  game.host.writeMemory(game.game.variable('wTextSpeed').address, Uint8Array.of(1));
};
beforeEach(() => open(7));
afterEach(() => game.close());

const give = (species: string, level: number): void => ask(game, 'monster', speciesNumber(species), level);
const wild = (species: string, level: number): void => {
  ask(game, 'wild', speciesNumber(species), level);
  awaitMenu(game, menu.battle);
};
/** Offsets of struct monster. */
const at = { experience: 2, hp: 4, status: 16, moves: 18 };
const word = (value: number): [number, number] => [value & 255, value >> 8];
const party = (n = 0) => monsterAt(game, 'wPartyMons', n);

test('a wild battle shows itself in memory, costs PP and HP, and a victory brings what the formula says', () => {
  give('pyrelynx', 20);
  const before = party();
  wild('haymote', 6);
  expect([game.number('wBattleType'), game.mode()]).toEqual([1, 'battle']);
  expect(monsterAt(game, 'wEnemyMon')).toMatchObject({ species: speciesNumber('haymote'), level: 6 });
  playMove(game, 0);
  awaitMenu(game, menu.battle);
  expect(game.number('wBattleType')).toBe(0);
  expect(game.number('wLastBattleResult')).toBe(result.won);
  expect(party().pp[0]).toBe(before.pp[0]! - 1);
  const gained = experienceYield(data.species[speciesNumber('haymote')]!.yield, 6, 1, 0);
  expect(party().experience).toBe(before.experience + gained);
  game.until('the map', () => game.mode() === 'overworld');
});

test('blows on the cartridge take what the model says', () => {
  give('gustrel', 18);
  let seen = 0;
  for (const foe of ['cairnback', 'bristlock', 'gloamoth', 'weirotter']) {
    ask(game, 'heal');
    wild(foe, 20);
    for (let blow = 0; blow < 3; blow++) {
      const [user, target] = [monsterAt(game, 'wBattleMon'), monsterAt(game, 'wEnemyMon')];
      const slot = user.moves.indexOf(moveNumber('wingbeat'));
      const own = game.bytes('wBattleMon').subarray(40, 45);
      const other = game.bytes('wEnemyMon').subarray(40, 45);
      playMove(game, slot);
      if (!awaitMenu(game, menu.battle)) break;
      const now = monsterAt(game, 'wEnemyMon');
      const changed = [...own, ...other].some((stage) => stage !== 7) || now.hp > target.hp;
      const stages = [
        ...game.bytes('wBattleMon').subarray(40, 45),
        ...game.bytes('wEnemyMon').subarray(40, 45),
      ];
      if (changed || stages.some((stage) => stage !== 7) || user.status || now.status) break;
      const taken = target.hp - now.hp;
      if (taken === 0) continue;
      const [least, most] = damageRange(user, target, moveNumber('wingbeat'));
      const [luckyLeast, luckyMost] = damageRange(user, target, moveNumber('wingbeat'), true);
      const fits = (taken >= least && taken <= most) || (taken >= luckyLeast && taken <= luckyMost);
      expect([foe, taken, fits]).toEqual([foe, taken, true]);
      seen++;
    }
    if (game.number('wBattleType')) fightBattle(game);
    settle(game);
  }
  expect(seen).toBeGreaterThan(3);
});

test('who is faster gets away; from trainers nobody runs, and they pay', () => {
  give('gustrel', 30);
  wild('cobblet', 5);
  chooseInBattle(game, battleEntry.run);
  awaitMenu(game, menu.battle);
  expect(game.number('wLastBattleResult')).toBe(result.fled);
  game.until('the map', () => game.mode() === 'overworld');
  ask(game, 'item', itemNumber('wicker-orb'), 2);
  const money = game.number('wMoney');
  ask(game, 'trainer', 0);
  awaitMenu(game, menu.battle);
  expect(game.number('wBattleType')).toBe(2);
  chooseInBattle(game, battleEntry.run);
  expect(awaitMenu(game, menu.battle)).toBe(true);
  expect(fightBattle(game)).toBe(result.won);
  const { class: kind, party: members } = data.trainers[0]!;
  expect(game.number('wMoney') - money).toBe(data.classes[kind]!.prize * members.at(-1)!.level);
});

test('an orb holds a weak sleeper, is used up, and the catch joins under the name that it gets', () => {
  give('burrkin', 12);
  ask(game, 'item', itemNumber('silver-orb'), 3);
  wild('downlet', 5);
  patchMonster(game, 'wEnemyMon', 0, at.hp, ...word(1));
  patchMonster(game, 'wEnemyMon', 0, at.status, 1, 5);
  chooseInBattle(game, battleEntry.bag);
  awaitMenu(game, menu.bag);
  choose(game, 0);
  awaitMenu(game, menu.yesNo);
  choose(game, 0);
  awaitMenu(game, menu.naming);
  for (const button of ['a', 'right', 'a', 'start', 'a'] as const) game.press(button, 6);
  awaitMenu(game, menu.battle);
  expect(game.number('wLastBattleResult')).toBe(result.caught);
  expect(game.number('wPartyCount')).toBe(2);
  expect(party(1)).toMatchObject({ species: speciesNumber('downlet'), level: 5, hp: 1, name: 'AB' });
  expect([...game.bytes('wBagItems').subarray(0, 2)]).toEqual([itemNumber('silver-orb'), 2]);
});

test('who has enough experience rises, evolves after the battle, and holding B stops that', () => {
  const almost = experienceAt(data.species[speciesNumber('rillet')]!.growth, 14) - 1;
  for (const [hold, becomes] of [
    [false, 'weirotter'],
    [true, 'rillet'],
  ] as const) {
    give('rillet', 13);
    const place = game.number('wPartyCount') - 1;
    patchMonster(game, 'wPartyMons', place, at.experience, ...word(almost));
    if (place) patchMonster(game, 'wPartyMons', 0, at.hp, 0, 0);
    wild('haymote', 5);
    playMove(game, 1);
    while (game.number('wBattleType')) {
      const kind = game.number('wMenuKind');
      if (kind === menu.battle) playMove(game, 1);
      else if (kind !== menu.none || game.number('wTextWaiting')) game.press('b', 3);
      else game.hold(hold ? ['b'] : [], 1);
    }
    expect([party(place).species, party(place).level]).toEqual([speciesNumber(becomes), 14]);
    game.until('the map', () => game.mode() === 'overworld');
  }
});

/** Goes on where a text waits; for conditions of `until`. */
const press = (): boolean => {
  if (game.number('wTextWaiting')) game.press('a', 3);
  return false;
};

test('a fifth move asks which of the four makes room', () => {
  give('burrkin', 11);
  patchMonster(game, 'wPartyMons', 0, at.experience, ...word(experienceAt(1, 12) - 1));
  expect(party().moves).not.toContain(255);
  wild('haymote', 4);
  for (let turn = 0; turn < 9 && game.number('wMenuKind') !== menu.yesNo; turn++) {
    playMove(game, 0);
    game.until('a menu', () => game.number('wMenuKind') !== menu.none || press(), [], 4000);
  }
  awaitMenu(game, menu.yesNo);
  choose(game, 0);
  awaitMenu(game, menu.forget);
  choose(game, 1);
  expect(fightBattle(game)).toBe(result.won);
  expect(party().moves[1]).toBe(moveNumber('nettle-sting'));
  expect(party().pp[1]).toBe(25);
});

test('when all have fainted the battle is lost, and the next of the party comes before that', () => {
  give('haymote', 2);
  give('haymote', 3);
  wild('heathorn', 40);
  expect(fightBattle(game)).toBe(result.lost);
  game.until('the map', () => game.mode() === 'overworld' && party().hp > 0, ['a'], 2000);
});

test('a switch costs the turn, and experience is shared among those who fought', () => {
  give('downlet', 8);
  give('cairnback', 30);
  const before = [party(0).experience, party(1).experience];
  wild('downlet', 6);
  chooseInBattle(game, battleEntry.party);
  awaitMenu(game, menu.party);
  choose(game, 1);
  awaitMenu(game, menu.battle);
  expect(monsterAt(game, 'wBattleMon').species).toBe(speciesNumber('cairnback'));
  expect(fightBattle(game)).toBe(result.won);
  const share = experienceYield(data.species[speciesNumber('downlet')]!.yield, 6, 2, 0);
  expect([party(0).experience - before[0]!, party(1).experience - before[1]!]).toEqual([share, share]);
});

test('the same seed and buttons give the same battle', () => {
  const play = (): number[] => {
    game.close();
    open(4711);
    give('burrkin', 9);
    wild('downlet', 7);
    const code = fightBattle(game);
    return [code, game.frames, game.number('wRng'), party().experience, game.host.frameHash()];
  };
  expect(play()).toEqual(play());
});
