import type { Button } from '../../../protocol/words.ts';
import { cellClasses } from '../../../protocol/words.ts';
import type { ReferenceMemory } from '../../reference.ts';
import { personPlaces } from './senses.ts';

/** Blocks around the map in wOverworldMap. */
const border = 6;

export const ways: readonly [Button, number, number][] = [
  ['down', 0, 1],
  ['up', 0, -1],
  ['left', -1, 0],
  ['right', 1, 0],
];

const classNumber = (name: (typeof cellClasses)[number]): number => cellClasses.indexOf(name);
const floor = classNumber('floor');
const grass = classNumber('grass');
const ledge = classNumber('ledge');
const leadsAway = [classNumber('door'), classNumber('gate')];

/** Places on a map as one number each. */
export const cellOf = (x: number, y: number): number => y * 256 + x;
export const xOf = (cell: number): number => cell & 255;
export const yOf = (cell: number): number => cell >> 8;

/** The map that the player is on: what can be walked, and who stands in the way. */
export class Grid {
  readonly width: number;
  readonly height: number;
  readonly #stride: number;
  readonly #blocks: Uint8Array;
  readonly #classes: Uint8Array;
  readonly #persons: ReadonlySet<number>;

  constructor(memory: ReferenceMemory) {
    this.width = memory.number('wMapWidth');
    this.height = memory.number('wMapHeight');
    this.#stride = memory.number('wMapStride');
    this.#blocks = memory.bytes('wOverworldMap');
    this.#classes = memory.bytes('wBlockClass');
    this.#persons = new Set(
      personPlaces(memory).flatMap((place) => (place ? [cellOf(place[0], place[1])] : [])),
    );
  }

  /** The class of a block; up to six blocks outside of the map are the neighbour's. */
  classAt(x: number, y: number): number {
    return this.#classes[this.#blocks[(y + border) * this.#stride + x + border] ?? 0] ?? 0;
  }

  isGrass(x: number, y: number): boolean {
    return this.classAt(x, y) === grass;
  }

  isTaken(x: number, y: number): boolean {
    return this.#persons.has(cellOf(x, y));
  }

  /** Whether one can stand there without being led away. */
  isOpen(x: number, y: number): boolean {
    const at = this.classAt(x, y);
    return (at === floor || at === grass) && !this.isTaken(x, y);
  }

  isDoor(x: number, y: number): boolean {
    return leadsAway.includes(this.classAt(x, y)) && !this.isTaken(x, y);
  }

  isInside(x: number, y: number): boolean {
    return x >= 0 && y >= 0 && x < this.width && y < this.height;
  }

  /**
   * The places that steps from here lead to: one block on, or two over a ledge. Doors are among them only
   * where they are the goal: who steps on one is led away.
   */
  *stepsFrom(x: number, y: number, goals: ReadonlySet<number>): Generator<[Button, number]> {
    for (const [button, dx, dy] of ways) {
      const nextX = x + dx;
      const nextY = y + dy + (button === 'down' && this.classAt(x, y + 1) === ledge ? 1 : 0);
      if (!this.isInside(nextX, nextY)) continue;
      const cell = cellOf(nextX, nextY);
      if (this.isOpen(nextX, nextY) || (goals.has(cell) && this.isDoor(nextX, nextY))) yield [button, cell];
    }
  }
}

/** One step of a way: the button, and where it leads. */
export interface Step {
  button: Button;
  cell: number;
}

/**
 * A shortest way from a place to the nearest of the goals; null when there is none. `dear` places cost as
 * much as `dearness` steps: tall grass that one would rather not wake.
 */
export const findWay = (
  grid: Grid,
  from: number,
  goals: ReadonlySet<number>,
  dearness = 1,
): Step[] | null => {
  const cost = new Map<number, number>([[from, 0]]);
  const cameBy = new Map<number, { from: number; button: Button }>();
  // Costs are small whole numbers: a list of cells for each is the queue.
  const queue: number[][] = [[from]];
  for (let reached = 0; reached < queue.length; reached++) {
    for (const cell of queue[reached] ?? []) {
      if (cost.get(cell) !== reached) continue;
      if (goals.has(cell)) return wayTo(cell, cameBy);
      for (const [button, next] of grid.stepsFrom(xOf(cell), yOf(cell), goals)) {
        const sum = reached + (grid.isGrass(xOf(next), yOf(next)) ? dearness : 1);
        if (sum >= (cost.get(next) ?? Number.POSITIVE_INFINITY)) continue;
        cost.set(next, sum);
        cameBy.set(next, { from: cell, button });
        let list = queue[sum];
        if (!list) {
          list = [];
          queue[sum] = list;
        }
        list.push(next);
      }
    }
  }
  return null;
};

const wayTo = (goal: number, cameBy: ReadonlyMap<number, { from: number; button: Button }>): Step[] => {
  const way: Step[] = [];
  for (let cell = goal, by = cameBy.get(cell); by; cell = by.from, by = cameBy.get(cell))
    way.push({ button: by.button, cell });
  return way.reverse();
};
