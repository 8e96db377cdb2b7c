import { type CellClass, cellClasses } from '../../../protocol/words.ts';

/** A cell's place on a map; y grows downwards. The origin is wherever the player first stood. */
export interface Cell {
  x: number;
  y: number;
}

export const directions = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
} as const;
export type Direction = keyof typeof directions;
export const directionNames = Object.keys(directions) as Direction[];

export const neighbour = (cell: Cell, direction: Direction): Cell => ({
  x: cell.x + directions[direction].x,
  y: cell.y + directions[direction].y,
});

export const sameCell = (a: Cell, b: Cell): boolean => a.x === b.x && a.y === b.y;
export const distance = (a: Cell, b: Cell): number => Math.abs(a.x - b.x) + Math.abs(a.y - b.y);

/** Cells lie within this many of a place's origin: farther than any game of this kind reaches. */
const reach = 1 << 14;

/** A number for each cell: maps keyed by strings made planning miss its share of the frame budget. */
export const keyAt = (x: number, y: number): number => (x + reach) * 2 * reach + (y + reach);
export const cellKey = (cell: Cell): number => keyAt(cell.x, cell.y);
export const cellOf = (key: number): Cell => ({
  x: Math.floor(key / (2 * reach)) - reach,
  y: (key % (2 * reach)) - reach,
});

export const classIndex = (name: CellClass): number => cellClasses.indexOf(name);

/** Classes that hide what lies beneath: they say nothing about the map itself. */
const passing = new Set([classIndex('person'), classIndex('player'), classIndex('text')]);
export const isPassing = (index: number): boolean => passing.has(index);
