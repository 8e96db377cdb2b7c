import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A command of a script: its name, then operands, among them lists of commands. */
export type Command = [name: string, ...operands: unknown[]];
type Side = 'north' | 'south' | 'west' | 'east';

export interface Warp {
  x: number;
  y: number;
  to?: { map: string; x: number; y: number };
  script?: string;
}

export interface Person {
  name?: string;
  kind: string;
  script?: string;
  text?: string;
  item?: string;
  if?: string;
  unless?: string;
  trainer?: { name: string };
}

/** A map as the build describes it for whoever plans ways. */
export interface WorldMap {
  number: number;
  name: string;
  width: number;
  height: number;
  connections?: Partial<Record<Side, { map: string; offset: number }>>;
  warps?: Warp[];
  triggers?: { area: [number, number, number, number]; script: string; if?: string; unless?: string }[];
  signs?: { x: number; y: number; text?: string; script?: string }[];
  persons?: Person[];
  encounters?: { on: string; rate: number; table: [string, number, number, number][] };
  scripts: { number: number; name: string; commands: Command[] }[];
}

export interface Species {
  number: number;
  id: string;
  types: string[];
  catchRate: number;
  growth: string;
  moves: [number, string][];
  evolves?: { level: number; to: string };
}

export interface Move {
  number: number;
  id: string;
  type: string;
  kind: 'force' | 'spirit' | 'status';
  power?: number;
  /** Per cent; absent: never misses. */
  accuracy?: number;
  effect?: string;
  priority?: number;
}

export interface Item {
  number: number;
  id: string;
  price: number;
  kind: string;
  /** Of an orb: its strength in tenths; of a balm: HP. */
  value?: number;
  status?: string;
}

interface World {
  maps: WorldMap[];
  flags: { number: number; name: string }[];
  texts: { number: number; name: string }[];
  items: Item[];
  species: Species[];
  moves: Move[];
  trainers: { number: number; id: string; party: { species: string; level: number }[] }[];
  shops: { number: number; id: string; items: string[] }[];
}

interface TypeChart {
  types: string[];
  factors: Record<string, Record<string, number>>;
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'));

/** The world of the ROM that was built last. */
export const world = read('../build/thistlevale.world.json') as World;
/** Which types are strong against which. */
export const typeChart = read('../data/types.json') as TypeChart;

const found = <Entry>(entry: Entry | undefined, what: string): Entry => {
  if (!entry) throw new Error(`thistlevale.world.json has no ${what}: build the game again`);
  return entry;
};

export const mapOf = (name: string): WorldMap =>
  found(
    world.maps.find((map) => map.name === name),
    `map "${name}"`,
  );
export const flagNumber = (name: string): number =>
  found(
    world.flags.find((flag) => flag.name === name),
    `flag "${name}"`,
  ).number;
export const itemOf = (id: string): Item =>
  found(
    world.items.find((item) => item.id === id),
    `item "${id}"`,
  );
export const moveOf = (id: string): Move =>
  found(
    world.moves.find((move) => move.id === id),
    `move "${id}"`,
  );

/** What a move's type does to a monster of these types: the product of the factors. */
export const typeFactor = (move: string, target: readonly string[]): number =>
  [...new Set(target)].reduce((product, type) => product * (typeChart.factors[move]?.[type] ?? 1), 1);
