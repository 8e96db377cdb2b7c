/** Hands for battles and menus: they read what is open from memory and press buttons. */
import type { Button } from '../../../protocol/words.ts';
import { baseDamage, data, finalDamage, staged } from './battle-model.ts';
import type { PlayedGame } from './played-game.ts';

/** Values of wMenuKind (memory-map.md). */
export const menu = {
  none: 0,
  start: 1,
  party: 2,
  partyAction: 3,
  summary: 4,
  bag: 5,
  bagAction: 6,
  quantity: 7,
  shop: 8,
  shopBuy: 9,
  shopSell: 10,
  yesNo: 11,
  naming: 12,
  options: 13,
  box: 14,
  boxAction: 15,
  battle: 16,
  moves: 17,
  forget: 18,
};
/** Entries of the battle menu, in two columns. */
export const battleEntry = { fight: 0, bag: 1, party: 2, run: 3 };
export const result = { won: 0, lost: 1, fled: 2, caught: 3 };
const monsterBytes = 40;
const none = 255;

export interface Monster {
  species: number;
  level: number;
  experience: number;
  hp: number;
  /** Highest HP, then attack, defense, speed, special. */
  stats: number[];
  status: number;
  moves: number[];
  pp: number[];
  name: string;
}

/** The nth monster of a variable: wPartyMons, wEnemyPartyMons, wBattleMon or wEnemyMon. */
export const monsterAt = (game: PlayedGame, name: string, n = 0): Monster => {
  const bytes = game.bytes(name).subarray(n * monsterBytes);
  const word = (at: number): number => bytes[at]! | (bytes[at + 1]! << 8);
  const letters = [...bytes.subarray(28, 39)];
  return {
    species: bytes[0]!,
    level: bytes[1]!,
    experience: word(2),
    hp: word(4),
    stats: [6, 8, 10, 12, 14].map(word),
    status: bytes[16]!,
    moves: [...bytes.subarray(18, 22)],
    pp: [...bytes.subarray(22, 26)],
    name: String.fromCharCode(...letters.slice(0, letters.indexOf(0))),
  };
};

/** Writes bytes into a monster, at an offset of memory-map.md. */
export const patchMonster = (
  game: PlayedGame,
  name: string,
  n: number,
  at: number,
  ...bytes: number[]
): void =>
  game.host.writeMemory(game.game.variable(name).address + n * monsterBytes + at, Uint8Array.from(bytes));

/** One step of reading: presses A only where a text waits for it, so that nothing is chosen by accident. */
const readOn = (game: PlayedGame): void => {
  if (game.number('wTextWaiting')) game.press('a', 3);
  else game.wait(1);
};

/** Reads on until a menu of this kind waits, or the battle is over; returns whether the menu is there. */
export const awaitMenu = (game: PlayedGame, kind: number, limit = 6000): boolean => {
  const end = game.frames + limit;
  while (game.frames < end) {
    if (game.number('wMenuKind') === kind) {
      // The button before must have been seen as released.
      game.wait(3);
      return true;
    }
    if (game.number('wBattleType') === 0 && game.mode() === 'overworld') return false;
    readOn(game);
  }
  throw new Error(
    `menu ${kind} did not open within ${limit} frames; menu ${game.number('wMenuKind')} is open`,
  );
};

/** Moves the cursor of a list to an entry and takes it. */
export const choose = (game: PlayedGame, entry: number): void => {
  for (let step = 0; step < 60 && game.number('wCurrentMenuItem') !== entry; step++)
    game.press(game.number('wCurrentMenuItem') < entry ? 'down' : 'up', 4);
  if (game.number('wCurrentMenuItem') !== entry) throw new Error(`entry ${entry} was not reached`);
  game.press('a', 4);
};

/** The same in the two columns of the battle menu. */
export const chooseInBattle = (game: PlayedGame, entry: number): void => {
  const press = (button: Button): void => game.press(button, 4);
  press(entry & 2 ? 'down' : 'up');
  press(entry & 1 ? 'right' : 'left');
  press('a');
};

/** The least and the most that a move of one monster takes from another without luck, both with neutral stages. */
export const damageRange = (
  user: Monster,
  target: Monster,
  number: number,
  critical = false,
): [number, number] => {
  const move = data.moves[number]!;
  const force = move.kind === 0;
  const types: number[] = data.species[user.species]!.types;
  const [one, two] = data.species[target.species]!.types as [number, number];
  const factor = (type: number): number => data.factors[move.type * data.types.length + type]!;
  const base = baseDamage(
    critical ? user.level * 2 : user.level,
    move.power,
    staged(user.stats[force ? 1 : 4]!, 7),
    staged(target.stats[force ? 2 : 4]!, 7),
  );
  const own = types.includes(move.type) ? 1 : 0;
  const at = (roll: number): number =>
    finalDamage(base, own, factor(one), one === two ? 2 : factor(two), roll);
  return [at(217), at(255)];
};

/** The slot that takes most on average; 0 where no move with PP takes anything. */
export const bestSlot = (game: PlayedGame): number => {
  const user = monsterAt(game, 'wBattleMon');
  const target = monsterAt(game, 'wEnemyMon');
  let best = { slot: 0, worth: -1 };
  for (const [slot, number] of user.moves.entries()) {
    if (number === none || user.pp[slot] === 0) continue;
    const { power, accuracy } = data.moves[number]!;
    const worth = power ? (damageRange(user, target, number)[0] * (accuracy || 100)) / 100 : 0;
    if (worth > best.worth) best = { slot, worth };
  }
  return best.slot;
};

/** One turn of fighting with the move in a slot. */
export const playMove = (game: PlayedGame, slot: number): void => {
  chooseInBattle(game, battleEntry.fight);
  if (awaitMenu(game, menu.moves)) choose(game, slot);
};

/**
 * Fights a battle to its end with the moves that take most; sends the next one when one falls, declines new moves and names.
 * @returns an entry of `result`
 */
export const fightBattle = (game: PlayedGame, limit = 60_000): number => {
  const end = game.frames + limit;
  while (game.number('wBattleType') !== 0) {
    if (game.frames > end) throw new Error(`the battle did not end within ${limit} frames`);
    const kind = game.number('wMenuKind');
    if (kind !== menu.none) game.wait(3);
    if (kind === menu.battle) playMove(game, bestSlot(game));
    else if (kind === menu.party) choose(game, nextPlace(game));
    else if (kind !== menu.none) game.press('b', 4);
    else readOn(game);
  }
  game.until('the map', () => game.mode() === 'overworld', [], 600);
  return game.number('wLastBattleResult');
};

const nextPlace = (game: PlayedGame): number => {
  for (let place = 0; place < game.number('wPartyCount'); place++)
    if (monsterAt(game, 'wPartyMons', place).hp > 0) return place;
  return 0;
};
