/**
 * The world as data: build/thistlevale.world.json, for tools that plan ways through the game (reference players, tests,
 * scenarios). Names stay names; every list says by its order, or by `number`, what the game's memory calls them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFlags } from './flags.js';
import { readMaps } from './maps.js';
import { scriptsOf } from './scripts.js';
import { readTexts } from './text.js';

/** Lists of data/ whose order gives the numbers. */
const dataLists = ['items', 'species', 'moves', 'trainers', 'shops'];

/**
 * @param {string} root the game's folder
 * @param {(maps: object[]) => string[]} textFiles which files hold the texts, in the order of their numbers
 */
export function describeWorld(root, textFiles) {
  const json = (name) => JSON.parse(readFileSync(join(root, name), 'utf8'));
  const maps = readMaps(join(root, 'maps'), json('maps/order.json'));
  let scripts = 0;
  const texts = textFiles(maps).flatMap((file) => [...readTexts(join(root, 'maps', `${file}.txt`), file)]);
  return {
    game: 'thistlevale',
    maps: maps.map(({ scripts: _own, ...map }, number) => ({
      number,
      ...map,
      width: map.rows[0].length,
      height: map.rows.length,
      entries: entriesOf(map, maps),
      scripts: [...scriptsOf(maps[number])].map(([name, commands]) => ({
        number: scripts++,
        name,
        commands,
      })),
    })),
    flags: readFlags(root, maps).map((flag, number) => ({ number, ...flag })),
    texts: texts.map(([name, text], number) => ({ number, name, text: text.trim() })),
    ...Object.fromEntries(
      dataLists.map((list) => [
        list,
        json(`data/${list}.json`)[list].map((entry, number) => ({ number, ...entry })),
      ]),
    ),
  };
}

/** Every `warp` command of a script, also inside of `if`. */
const warpsOf = (commands) =>
  commands.flatMap(([name, ...rest]) => {
    if (name === 'warp') return [rest];
    if (name === 'if') return [...warpsOf(rest[1]), ...warpsOf(rest[2] ?? [])];
    return [];
  });

/** Places of a map where the player can appear: starts, targets of warps and of scripts. Edges are not among them. */
function entriesOf(map, maps) {
  const places = [...(map.starts ?? [])];
  for (const from of maps) {
    for (const { to } of from.warps ?? []) if (to?.map === map.name) places.push([to.x, to.y]);
    for (const script of scriptsOf(from).values())
      for (const [name, x, y] of warpsOf(script)) if (name === map.name) places.push([x, y]);
  }
  return [...new Map(places.map((place) => [place.join(), place])).values()];
}
