import { CheapestFirst } from './cheapest-first.ts';
import {
  type Cell,
  cellKey,
  classIndex,
  type Direction,
  directionNames,
  neighbour,
  sameCell,
} from './grid.ts';
import type { Place } from './place.ts';

const floor = classIndex('floor');
const grass = classIndex('grass');
const ledge = classIndex('ledge');

/** Steps cost 1; tall grass is slower to cross (things live in it), a ledge cannot be climbed back. */
const grassCost = 1.5;
const ledgeCost = 12;

/** A way from a start to a cell: directions in order, one a step. */
export interface Route {
  to: Cell;
  cost: number;
  steps: Direction[];
}

/** The shortest ways from a cell to every cell that can be walked to. */
export class Routes {
  readonly #cost = new Map<number, number>();
  readonly #cameBy = new Map<number, { from: Cell; direction: Direction }>();
  readonly reachable: Cell[] = [];
  readonly #start: Cell;

  /** Dijkstra over the known, walkable cells of a place. */
  constructor(place: Place, start: Cell, frame: number) {
    this.#start = start;
    const open = new CheapestFirst();
    open.push(start, 0);
    this.#cost.set(cellKey(start), 0);
    const closed = new Set<number>();
    for (let next = open.pop(); next; next = open.pop()) {
      const { cell, cost } = next;
      const key = cellKey(cell);
      if (closed.has(key)) continue;
      closed.add(key);
      this.reachable.push(cell);
      for (const direction of directionNames) {
        const step = stepFrom(place, cell, direction, frame);
        if (!step) continue;
        const total = cost + step.cost;
        const toKey = cellKey(step.to);
        if (total >= (this.#cost.get(toKey) ?? Number.POSITIVE_INFINITY)) continue;
        this.#cost.set(toKey, total);
        this.#cameBy.set(toKey, { from: cell, direction });
        open.push(step.to, total);
      }
    }
  }

  costTo(cell: Cell): number {
    return this.#cost.get(cellKey(cell)) ?? Number.POSITIVE_INFINITY;
  }

  /** The way to a cell that can be stood on. */
  to(cell: Cell): Route | null {
    const cost = this.costTo(cell);
    if (!Number.isFinite(cost)) return null;
    const steps: Direction[] = [];
    for (let at = cell; !sameCell(at, this.#start); ) {
      const came = this.#cameBy.get(cellKey(at));
      if (!came) return null;
      steps.unshift(came.direction);
      at = came.from;
    }
    return { to: cell, cost, steps };
  }

  /** The cheapest way to stand beside a cell, and the direction in which it then lies. */
  beside(cell: Cell): (Route & { facing: Direction }) | null {
    let best: (Route & { facing: Direction }) | null = null;
    for (const facing of directionNames) {
      const stand = neighbour(cell, opposite[facing]);
      const route = this.to(stand);
      if (route && (!best || route.cost < best.cost)) best = { ...route, facing };
    }
    return best;
  }
}

export const opposite: Record<Direction, Direction> = {
  up: 'down',
  down: 'up',
  left: 'right',
  right: 'left',
};

const canStand = (place: Place, cell: Cell, frame: number): boolean => {
  const index = place.classAt(cell);
  return (index === floor || index === grass) && !place.isBlocked(cell, frame);
};

/** Where one step from `cell` leads. Down onto a ledge is a hop over it; doors are never stepped on by chance. */
const stepFrom = (place: Place, cell: Cell, direction: Direction, frame: number) => {
  const next = neighbour(cell, direction);
  if (canStand(place, next, frame)) {
    return { to: next, cost: place.classAt(next) === grass ? grassCost : 1 };
  }
  if (direction === 'down' && place.classAt(next) === ledge && !place.isBlocked(next, frame)) {
    const landing = neighbour(next, direction);
    if (canStand(place, landing, frame)) return { to: landing, cost: ledgeCost };
  }
  return null;
};
