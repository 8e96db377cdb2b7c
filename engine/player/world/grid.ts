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
export const cellKey = (cell: Cell): string => `${cell.x},${cell.y}`;
export const cellOf = (key: string): Cell => {
  const [x, y] = key.split(',').map(Number);
  return { x: x!, y: y! };
};

export const classIndex = (name: CellClass): number => cellClasses.indexOf(name);

/** Classes that hide what lies beneath: they say nothing about the map itself. */
const passing = new Set([classIndex('person'), classIndex('player'), classIndex('text')]);
export const isPassing = (index: number): boolean => passing.has(index);
