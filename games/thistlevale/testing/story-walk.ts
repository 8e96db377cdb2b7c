import type { Button } from '../../../protocol/words.ts';
import type { PlayedGame } from './played-game.ts';
import { nextStep } from './reference-walk.ts';
import { flagNumber, mapNumber, moveNumber, speciesNumber, world } from './world.ts';

/** Values of wScreenMode that the walk tells apart (protocol/words.ts). */
const mode = { overworld: 2, dialog: 3, menu: 4, transition: 5, ending: 6, battle: 7 };
/** Requests of wHostRequest (memory-map.md). */
const request = { warp: 1, wild: 2, trainer: 3, shop: 4, script: 5, monster: 6, item: 7, heal: 8, box: 9 };
export type HostRequest = keyof typeof request;

/** wMenuKind while a member of the party is chosen, and while a name is written. */
const party = 2;
const naming = 12;
const facings: Button[] = ['down', 'up', 'left', 'right'];
const away = 200;

export const hasFlag = (game: PlayedGame, name: string): boolean => {
  const bit = flagNumber(name);
  return ((game.bytes('wEventFlags')[bit >> 3]! >> (bit & 7)) & 1) === 1;
};

/** Asks the game for something through the host's door and waits until it has begun. */
export const ask = (game: PlayedGame, what: HostRequest, ...args: number[]): void => {
  const write = (name: string, bytes: number[]) =>
    game.host.writeMemory(game.game.variable(name).address, Uint8Array.from(bytes));
  write('wHostArguments', args);
  write('wHostRequest', [request[what]]);
  game.until(`the host's ${what}`, () => game.number('wHostRequest') === 0, [], 120);
  game.wait(2);
};

/** Puts the player somewhere. */
export const warpTo = (game: PlayedGame, map: string, x: number, y: number, dir: Button = 'up'): void => {
  ask(game, 'warp', mapNumber(map), x, y, facings.indexOf(dir));
  settle(game);
};

const stands = (game: PlayedGame): boolean =>
  game.number('wScreenMode') === mode.overworld &&
  game.number('wSceneActive') === 0 &&
  game.number('wWalkCounter') === 0 &&
  game.number('wShownMode') === mode.overworld &&
  game.number('wShownWalk') === 0 &&
  game.number('wShownMapReady') === 1;

/** Reads on, says yes, and fights with the first move, until the player stands free on a map or the story has ended. */
export const settle = (game: PlayedGame, limit = 40_000): void => {
  const end = game.frames + limit;
  while (game.frames < end) {
    const now = game.number('wScreenMode');
    if (now === mode.ending) return;
    if (now === mode.menu && game.number('wMenuKind') === naming) {
      game.press('start', 4);
      game.press('a', 4);
    } else if (now !== mode.overworld && now !== mode.transition) {
      // The first of the party may have fainted: then the next one fights on.
      if (game.number('wMenuKind') === party) game.press('down', 4);
      game.press('a', 4);
    } else if (stands(game)) {
      return;
    } else {
      game.wait(1);
    }
  }
  throw new Error(`nothing led back to the map ${game.number('wCurMap')} in ${limit} frames`);
};

/** Walks to a block of the current map, or through the door there; talks and battles on the way are taken as they come. */
export const go = (game: PlayedGame, x: number, y: number, limit = 12_000): void => {
  const map = game.number('wCurMap');
  const end = game.frames + limit;
  while (game.frames < end) {
    if (game.number('wScreenMode') !== mode.overworld) settle(game);
    if (game.number('wCurMap') !== map) {
      settle(game);
      return;
    }
    if (game.number('wWalkCounter') === 0) {
      const [atX, atY] = game.position();
      if (atX === x && atY === y) {
        settle(game);
        return;
      }
      const step = nextStep(game, x, y);
      game.hold(step ? [step] : [], 1);
    } else {
      game.hold([], 1);
    }
  }
  throw new Error(`(${x}, ${y}) of map ${map} was not reached in ${limit} frames; at ${game.position()}`);
};

/** Walks over an edge of the current map where another one joins. */
export const goOver = (game: PlayedGame, side: 'north' | 'south' | 'west' | 'east', at: number): void => {
  const map = game.number('wCurMap');
  const width = game.number('wMapWidth');
  const height = game.number('wMapHeight');
  const [x, y] = { north: [at, 0], south: [at, height - 1], west: [0, at], east: [width - 1, at] }[side] as [
    number,
    number,
  ];
  go(game, x, y);
  const button = { north: 'up', south: 'down', west: 'left', east: 'right' }[side] as Button;
  game.until('the next map', () => game.number('wCurMap') !== map, [button]);
  settle(game);
};

/** Stands in front of a block, turns to it and presses A. */
export const pressAt = (game: PlayedGame, x: number, y: number): void => {
  const sides: [number, number, Button][] = [
    [x, y + 1, 'up'],
    [x, y - 1, 'down'],
    [x - 1, y, 'right'],
    [x + 1, y, 'left'],
  ];
  const [atX, atY] = game.position();
  const side = sides.find(
    ([sideX, sideY]) => (sideX === atX && sideY === atY) || nextStep(game, sideX, sideY),
  );
  if (!side) throw new Error(`nobody can stand in front of (${x}, ${y}) of map ${game.number('wCurMap')}`);
  go(game, side[0], side[1]);
  game.hold([side[2]], 3);
  game.wait(3);
  game.press('a', 8);
};

/** Talks to a person who has a name in the map's file, wherever he has wandered to. */
export const talkTo = (game: PlayedGame, name: string): void => {
  const persons = world.maps[game.number('wCurMap')]?.persons ?? [];
  const index = persons.findIndex((person) => person.name === name || person.script === name);
  const [x, y] = [game.bytes('wPersonX')[index]!, game.bytes('wPersonY')[index]!];
  if (index < 0 || x === away) throw new Error(`"${name}" is not on map ${game.number('wCurMap')}`);
  pressAt(game, x, y);
};

const exitOf = { 1: [6, 0], 2: [0, 5], 3: [13, 5] } as Record<number, [number, number]>;

/** Where a monster's first move and its PP lie (memory-map.md). */
const moveOffset = 20;
const ppOffset = 24;

/** Makes the first monster of the party strong: the walk is about the story, not about battles. */
export const strengthen = (game: PlayedGame): void => {
  const size = game.bytes('wPartyMons').length / 6;
  const { address } = game.game.variable('wPartyMons');
  ask(game, 'monster', speciesNumber('cairnback'), 40);
  const strong = game.host.readMemory(address + (game.number('wPartyCount') - 1) * size, size);
  strong[moveOffset] = moveNumber('landslip');
  game.host.writeMemory(address, strong);
  refresh(game);
};

/** Health and as many uses of the first move as a part of the story may need. */
export const refresh = (game: PlayedGame): void => {
  ask(game, 'heal');
  game.host.writeMemory(game.game.variable('wPartyMons').address + ppOffset, Uint8Array.of(99));
  settle(game);
};

/** From the gate house to the second town. */
export const playToTown2 = (game: PlayedGame): void => {
  pressAt(game, 6, 3);
  settle(game);
  strengthen(game);
  go(game, 4, 0);
  goOver(game, 'north', 9);
};

/** The herbalist's errand, and east to the hermit. */
export const playToHermit = (game: PlayedGame): void => {
  refresh(game);
  go(game, 4, 14);
  talkTo(game, 'errand');
  settle(game);
  go(game, 3, 7);
  const plants = { 17: 16, 18: 18, 19: 19, 20: 20 } as Record<number, number>;
  for (let n = game.number('wErrandCount'); n > 0; n--) {
    pressAt(game, plants[game.number('wErrandItem')]!, 19);
    settle(game);
  }
  go(game, 4, 14);
  talkTo(game, 'errand');
  settle(game);
  go(game, 3, 7);
  goOver(game, 'east', 15);
  go(game, 29, 0);
  go(game, 22, 0);
  const [x, y] = exitOf[game.number('wErrandDirection')]!;
  go(game, x, y);
  talkTo(game, 'hermit');
  settle(game);
};

/** Back to the town, the password, the badge and the key. */
export const playToBadge = (game: PlayedGame): void => {
  refresh(game);
  if (game.number('wCurMap') !== mapNumber('marl-path'))
    throw new Error('the hermit did not lead out of the wood');
  goOver(game, 'west', 12);
  talkTo(game, 'doorkeeper');
  while (game.number('wScreenMode') !== mode.menu) game.press('a', 6);
  for (let n = game.number('wPasswordPlace'); n > 0; n--) game.press('down', 6);
  game.press('a', 6);
  settle(game);
  go(game, 18, 13);
  talkTo(game, 'isolde');
  settle(game);
  go(game, 4, 15);
};

/** Up the climb, through the cave and the dark, to the fire. */
export const playToCredits = (game: PlayedGame): void => {
  refresh(game);
  goOver(game, 'north', 11);
  pressAt(game, 9, 2);
  settle(game);
  go(game, 9, 2);
  go(game, 20, 0);
  go(game, 5, 0);
  talkTo(game, 'beacon');
  settle(game);
  game.until('the credits', () => game.mode() === 'ending');
};
