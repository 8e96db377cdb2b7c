import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One step of a script, as maps/README.md describes them. */
export type Command = [name: string, ...operands: unknown[]];

/** A map as build/thistlevale.world.json describes it; only what tests need. */
export interface WorldMap {
  number: number;
  name: string;
  width: number;
  height: number;
  /** Places where the player can appear. */
  entries: [number, number][];
  connections?: Partial<Record<'north' | 'south' | 'west' | 'east', { map: string; offset: number }>>;
  warps?: { x: number; y: number; to?: { map: string; x: number; y: number }; script?: string }[];
  triggers?: { area: [number, number, number, number]; script: string }[];
  persons?: { name?: string; kind: string; script?: string }[];
  scripts: { number: number; name: string; commands: Command[] }[];
}

interface World {
  maps: WorldMap[];
  flags: { number: number; name: string; meaning: string }[];
  items: { number: number; id: string }[];
  species: { number: number; id: string }[];
  moves: { number: number; id: string }[];
  trainers: { number: number; id: string }[];
}

/** The world of the ROM that was built last. */
export const world: World = JSON.parse(
  readFileSync(fileURLToPath(new URL('../build/thistlevale.world.json', import.meta.url)), 'utf8'),
);

const numberOf = (list: { number: number }[], what: string, holds: (entry: never) => boolean): number => {
  const entry = list.find((candidate) => holds(candidate as never));
  if (!entry) throw new Error(`thistlevale.world.json has no ${what}`);
  return entry.number;
};

export const mapNumber = (name: string): number =>
  numberOf(world.maps, `map "${name}"`, (map: WorldMap) => map.name === name);
export const flagNumber = (name: string): number =>
  numberOf(world.flags, `flag "${name}"`, (flag: { name: string }) => flag.name === name);
export const itemNumber = (id: string): number =>
  numberOf(world.items, `item "${id}"`, (item: { id: string }) => item.id === id);
export const speciesNumber = (id: string): number =>
  numberOf(world.species, `species "${id}"`, (species: { id: string }) => species.id === id);
export const moveNumber = (id: string): number =>
  numberOf(world.moves, `move "${id}"`, (move: { id: string }) => move.id === id);
