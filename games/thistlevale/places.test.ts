import { afterEach, expect, test } from 'vitest';
import { classNumber, PlayedGame } from './testing/played-game.ts';
import { ask, settle, strengthen, warpTo } from './testing/story-walk.ts';
import { itemNumber, mapNumber, speciesNumber } from './testing/world.ts';

let game: PlayedGame;
const open = (seed: number): PlayedGame => {
  game = new PlayedGame(seed);
  game.begin();
  return game;
};
afterEach(() => game.close());

const grass = classNumber('grass');

/** A block of grass on the current map whose right neighbour is grass, too. */
const grassPair = (): [number, number] => {
  for (let y = 1; y < game.number('wMapHeight') - 1; y++)
    for (let x = 1; x < game.number('wMapWidth') - 2; x++)
      if (game.classAt(x, y) === grass && game.classAt(x + 1, y) === grass) return [x, y];
  throw new Error('there is no grass');
};

/** Walks to and fro in the grass of a map; returns the steps until something wild came, or null. */
const stepsUntilBattle = (map: string, entry: [number, number], most: number): number | null => {
  warpTo(game, map, ...entry);
  const [x, y] = grassPair();
  warpTo(game, map, x, y);
  const begin = game.number('wStepCount');
  while (game.number('wStepCount') - begin < most) {
    game.hold([game.position()[0] > x ? 'left' : 'right'], 17);
    game.until('the end of a step', () => game.number('wWalkCounter') === 0);
    if (game.number('wBattleType') !== 0) return game.number('wStepCount') - begin;
  }
  return null;
};

test('wild monsters live in the grass behind the gate, and none before it', () => {
  open(8);
  strengthen(game);
  expect(stepsUntilBattle('lane', [9, 32], 60)).toBeNull();
  expect(stepsUntilBattle('reed-road', [9, 33], 200)).toBeGreaterThan(0);
  expect(game.number('wBattleType')).toBe(1);
});

test('smoke keeps wild monsters away for its steps', () => {
  open(8);
  strengthen(game);
  const { address } = game.game.variable('wRepelSteps');
  game.host.writeMemory(address, Uint8Array.of(100));
  expect(stepsUntilBattle('reed-road', [9, 33], 90)).toBeNull();
  expect(game.number('wRepelSteps')).toBeLessThan(20);
});

test('a host opens battles, shops and the box, gives and heals, and the map is there again afterwards', () => {
  open(8);
  strengthen(game);
  ask(game, 'wild', speciesNumber('haymote'), 3);
  game.until('the battle', () => game.mode() === 'battle');
  settle(game);
  ask(game, 'trainer', 0);
  game.until('the battle', () => game.number('wBattleType') === 2);
  settle(game);
  ask(game, 'shop', 0);
  game.until('the shop', () => game.mode() === 'menu');
  for (let n = 0; n < 8 && game.mode() !== 'overworld'; n++) game.press('b', 30);
  expect(game.mode()).toBe('overworld');
  ask(game, 'item', itemNumber('balm'), 7);
  expect([...game.bytes('wBagItems')].slice(0, 2)).toEqual([itemNumber('balm'), 7]);
  const hp = game.game.variable('wPartyMons').address + 4;
  game.host.writeMemory(hp, Uint8Array.of(1, 0));
  ask(game, 'heal');
  expect(game.host.readMemory(hp, 2)).toEqual(game.host.readMemory(hp + 2, 2));
  expect(game.number('wCurMap')).toBe(mapNumber('bedroom'));
});

test('without the lamp the dark map is dark on both machines', () => {
  const shades = (options: Record<string, string>) => {
    game = new PlayedGame(3, options);
    game.begin();
    const look = () => {
      warpTo(game, 'deep', 10, 16);
      const grey = game.host.picture()!.grey;
      return grey.reduce((sum, value) => sum + value, 0) / grey.length;
    };
    const without = look();
    ask(game, 'item', itemNumber('lamp'), 1);
    const withLamp = look();
    game.close();
    return withLamp / without;
  };
  const ratios = [shades({}), shades({ mgba_gb_model: 'Game Boy' })];
  open(3);
  for (const ratio of ratios) expect(ratio).toBeGreaterThan(1.5);
});

test('in the new places, too, a cell that looks the same is the same', () => {
  open(4);
  ask(game, 'item', itemNumber('lamp'), 1);
  const looks = new Map<string, Set<number>>();
  for (const [map, x, y] of [
    ['fennbrook', 11, 8],
    ['fennbrook', 18, 15],
    ['reed-road', 9, 22],
    ['scree-climb', 9, 5],
    ['forest', 13, 26],
    ['glade', 6, 7],
    ['cave', 13, 22],
    ['deep', 5, 1],
    ['gym', 4, 12],
    ['beacon', 7, 9],
  ] as const) {
    warpTo(game, map, x, y);
    const { cells, aligned, mode } = game.labels();
    expect([aligned, mode]).toEqual([true, 'overworld']);
    const { grey } = game.host.picture()!;
    for (let i = 0; i < cells.length; i++) {
      const at = Math.floor(i / 10) * 16 * 160 + (i % 10) * 16;
      const rows = Array.from({ length: 16 }, (_, row) =>
        grey.subarray(at + row * 160, at + row * 160 + 16).join(),
      );
      const look = `${game.number('wCurMap')} ${rows.join(';')}`;
      looks.set(look, (looks.get(look) ?? new Set()).add(cells[i]!));
    }
  }
  expect([...looks.values()].filter((classes) => classes.size > 1)).toEqual([]);
  expect(looks.size).toBeGreaterThan(60);
});
