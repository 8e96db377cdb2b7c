import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readScenarios } from '../catalog.ts';
import type { Variable } from '../schemas.ts';
import { faultOf } from './check.ts';
import { checkOf, distanceOf } from './condition.ts';
import { type Fixed, fixScenario } from './draw.ts';
import { type Condition, type Scenario, scenarioSchema } from './schema.ts';

const variables: Variable[] = [
  { name: 'wMode', address: 0xc000, type: 'u8', length: 1, description: '' },
  { name: 'wMoney', address: 0xc001, type: 'u16le', length: 2, description: '' },
  { name: 'wBag', address: 0xc010, type: 'u8[]', length: 8, description: '' },
];
const find = (name: string): Variable => variables.find((variable) => variable.name === name)!;
const world = {
  find,
  hasVariable: (name: string) => variables.some((variable) => variable.name === name),
  goals: ['shop'],
  game: { newGame: [], hostDoor: { request: 'wMode', arguments: 'wBag', requests: { warp: 1 } } },
};

const whole = {
  name: 'buy',
  kind: 'menu',
  title: 'Buy things',
  goal: 'shop',
  told: 'Buy {count} of {thing}.',
  parameters: {
    count: { range: [2, 9] },
    thing: {
      seeded: [
        [4, 40],
        [5, 50],
      ],
    },
  },
  start: {
    steps: [
      { write: 'wMoney', value: { range: [500, 900] } },
      { request: 'warp', arguments: [1, { parameter: 'thing', index: 0 }] },
    ],
  },
  success: {
    variable: 'wBag',
    entry: { key: { parameter: 'thing', index: 0 }, stride: 2, at: 1 },
    op: 'equal',
    reference: { parameter: 'count' },
  },
  frameLimit: 600,
};

/** The message with which a file is refused; `change` is laid over a good scenario. */
const refusal = (change: object): string => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-scenarios-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'buy.json'), JSON.stringify({ ...whole, ...change }));
  try {
    readScenarios(folder, (scenario) => faultOf(scenario, world));
  } catch (error) {
    return (error as Error).message;
  }
  return 'accepted';
};

test('a wrong scenario is refused with its file, its field and what is wrong there', () => {
  expect(refusal({})).toBe('accepted');
  const wrong: [object, RegExp][] = [
    [{ kind: 'walking' }, /buy\.json is wrong: "kind": .*navigation/],
    [{ frameLimits: 3 }, /buy\.json is wrong: "": .*frameLimits/],
    [{ frameLimit: 0 }, /"frameLimit"/],
    [{ name: 'sell' }, /"name": it is "sell", the file is buy\.json/],
    [{ goal: 'fly' }, /"goal": the guide has no goal "fly", only shop/],
    [
      { success: { variable: 'wGold', op: 'equal', reference: 1 } },
      /"success\.variable": the memory map has no variable "wGold"/,
    ],
    [{ success: { variable: 'wMode', op: 'is', reference: 1 } }, /"success\.op"/],
    [{ success: { all: [{ variable: 'wMode', bitsSet: [9] }] } }, /"success": wMode has no bit 9/],
    [{ success: { variable: 'wBag', offset: 8, op: 'equal', reference: 1 } }, /wBag ends after 8 bytes/],
    [{ success: { variable: 'wBag', op: 'equal', reference: 1 } }, /wBag has 8 bytes/],
    [
      { failure: { variable: 'wMode', op: 'equal', reference: { parameter: 'size' } } },
      /failure\.reference.*no parameter "size"/,
    ],
    [{ start: { steps: [{ write: 'wHp', value: 3 }] } }, /"start\.steps\.0\.write".*"wHp"/],
    [{ start: { steps: [{ request: 'fly' }] } }, /"start\.steps\.0\.request".*no request "fly"/],
    [{ start: { steps: [{ press: ['x'] }] } }, /"start\.steps\.0\.press\.0"/],
  ];
  for (const [change, message] of wrong) expect(refusal(change)).toMatch(message);
});

const scenario = scenarioSchema.parse(whole);

test('a seed draws the same each time, and the seeds draw everything', () => {
  const drawn = Array.from({ length: 200 }, (_, seed) => fixScenario(scenario, seed));
  expect(fixScenario(scenario, 17)).toEqual(drawn[17]);
  expect([...new Set(drawn.map((each) => each.drawn['count']))].sort()).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
  const { drawn: numbers, told, success, start } = drawn[3]!;
  const [thing] = numbers['thing'] as number[];
  expect(told).toBe(`Buy ${numbers['count']} of ${thing}, ${thing! * 10}.`);
  expect(success).toMatchObject({ reference: numbers['count'], entry: { key: thing } });
  expect(start).toMatchObject({ steps: [{ write: 'wMoney' }, { arguments: [1, thing] }] });
  // Another scenario with the same seed is another draw.
  const others = drawn.filter(
    ({ drawn: { count } }, seed) =>
      fixScenario({ ...scenario, name: 'other' }, seed).drawn['count'] !== count,
  );
  expect(others.length).toBeGreaterThan(100);
});

test('conditions look into memory', () => {
  const memory = new Uint8Array(0x20);
  const read = (address: number, length: number): Uint8Array =>
    memory.slice(address - 0xc000, address - 0xc000 + length);
  memory.set([4, 3, 9, 0, 5, 7], 0x10);
  memory.set([0b101, 0x2c, 0x01]);
  const holds = (condition: Condition): boolean => {
    const check = checkOf(condition as Fixed<Condition>, find);
    check.begin(read);
    return check.holds(read);
  };
  const money = { variable: 'wMoney', reference: 300 };
  expect(holds({ ...money, op: 'equal' })).toBe(true);
  expect(holds({ ...money, op: 'less-than' })).toBe(false);
  expect(holds({ ...money, op: 'greater-or-equal' })).toBe(true);
  expect(holds({ not: { ...money, op: 'not-equal' } })).toBe(true);
  expect(holds({ variable: 'wMode', bitsSet: [0, 2], bitsClear: [1] })).toBe(true);
  expect(holds({ variable: 'wMode', bitsSet: [1] })).toBe(false);
  const orbs = { variable: 'wBag', entry: { key: 5, stride: 2, at: 1 }, op: 'equal' } as const;
  expect(holds({ ...orbs, reference: 7 })).toBe(true);
  expect(holds({ ...orbs, reference: { variable: 'wBag', offset: 5 } })).toBe(true);
  const count = { variable: 'wBag', stride: 2, at: 1, bytes: 1, op: 'not-equal', reference: 0 } as const;
  expect(holds({ count, op: 'equal', reference: 2 })).toBe(true);
  expect(
    holds({
      all: [
        { ...money, op: 'equal' },
        { ...orbs, reference: 6 },
      ],
    }),
  ).toBe(false);
  expect(
    holds({
      any: [
        { ...money, op: 'equal' },
        { ...orbs, reference: 6 },
      ],
    }),
  ).toBe(true);

  // The first byte says how many entries are in use.
  memory[0] = 2;
  expect(holds({ ...orbs, entry: { ...orbs.entry, countIn: 'wMode' }, reference: 0 })).toBe(true);
  expect(holds({ count: { ...count, countIn: 'wMode' }, op: 'equal', reference: 1 })).toBe(true);
  memory[0] = 0b101;

  const grown = checkOf({ ...money, op: 'greater-or-equal', reference: 50, measurement: 'delta' }, find);
  grown.begin(read);
  memory[1] = 0x2c + 49;
  expect(grown.holds(read)).toBe(false);
  memory[1] = 0x2c + 50;
  expect(grown.holds(read)).toBe(true);

  const terms: Fixed<NonNullable<Scenario['progress']>>['terms'] = [
    { variable: 'wMoney', target: 400, weight: 2 },
    { variable: 'wBag', offset: 1, weight: 10, when: { variable: 'wMode', op: 'equal', reference: 0 } },
    { unless: { variable: 'wMode', bitsSet: [1] }, weight: 5 },
  ];
  expect(distanceOf({ terms, patience: 1 }, find)(read)).toBe(2 * (400 - 350) + 5);
});
