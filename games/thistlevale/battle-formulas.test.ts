import { expect, test } from 'vitest';
import * as model from './testing/battle-model.ts';
import { askBattle } from './tools/battle-check.js';

/** Repeatable numbers: the same cases on every machine. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  return (least: number, most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return least + Math.floor((state / 2 ** 32) * (most - least + 1));
  };
};

type Call = [name: string, ...numbers: number[]];
const cases = 4000;

/** Holds the C function against the model on many random arguments and, first, on those given. */
const agree = (
  name: string,
  ranges: [least: number, most: number][],
  expected: (...numbers: number[]) => number,
  corners: number[][] = [],
): void => {
  const random = randomFrom(name.length * 7919);
  const some = Array.from({ length: cases }, () => ranges.map(([least, most]) => random(least, most)));
  const calls = [...corners, ...some].map((numbers): Call => [name, ...numbers]);
  const answers = askBattle(calls);
  for (const [i, [, ...numbers]] of calls.entries())
    expect([name, ...numbers, answers[i]![0]]).toEqual([name, ...numbers, expected(...numbers)]);
};

test('experience, stats and HP grow as documented, up to the highest level', () => {
  agree(
    'experience_at',
    [
      [0, 2],
      [1, 40],
    ],
    model.experienceAt,
    [
      [2, 40],
      [0, 1],
      [1, 1],
    ],
  );
  agree(
    'stat',
    [
      [5, 160],
      [0, 15],
      [1, 40],
    ],
    model.statValue,
    [
      [160, 15, 40],
      [5, 0, 1],
    ],
  );
  agree(
    'hp',
    [
      [5, 160],
      [0, 15],
      [1, 40],
    ],
    model.hpValue,
    [[160, 15, 40]],
  );
  agree('hp_gene', [[0, 65_535]], model.hpGene, [[0xffff], [0x1111], [0xeeee]]);
});

test('stages, damage and chances to hit', () => {
  agree(
    'staged',
    [
      [1, 163],
      [1, 13],
    ],
    model.staged,
    [
      [163, 13],
      [1, 1],
    ],
  );
  agree(
    'base_damage',
    [
      [1, 80],
      [10, 150],
      [1, 650],
      [1, 650],
    ],
    model.baseDamage,
    [
      [80, 150, 650, 1],
      [1, 10, 1, 650],
    ],
  );
  agree(
    'final_damage',
    [
      [2, 997],
      [0, 1],
      [0, 4],
      [0, 4],
      [217, 255],
    ],
    model.finalDamage,
    [
      [997, 1, 4, 4, 255],
      [2, 0, 1, 1, 217],
    ],
  );
  agree(
    'hit_chance',
    [
      [0, 100],
      [1, 13],
    ],
    model.hitChance,
    [
      [0, 1],
      [100, 13],
      [100, 7],
    ],
  );
});

test('catching, fleeing and experience', () => {
  const random = randomFrom(5);
  const calls = Array.from({ length: cases }, (): Call => {
    const most = random(11, 190);
    return ['catch_chance', random(1, 255), [10, 15, 22][random(0, 2)]!, random(1, most), most, random(0, 4)];
  });
  const answers = askBattle(calls);
  for (const [i, [, rate, orb, hp, most, status]] of calls.entries())
    expect([calls[i], answers[i]![0]]).toEqual([
      calls[i],
      model.catchChance(rate!, orb!, hp!, most!, status!),
    ]);
  agree(
    'flee_chance',
    [
      [1, 652],
      [1, 652],
      [0, 9],
    ],
    model.fleeChance,
    [
      [651, 652, 0],
      [1, 500, 255],
    ],
  );
  agree(
    'experience_yield',
    [
      [1, 255],
      [1, 40],
      [1, 6],
      [0, 1],
    ],
    model.experienceYield,
    [
      [255, 40, 1, 1],
      [1, 1, 6, 0],
    ],
  );
});

test('weaker monsters are easier to catch, and better orbs hold better', () => {
  for (let hp = 100; hp > 1; hp -= 9) {
    expect(model.catchChance(120, 10, hp - 1, 100, 0)).toBeGreaterThanOrEqual(
      model.catchChance(120, 10, hp, 100, 0),
    );
    expect(model.catchChance(60, 22, hp, 100, 0)).toBeGreaterThan(model.catchChance(60, 10, hp, 100, 0));
    expect(model.catchChance(60, 10, hp, 100, 1)).toBeGreaterThan(model.catchChance(60, 10, hp, 100, 2));
  }
});

test('the type chart in the ROM is the one in data/types.json', () => {
  const { types, factors } = model.data;
  const calls = types.flatMap((_: string, a: number) =>
    types.map((_: string, b: number): Call => ['type_factor', a, b]),
  );
  expect(askBattle(calls).map(([factor]) => factor)).toEqual(factors);
});

test('every species at every level is what the model says, and grows by experience alike', () => {
  const random = randomFrom(11);
  const calls: Call[] = [];
  for (let species = 0; species < model.data.species.length; species++)
    for (let level = 1; level <= model.highestLevel; level++)
      calls.push(['make', species, level, random(1, 65_535)]);
  const made = askBattle(calls);
  for (const [i, [, species, level]] of calls.entries()) {
    const [kind, at, experience, hp, ...rest] = made[i]!;
    const genes = rest[6]!;
    const expected = model.grown(species!, level!, genes);
    expect([kind, at, experience, hp]).toEqual([species, level, expected.experience, expected.stats[0]]);
    expect(rest.slice(0, 5)).toEqual(expected.stats);
    expect([7, 9, 11, 13].map((slot) => rest[slot])).toEqual(expected.moves);
  }
  const growing = calls.map(
    ([, species, level, rng]): Call => ['grow', species!, level!, rng!, random(0, 9000)],
  );
  for (const [i, line] of askBattle(growing).entries()) {
    const [, species, level, , gained] = growing[i]!;
    const { growth } = model.data.species[species!]!;
    const most = model.experienceAt(growth, model.highestLevel);
    const experience = Math.min(most, model.experienceAt(growth, level!) + gained!);
    const reached = model.levelFor(growth, level!, experience);
    expect([line[1], line[2], line[4]]).toEqual([
      reached,
      experience,
      model.grown(species!, reached, line[10]!).stats[0],
    ]);
  }
});

test('a monster takes 40 bytes, as the memory map says', () => {
  expect(askBattle([['size']])).toEqual([[40]]);
});
