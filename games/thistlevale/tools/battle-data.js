/** data/*.json (species, moves, types, items, trainers, shops) → gen/battle_data.c and gen/battle_ids.h. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byteArray, constant, identifier } from './c-source.js';

/** The lists below give the numbers that the C sources know (src/data/data.h has the same order). */
export const effects = [
  ...['none', 'poison', 'sleep', 'burn', 'numb', 'drain', 'multi-hit', 'double-hit', 'recoil', 'heal'],
  ...['flinch', 'attack-up', 'defense-up', 'speed-up', 'special-up', 'accuracy-up'],
  ...['attack-down', 'defense-down', 'speed-down', 'special-down', 'accuracy-down'],
];
export const moveKinds = ['force', 'spirit', 'status'];
export const growths = ['fast', 'medium', 'slow'];
export const statuses = ['none', 'sleep', 'poison', 'burn', 'numb', 'any'];
export const itemKinds = ['orb', 'heal', 'cure', 'revive', 'refresh', 'repel', 'escape', 'key', 'goods'];
const stats = ['hp', 'attack', 'defense', 'speed', 'special'];
const none = 255;

/** Reads one field after another of one entry and says which file, entry and field is wrong. */
class Entry {
  constructor(file, value, label) {
    this.file = file;
    this.value = value;
    this.label = label;
  }
  fail(field, what) {
    throw new Error(`data/${this.file}: "${field}" of ${this.label} ${what}.`);
  }
  number(field, least, most, fallback) {
    const value = this.value[field] ?? fallback;
    if (!Number.isInteger(value) || value < least || value > most)
      this.fail(field, `is ${JSON.stringify(value)}; give a whole number from ${least} to ${most}`);
    return value;
  }
  text(field, most, fallback) {
    const value = this.value[field] ?? fallback;
    if (typeof value !== 'string' || value.length > most || !/^[ -~]*$/.test(value))
      this.fail(field, `is ${JSON.stringify(value)}; give up to ${most} letters of plain ASCII`);
    return value;
  }
  oneOf(field, list, fallback) {
    const value = this.value[field] ?? fallback;
    const number = list.indexOf(value);
    if (number < 0) this.fail(field, `is ${JSON.stringify(value)}; known are: ${list.join(', ')}`);
    return number;
  }
  list(field, least, most, fallback) {
    const value = this.value[field] ?? fallback;
    if (!Array.isArray(value) || value.length < least || value.length > most)
      this.fail(field, `must be a list of ${least} to ${most}`);
    return value;
  }
  part(field, value = this.value[field]) {
    if (value === null || typeof value !== 'object') this.fail(field, 'is missing or no object');
    return new Entry(this.file, value, `${field} of ${this.label}`);
  }
}

/** Reads data/<file>; every entry has an id of its own. */
function readList(root, file, key) {
  const content = JSON.parse(readFileSync(join(root, 'data', file), 'utf8'));
  const list = content[key];
  if (!Array.isArray(list)) throw new Error(`data/${file}: "${key}" is no list.`);
  const seen = new Set();
  return list.map((value, i) => {
    const id = value?.id;
    if (typeof id !== 'string' || !/^[a-z0-9-]+$/.test(id))
      throw new Error(
        `data/${file}: "id" of ${key} number ${i} must be lower case letters, digits and dashes.`,
      );
    if (seen.has(id)) throw new Error(`data/${file}: the id "${id}" stands there twice.`);
    seen.add(id);
    return new Entry(file, value, `"${id}"`);
  });
}

const ids = (entries) => entries.map(({ value }) => value.id);

/** Everything of data/, checked, with references as numbers. Throws an error that names file, entry and field. */
export function readBattleData(root) {
  const { types, factors } = readTypes(root);
  const moves = readList(root, 'moves.json', 'moves');
  const items = readList(root, 'items.json', 'items');
  const species = readList(root, 'species.json', 'species');
  const classes = readList(root, 'trainers.json', 'classes');
  const trainers = readList(root, 'trainers.json', 'trainers');
  const shops = readList(root, 'shops.json', 'shops');
  const names = {
    types,
    moves: ids(moves),
    items: ids(items),
    species: ids(species),
    classes: ids(classes),
  };
  return {
    types,
    factors,
    moves: moves.map((entry) => readMove(entry, names)),
    items: items.map(readItem),
    species: species.map((entry) => readSpecies(entry, names)),
    classes: classes.map(readClass),
    trainers: trainers.map((entry) => readTrainer(entry, names)),
    shops: shops.map((entry) => ({
      id: entry.value.id,
      items: entry.list('items', 1, 12).map((item) => reference(entry, 'items', item, names.items)),
    })),
  };
}

function readTypes(root) {
  const { types, factors } = JSON.parse(readFileSync(join(root, 'data/types.json'), 'utf8'));
  const known = [0, 0.5, 1, 2];
  for (const [attack, row] of Object.entries(factors)) {
    for (const [defend, factor] of Object.entries(row)) {
      if (!types.includes(attack) || !types.includes(defend))
        throw new Error(`data/types.json: "${attack}" against "${defend}" names a type that "types" lacks.`);
      if (!known.includes(factor))
        throw new Error(
          `data/types.json: the factor of "${attack}" against "${defend}" must be one of ${known.join(', ')}.`,
        );
    }
  }
  return {
    types,
    factors: types.flatMap((attack) => types.map((defend) => (factors[attack]?.[defend] ?? 1) * 2)),
  };
}

function reference(entry, field, id, list) {
  const number = list.indexOf(id);
  if (number < 0) entry.fail(field, `names "${id}", which does not exist`);
  return number;
}

const readMove = (entry, names) => ({
  id: entry.value.id,
  name: entry.text('name', 11),
  type: entry.oneOf('type', names.types),
  kind: entry.oneOf('kind', moveKinds),
  power: entry.number('power', 0, 150, 0),
  accuracy: entry.number('accuracy', 0, 100, 0),
  pp: entry.number('pp', 1, 40),
  effect: entry.oneOf('effect', effects, 'none'),
  chance: entry.number('chance', 1, 100, 100),
  priority: entry.number('priority', 0, 1, 0),
});

function readItem(entry) {
  return {
    id: entry.value.id,
    name: entry.text('name', 12),
    price: entry.number('price', 0, 9999, 0),
    kind: entry.oneOf('kind', itemKinds),
    value: entry.value.kind === 'cure' ? entry.oneOf('status', statuses) : entry.number('value', 0, 255, 0),
    about: entry.text('about', 36),
  };
}

function readSpecies(entry, names) {
  const base = entry.part('base');
  const evolves = entry.value.evolves && entry.part('evolves');
  const types = entry.list('types', 1, 2).map((type) => reference(entry, 'types', type, names.types));
  const moves = entry.list('moves', 1, 12).map(([level, move]) => {
    if (!Number.isInteger(level) || level < 1 || level > 40)
      entry.fail('moves', `has level ${level}; give 1 to 40`);
    return [level, reference(entry, 'moves', move, names.moves)];
  });
  return {
    id: entry.value.id,
    name: entry.text('name', 10),
    types: [types[0], types[1] ?? types[0]],
    base: stats.map((stat) => base.number(stat, 5, 160)),
    catchRate: entry.number('catchRate', 1, 255),
    yield: entry.number('experience', 1, 255),
    growth: entry.oneOf('growth', growths),
    moves,
    evolveLevel: evolves ? evolves.number('level', 2, 40) : 0,
    evolveTo: evolves ? reference(entry, 'evolves', evolves.value.to, names.species) : none,
    about: entry.text('about', 72),
  };
}

const readClass = (entry) => ({
  id: entry.value.id,
  name: entry.text('name', 9),
  skill: entry.number('skill', 0, 3),
  prize: entry.number('prize', 0, 200),
});

function readTrainer(entry, names) {
  const party = entry.list('party', 1, 6).map((value) => {
    const one = entry.part('party', value);
    const moves = one.list('moves', 0, 4, []).map((move) => reference(one, 'moves', move, names.moves));
    return {
      species: reference(one, 'species', value.species, names.species),
      level: one.number('level', 1, 40),
      moves: [...moves, none, none, none, none].slice(0, 4),
    };
  });
  const items = entry.list('items', 0, 2, []).map((item) => reference(entry, 'items', item, names.items));
  return {
    id: entry.value.id,
    class: reference(entry, 'class', entry.value.class, names.classes),
    name: entry.text('name', 9),
    party,
    items: [...items, none, none].slice(0, 2),
    beaten: entry.text('beaten', 34),
  };
}

const string = (text, length) => {
  const bytes = [...text].map((letter) => letter.charCodeAt(0));
  return [...bytes, ...Array(length - bytes.length).fill(0)];
};

/** The C tables; src/data/tables.h declares them. @returns {Map<string, string>} file name → source */
export function generateBattle(root) {
  const data = readBattleData(root);
  return new Map([
    ['battle_data.c', tables(data)],
    ['battle_ids.h', idsHeader(data)],
  ]);
}

function tables(data) {
  let out = '/* Generated by tools/battle-data.js; do not edit. */\n#include "data/tables.h"\n\n';
  const table = (type, name, rows) => `const struct ${type} ${name}[] = {\n  ${rows.join(',\n  ')}\n};\n`;
  const list = (values) => `{${values.join(', ')}}`;
  out += byteArray(
    'type_names',
    data.types.flatMap((name) => string(name.toUpperCase(), 7)),
  );
  out += byteArray('type_factors', data.factors);
  out += `const u8 type_count = ${data.types.length};\n`;
  for (const { id, moves } of data.species)
    out += byteArray(`${identifier(id)}_learnset`, [...moves.flat(), 0]);
  out += table(
    'species_row',
    'species_rows',
    data.species.map((s) =>
      list([
        list([
          list(string(s.name, 11)),
          ...[list(s.types), list(s.base), s.catchRate, s.yield, s.growth, s.evolveLevel, s.evolveTo],
        ]),
        `${identifier(s.id)}_learnset`,
        JSON.stringify(s.about),
      ]),
    ),
  );
  out += table(
    'move_data',
    'move_rows',
    data.moves.map((m) =>
      list([
        list(string(m.name, 13)),
        ...[m.type, m.kind, m.power, m.accuracy, m.pp, m.effect, m.chance, m.priority],
      ]),
    ),
  );
  out += table(
    'item_data',
    'item_rows',
    data.items.map((i) =>
      list([list(string(i.name, 13)), i.price, i.kind, i.value, list(string(i.about, 37))]),
    ),
  );
  out += trainerTables(data, table, list);
  for (const shop of data.shops) out += byteArray(`shop_${identifier(shop.id)}`, [...shop.items, none]);
  out += `const u8 *const shop_rows[] = {${data.shops.map(({ id }) => `shop_${identifier(id)}`).join(', ')}};\n`;
  return out;
}

function trainerTables(data, table, list) {
  let out = '';
  for (const { id, party } of data.trainers)
    out += byteArray(
      `${identifier(id)}_party`,
      party.flatMap(({ species, level, moves }) => [species, level, ...moves]),
    );
  const rows = data.trainers.map((trainer) => {
    const kind = data.classes[trainer.class];
    const fields = [list(string(`${kind.name} ${trainer.name}`, 20)), trainer.class, kind.skill, kind.prize];
    const rest = [trainer.party.length, list(trainer.items), list(string(trainer.beaten, 35))];
    return list([list([...fields, ...rest]), `${identifier(trainer.id)}_party`]);
  });
  return out + table('trainer_row', 'trainer_rows', rows);
}

function idsHeader(data) {
  const defines = (prefix, entries) =>
    [
      ...entries.map(({ id }, i) => `#define ${prefix}_${constant(id)} ${i}\n`),
      `#define ${prefix}_COUNT ${entries.length}\n`,
    ].join('');
  const groups = [
    ['TYPE', data.types.map((id) => ({ id }))],
    ['MOVE', data.moves],
    ['ITEM', data.items],
    ['SPECIES', data.species],
    ['CLASS', data.classes],
    ['TRAINER', data.trainers],
    ['SHOP', data.shops],
  ];
  const body = groups.map(([prefix, entries]) => defines(prefix, entries)).join('');
  return `/* Generated by tools/battle-data.js; do not edit. */\n#ifndef BATTLE_IDS_H\n#define BATTLE_IDS_H\n${body}#endif\n`;
}
