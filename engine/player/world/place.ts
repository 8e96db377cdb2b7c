import { cellClasses } from '../../../protocol/words.ts';
import { type Cell, cellKey, cellOf, classIndex, distance, isPassing, keyAt } from './grid.ts';
import type { SeenCell } from './view.ts';

/** How much an older look at a cell still counts at each new look. */
const memory = 0.6;
/** Frames for which a person is believed to stand where it was last seen. */
const personStays = 90;
/** Frames for which a bump keeps a cell closed the first time; it doubles with each further bump. */
const firstBlock = 150;

/** Share of void cells above which a place is a room: a few may be misread. */
const voidShare = 0.08;

interface Known {
  votes: Float32Array;
  class: number;
}

/** A way out of a place and where it led. */
export interface Link {
  place: Place;
  /** Where the player stood on arrival there. */
  arrival: Cell;
}

/** What is known of one connected map: a room, a floor, a stretch of the outdoors. */
export class Place {
  readonly id: number;
  readonly #cells = new Map<number, Known>();
  readonly #persons = new Map<number, number>();
  readonly #blocked = new Map<number, { until: number; times: number }>();
  /** Doors that were taken, by cell. */
  readonly links = new Map<number, Link>();
  /** Where the player arrived for the first time, and from where. */
  readonly entry: { cell: Cell; from: { place: Place; door: Cell } | null };

  constructor(id: number, entry: Place['entry']) {
    this.id = id;
    this.entry = entry;
  }

  /** Class index of a cell, or undefined when it was never seen. */
  classAt(cell: Cell): number | undefined {
    return this.#cells.get(cellKey(cell))?.class;
  }

  /** The same by coordinates, for loops over many cells. */
  classAtXY(x: number, y: number): number | undefined {
    return this.#cells.get(keyAt(x, y))?.class;
  }

  get size(): number {
    return this.#cells.size;
  }

  /** Every cell of a class. */
  cellsOf(name: (typeof cellClasses)[number]): Cell[] {
    const wanted = classIndex(name);
    return [...this.#cells].filter(([, known]) => known.class === wanted).map(([key]) => cellOf(key));
  }

  /** Where people were seen within the last moments. */
  persons(frame: number): Cell[] {
    return [...this.#persons].filter(([, at]) => frame - at <= personStays).map(([key]) => cellOf(key));
  }

  /**
   * True for a door by which the player came in: the nearest one to where the player first stood, or one that
   * touches it, for doors can be two cells wide.
   */
  isWayBack(door: Cell): boolean {
    const { cell, from } = this.entry;
    if (!from || this.classAt(door) !== classIndex('door')) return false;
    const doors = this.cellsOf('door');
    const nearest = doors.reduce((best, at) => (distance(cell, at) < distance(cell, best) ? at : best));
    return distance(cell, nearest) <= 2 && distance(nearest, door) <= 1;
  }

  /** True when a black border is in sight, as in rooms; outdoors the picture is filled. */
  get indoors(): boolean {
    return this.cellsOf('void').length > voidShare * this.size;
  }

  /** Takes in what is seen at `frame`. */
  learn(seen: SeenCell[], frame: number): void {
    for (const cell of seen) {
      const key = cellKey(cell);
      if (cell.class === classIndex('text')) continue;
      if (cell.class === classIndex('person')) this.#persons.set(key, frame);
      else this.#persons.delete(key);
      if (isPassing(cell.class)) {
        // Something walks here, so the ground can be walked on, unless it was seen to be something else.
        if (!this.#cells.has(key)) this.#vote(key, classIndex('floor'), 0.05);
        continue;
      }
      this.#vote(key, cell.class, Math.max(cell.confidence, 0.05));
    }
  }

  #vote(key: number, index: number, weight: number): void {
    let known = this.#cells.get(key);
    if (!known) {
      known = { votes: new Float32Array(cellClasses.length), class: index };
      this.#cells.set(key, known);
    }
    const { votes } = known;
    for (let i = 0; i < votes.length; i++) votes[i]! *= memory;
    votes[index]! += weight;
    for (let i = 0; i < votes.length; i++) if (votes[i]! > votes[known.class]!) known.class = i;
  }

  /** The share of cells that agree with what is known when moved by (dx, dy), and how many could be compared. */
  agreement(seen: SeenCell[], dx = 0, dy = 0): { share: number; compared: number } {
    let compared = 0;
    let agreed = 0;
    for (const cell of seen) {
      if (isPassing(cell.class)) continue;
      const known = this.classAtXY(cell.x + dx, cell.y + dy);
      if (known === undefined) continue;
      compared++;
      if (known === cell.class) agreed++;
    }
    return { share: compared === 0 ? 0 : agreed / compared, compared };
  }

  /** The player ran into this cell: closed for a while, longer each time. */
  bump(cell: Cell, frame: number): void {
    const times = (this.#blocked.get(cellKey(cell))?.times ?? 0) + 1;
    this.#blocked.set(cellKey(cell), { until: frame + firstBlock * 2 ** (times - 1), times });
  }

  isBlocked(cell: Cell, frame: number): boolean {
    const key = cellKey(cell);
    const block = this.#blocked.get(key);
    if (block && block.until > frame) return true;
    const person = this.#persons.get(key);
    return person !== undefined && frame - person <= personStays;
  }

  /** Forgets all bumps: used when nothing else is left to try. */
  forgetBumps(): void {
    this.#blocked.clear();
  }
}
