/** Map files (maps/*.json, see maps/README.md) → block arrays and byte lists that the engine reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directions } from './directions.js';
import { encodeFeature } from './features.js';
import { itemFlag, itemScript, trainerFlag, trainerScript } from './scripts.js';

const behaviours = ['still', 'look', 'wander'];
/** Legend characters that are drawn by their neighbours: path and water. */
const areas = new Map([
  [':', 'path'],
  ['~', 'water'],
]);
const none = 255;
/** Files in maps/ that are no maps. */
const others = ['order.json', 'flags.json'];
/** A warp to this map runs a script instead; its number stands where the place would. */
const scriptWarp = 254;
/** Added to the direction of a warp that shows the card of the first chapter before it. */
const chapterCard = 128;
/** Marks a number of a script among numbers of texts. */
const isScript = 0x8000;
/** A spot from here on is found by the map's generator: its number is what is left. */
const generatedSpot = 240;

/** Reads all maps; the order of `order` gives the map numbers. */
export function readMaps(folder, order) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !others.includes(file));
  for (const file of files) {
    if (!order.includes(file.slice(0, -5)))
      throw new Error(`maps/${file} is not listed in maps/order.json; add it there.`);
  }
  return order.map((name) => ({ ...JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')), name }));
}

/** Everything of one map as numbers. `world` gives lookups: blockNumber(tileset, name), mapNumber, textNumber, kindNumber. */
export function compileMap(map, tilesets, world) {
  const tileset = tilesets[map.tileset];
  if (!tileset)
    throw new Error(`map "${map.name}" wants tileset "${map.tileset}", which tileset.json lacks.`);
  const block = (name) => world.blockNumber(map.tileset, name);
  const width = map.rows[0].length;
  const height = map.rows.length;
  const grid = layOut(map, tileset, width, height, block);
  for (const stamp of map.stamps ?? []) placeStamp(map, grid, width, stamp, block);
  for (const [x, y, name] of map.blocks ?? []) grid[y * width + x] = block(name);
  const word = (value) => [value & 255, value >> 8];
  const script = (name) => world.scriptNumber(`${map.name}/${name}`);
  /** What is said or done when the player presses A: a text's number, or a script's with its mark. */
  const talk = (entry) =>
    word(entry.script ? script(entry.script) | isScript : world.textNumber(map, entry.text));
  const flag = (name) => (name === undefined ? none : world.flagNumber(name));
  const inside = (what, x, y) => {
    if (!(x >= 0 && y >= 0 && x < width && y < height))
      throw new Error(`map "${map.name}": ${what} at (${x}, ${y}) is outside ${width}×${height}.`);
  };
  const milestone = (entry) => entry.milestone ?? none;
  const warps = (map.warps ?? []).flatMap((warp) => {
    inside('a warp', warp.x, warp.y);
    const at = tileset.blocks[grid[warp.y * width + warp.x]];
    if (!warp.opens && !['door', 'gate'].includes(at.class))
      throw new Error(
        `map "${map.name}": the warp at (${warp.x}, ${warp.y}) stands on "${at.name}", which is no door.`,
      );
    if (warp.script) return [warp.x, warp.y, scriptWarp, ...word(script(warp.script)), 0, milestone(warp)];
    return [
      warp.x,
      warp.y,
      world.mapNumber(warp.to.map),
      warp.to.x,
      warp.to.y,
      directions.indexOf(warp.to.face) + (warp.card ? chapterCard : 0),
      milestone(warp),
    ];
  });
  const signs = (map.signs ?? []).flatMap((sign) => {
    inside('a sign', sign.x, sign.y);
    return [sign.x, sign.y, ...talk(sign), milestone(sign)];
  });
  const triggers = (map.triggers ?? []).flatMap((trigger) => {
    const [left, top, right, bottom] = trigger.area;
    inside('a trigger', left, top);
    inside('a trigger', right, bottom);
    return [...trigger.area, flag(trigger.if), flag(trigger.unless), ...word(script(trigger.script))];
  });
  const persons = (map.persons ?? []).flatMap((person) => {
    for (const [x, y] of person.spots) if (x < generatedSpot) inside('a person', x, y);
    if (!map.people.includes(person.kind))
      throw new Error(`map "${map.name}": "${person.kind}" is missing from its "people" list.`);
    const own = person.trainer
      ? { script: trainerScript(person) }
      : person.item
        ? { script: itemScript(map, person) }
        : person;
    return [
      world.kindNumber(person.kind),
      behaviours.indexOf(person.behaviour ?? 'still'),
      directions.indexOf(person.face ?? 'down'),
      ...talk(own),
      person.radius ?? 0,
      flag(person.if),
      flag(person.item ? itemFlag(map, person) : person.unless),
      person.trainer?.sight ?? 0,
      flag(person.trainer ? trainerFlag(person) : undefined),
      person.spots.length,
      ...person.spots.flat(),
    ];
  });
  if (map.people.length > 4)
    throw new Error(`map "${map.name}" has ${map.people.length} kinds of people; 4 fit into video memory.`);
  const counted = (list, size) => [list.length / size, ...list];
  return {
    name: map.name,
    width,
    height,
    grid,
    features: [...(map.features ?? []).flatMap((feature) => encodeFeature(map, feature, block, world)), 0],
    warps: counted(warps, 7),
    signs: counted(signs, 5),
    triggers: counted(triggers, 8),
    persons: [(map.persons ?? []).length, ...persons],
    starts: [(map.starts ?? []).length, ...(map.starts ?? []).flat()],
    tileset: Object.keys(tilesets).indexOf(map.tileset),
    border: block(tileset.border),
    people: [...map.people.map(world.kindNumber), none, none, none, none].slice(0, 4),
    north: connection(map.connections?.north, world),
    south: connection(map.connections?.south, world),
    west: connection(map.connections?.west, world),
    east: connection(map.connections?.east, world),
    dark: map.dark ? 1 : 0,
    encounters: compileEncounters(map, world),
    milestone: map.milestone ?? none,
  };
}

/** Chances of the slots of an encounter table out of 16, by how many slots there are. */
const encounterSlots = 16;
const encounterPlaces = ['grass', 'floor'];

/** Place, rate of 256 a step, then 16 slots of species, lowest and highest level; empty where nothing wild lives. */
function compileEncounters(map, world) {
  const wild = map.encounters;
  if (!wild) return [];
  const slots = wild.table.flatMap(([species, lowest, highest, chance]) =>
    Array.from({ length: chance }, () => [world.speciesNumber(species), lowest, highest]),
  );
  if (slots.length !== encounterSlots)
    throw new Error(
      `map "${map.name}": the chances of its wild monsters add up to ${slots.length}, not ${encounterSlots}.`,
    );
  return [encounterPlaces.indexOf(wild.on), wild.rate, ...slots.flat()];
}

const connection = (to, world) => (to ? [world.mapNumber(to.map), to.offset & 255] : [none, 0]);

function layOut(map, tileset, width, height, block) {
  const legend = new Map(
    tileset.blocks.filter((entry) => entry.legend).map((entry) => [entry.legend, entry.name]),
  );
  for (const [letter, name] of Object.entries(map.legend ?? {})) legend.set(letter, name);
  const at = (x, y) => map.rows[Math.min(Math.max(y, 0), height - 1)][Math.min(Math.max(x, 0), width - 1)];
  const grid = [];
  for (let y = 0; y < height; y++) {
    if (map.rows[y].length !== width)
      throw new Error(`map "${map.name}": row ${y} has ${map.rows[y].length} blocks, row 0 has ${width}.`);
    for (let x = 0; x < width; x++) {
      const letter = at(x, y);
      const area = areas.get(letter);
      if (area) {
        const joined = [
          [0, -1],
          [1, 0],
          [0, 1],
          [-1, 0],
        ].reduce((bits, [dx, dy], i) => bits | (at(x + dx, y + dy) === letter ? 1 << i : 0), 0);
        grid.push(block(`${area}-${joined}`));
      } else {
        const name = legend.get(letter);
        if (!name)
          throw new Error(
            `map "${map.name}": row ${y} has "${letter}", which no block of "${map.tileset}" has as its legend.`,
          );
        grid.push(block(name));
      }
    }
  }
  return grid;
}

/** Buildings: `house` (4×3; roof colour, door column, chimney, board), `gate` (6×3; door column), `gym` (6×4; door column). */
const stamps = { house, gate, gym };
function placeStamp(map, grid, width, stamp, block) {
  const make = stamps[stamp.stamp];
  if (!make)
    throw new Error(
      `map "${map.name}" has the stamp "${stamp.stamp}"; known are ${Object.keys(stamps).join(', ')}.`,
    );
  for (const [y, row] of make(stamp).entries())
    for (const [x, name] of row.entries()) grid[(stamp.y + y) * width + stamp.x + x] = block(name);
}

function house({ roof, door, chimney, board }) {
  const row = (level) => [
    `roof-${roof}-${level}-left`,
    `roof-${roof}-${level}-middle`,
    `roof-${roof}-${level}-middle`,
    `roof-${roof}-${level}-right`,
  ];
  const upper = row('upper');
  if (chimney) upper[2] = 'roof-red-chimney';
  const walls = ['wall-left', 'wall-window', 'wall-window', 'wall-right'];
  walls[door] = 'door';
  if (board) walls[3 - door] = `${board}-board`;
  return [upper, row('lower'), walls];
}

function gym({ door }) {
  const frieze = Array(6).fill('gym-frieze');
  frieze[door] = 'gym-emblem';
  const walls = Array(6).fill('gym-wall');
  walls[door] = 'door';
  return [Array(6).fill('gym-roof'), Array(6).fill('gym-roof'), frieze, walls];
}

function gate({ door }) {
  const walls = Array.from({ length: 6 }, (_, x) => (x === door ? 'gate-door' : 'gate-wall'));
  return [Array(6).fill('gate-top'), Array(6).fill('gate-wall'), walls];
}
