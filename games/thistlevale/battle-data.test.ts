import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { readBattleData } from './tools/battle-data.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

// biome-ignore lint/suspicious/noExplicitAny: data that is made wrong on purpose
type Json = any;

/** A copy of the data in which one file has been changed. */
const changed = (file: string, change: (content: Json) => void): string => {
  const folder = mkdtempSync(join(tmpdir(), 'thistlevale-data-'));
  folders.push(folder);
  cpSync(join(root, 'data'), join(folder, 'data'), { recursive: true });
  const path = join(folder, 'data', file);
  const content = JSON.parse(readFileSync(path, 'utf8'));
  change(content);
  writeFileSync(path, JSON.stringify(content));
  return folder;
};

test('there are as many species, types, moves and orbs as the game promises', () => {
  const { species, moves, types, items } = readBattleData(root);
  expect(species.length).toBeGreaterThanOrEqual(16);
  expect(types.length).toBeGreaterThanOrEqual(6);
  expect(moves.length).toBeGreaterThanOrEqual(30);
  expect(items.filter((item: { kind: number }) => item.kind === 0).length).toBe(3);
});

test.each<[file: string, change: (content: Json) => void, message: string]>([
  [
    'species.json',
    (all) => (all.species[2].base.speed = 900),
    'data/species.json: "speed" of base of "cindrel" is 900',
  ],
  ['species.json', (all) => all.species[0].moves.push([9, 'fly']), '"moves" of "burrkin" names "fly"'],
  ['species.json', (all) => (all.species[1].id = 'burrkin'), 'the id "burrkin" stands there twice'],
  ['species.json', (all) => (all.species[0].evolves.to = 'nobody'), '"evolves" of "burrkin" names "nobody"'],
  [
    'moves.json',
    (all) => (all.moves[0].effect = 'magic'),
    'data/moves.json: "effect" of "bump" is "magic"; known are: none',
  ],
  ['moves.json', (all) => (all.moves[0].name = 'Much too long a name'), '"name" of "bump"'],
  ['items.json', (all) => (all.items[3].price = -1), 'data/items.json: "price" of "balm" is -1'],
  ['types.json', (all) => (all.factors.wind.thorn = 3), 'the factor of "wind" against "thorn"'],
  ['types.json', (all) => (all.factors.wind.fire = 2), '"wind" against "fire" names a type'],
  ['trainers.json', (all) => (all.trainers[0].class = 'queen'), '"class" of'],
  ['trainers.json', (all) => (all.trainers[0].party = []), '"party" of'],
  ['shops.json', (all) => all.shops[0].items.push('moon'), '"items" of "'],
])('%s: a wrong field is refused with its place (%#)', (file, change, message) => {
  expect(() => readBattleData(changed(file, change))).toThrow(message);
});
