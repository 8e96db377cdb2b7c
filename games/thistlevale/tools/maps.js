/** Map files (maps/*.json, see maps/README.md) → block arrays and byte lists that the engine reads. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Facing directions in the game's order. */
export const directions = ['down', 'up', 'left', 'right'];
const behaviours = ['still', 'look', 'wander'];
/** Legend characters that are drawn by their neighbours: path and water. */
const areas = new Map([
  [':', 'path'],
  ['~', 'water'],
]);
const none = 255;

/** Reads all maps; the order of `order` gives the map numbers. */
export function readMaps(folder, order) {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'order.json');
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
  const text = (name) => world.textNumber(map, name);
  const inside = (what, x, y) => {
    if (!(x >= 0 && y >= 0 && x < width && y < height))
      throw new Error(`map "${map.name}": ${what} at (${x}, ${y}) is outside ${width}×${height}.`);
  };
  const milestone = (entry) => entry.milestone ?? none;
  const warps = (map.warps ?? []).flatMap((warp) => {
    inside('a warp', warp.x, warp.y);
    const at = tileset.blocks[grid[warp.y * width + warp.x]];
    if (!['door', 'gate'].includes(at.class))
      throw new Error(
        `map "${map.name}": the warp at (${warp.x}, ${warp.y}) stands on "${at.name}", which is no door.`,
      );
    if (warp.to === 'ending') return [warp.x, warp.y, none, 0, 0, 0, milestone(warp)];
    return [
      warp.x,
      warp.y,
      world.mapNumber(warp.to.map),
      warp.to.x,
      warp.to.y,
      directions.indexOf(warp.to.face),
      milestone(warp),
    ];
  });
  const signs = (map.signs ?? []).flatMap((sign) => {
    inside('a sign', sign.x, sign.y);
    return [sign.x, sign.y, text(sign.text), milestone(sign)];
  });
  const persons = (map.persons ?? []).flatMap((person) => {
    for (const [x, y] of person.spots) inside('a person', x, y);
    if (!map.people.includes(person.kind))
      throw new Error(`map "${map.name}": "${person.kind}" is missing from its "people" list.`);
    return [
      world.kindNumber(person.kind),
      behaviours.indexOf(person.behaviour),
      directions.indexOf(person.face ?? 'down'),
      text(person.text),
      person.radius ?? 0,
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
    features: [...(map.features ?? []).flatMap((feature) => encodeFeature(map, feature, block)), 0],
    warps: counted(warps, 7),
    signs: counted(signs, 4),
    persons: [(map.persons ?? []).length, ...persons],
    starts: [(map.starts ?? []).length, ...(map.starts ?? []).flat()],
    tileset: Object.keys(tilesets).indexOf(map.tileset),
    border: block(tileset.border),
    people: [...map.people.map(world.kindNumber), none, none, none, none].slice(0, 4),
    north: connection(map.connections?.north, world),
    south: connection(map.connections?.south, world),
    milestone: map.milestone ?? none,
  };
}

const connection = (to, world) => (to ? [world.mapNumber(to.map), to.offset & 255] : [none, 0]);

function layOut(map, tileset, width, height, block) {
  const legend = new Map(
    tileset.blocks.filter((entry) => entry.legend).map((entry) => [entry.legend, entry.name]),
  );
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

/** Buildings: `house` (4×3, roof colour, door column, chimney) and `gate` (6×3, door column). */
function placeStamp(map, grid, width, stamp, block) {
  const rows = stamp.stamp === 'house' ? house(stamp) : stamp.stamp === 'gate' ? gate(stamp) : undefined;
  if (!rows) throw new Error(`map "${map.name}" has the stamp "${stamp.stamp}"; known are house and gate.`);
  for (const [y, row] of rows.entries())
    for (const [x, name] of row.entries()) grid[(stamp.y + y) * width + stamp.x + x] = block(name);
}

function house({ roof, door, chimney }) {
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
  return [upper, row('lower'), walls];
}

function gate({ door }) {
  const walls = Array.from({ length: 6 }, (_, x) => (x === door ? 'gate-door' : 'gate-wall'));
  return [Array(6).fill('gate-top'), Array(6).fill('gate-wall'), walls];
}

/** Seeded features, as layout.c reads them: kind, then its numbers. */
function encodeFeature(map, feature, block) {
  switch (feature.kind) {
    case 'row':
    case 'column': {
      const fill = block(feature.block);
      const ends = [feature.before ?? feature.block, feature.after ?? feature.block].map(block);
      return [
        feature.kind === 'row' ? 1 : 2,
        feature.at,
        feature.from,
        feature.to,
        fill,
        ...ends,
        feature.gaps,
        feature.width,
        ...[...(feature.avoid ?? []), 0, 0, 0].slice(0, 3),
      ];
    }
    case 'scatter':
      return [3, ...feature.area, block(feature.block), feature.count];
    case 'patch':
      return [4, ...feature.area, ...feature.size, block(feature.block)];
    default:
      throw new Error(
        `map "${map.name}" has the feature "${feature.kind}"; known are row, column, scatter, patch.`,
      );
  }
}
