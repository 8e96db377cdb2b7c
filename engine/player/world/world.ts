import type { Observation } from '../../../protocol/observation.ts';
import { type Cell, cellKey, distance } from './grid.ts';
import { type Link, Place } from './place.ts';
import { seenCells, type ViewShape } from './view.ts';

/** Pixels of a cell. */
export const cellPixels = 16;

/** Below this agreement the view cannot be where the player believes to be. */
const lostBelow = 0.55;
/** Fewer comparable cells than this prove nothing. */
const enoughCells = 20;
/** Pixels of a step after which it will be walked to its end, whatever is pressed. */
const begunPixels = 4;
/** Pixels by which a long walk's scroll may miss whole cells. */
const scrollSlack = 3;

/**
 * The player's map of the world, built from observations alone: places joined by doors, and where the player
 * stands. Position comes from dead reckoning (how the picture scrolled), corrected by comparing what is seen
 * with what is known.
 */
export class World {
  readonly shape: ViewShape;
  readonly places: Place[] = [];
  place: Place | null = null;
  position: Cell = { x: 0, y: 0 };
  /** Pixels scrolled since `position` was last certain. */
  offset: Cell = { x: 0, y: 0 };
  frame = 0;
  /** The door the player last meant to take, set by the skill that walks into it. */
  intendedDoor: Cell | null = null;
  #travelling = true;

  constructor(shape: ViewShape) {
    this.shape = shape;
  }

  /** The cell that the step under way ends on, going by the scroll alone; `position` when the picture rests. */
  get headedFor(): Cell {
    return { x: this.position.x + begunCells(this.offset.x), y: this.position.y + begunCells(this.offset.y) };
  }

  /** True when the player's cell is known and the picture rests. */
  get settled(): boolean {
    return this.place !== null && !this.#travelling && this.offset.x === 0 && this.offset.y === 0;
  }

  /** Forgets where the player stands, not what the places look like; `frame` is the present one. */
  loseTrack(frame: number): void {
    this.#travelling = true;
    this.frame = frame;
  }

  /** Takes in one observation. */
  observe(observation: Observation): void {
    this.frame = observation.frame;
    if (observation.mode === 'transition' || observation.mode === 'blank') this.#travelling = true;
    if (observation.mode !== 'overworld') return;
    if (this.#travelling || !this.place) {
      if (observation.aligned) this.#arrive(observation);
      return;
    }
    this.offset = { x: this.offset.x + observation.scroll.dx, y: this.offset.y + observation.scroll.dy };
    if (observation.aligned) this.#rest(observation);
  }

  /** The picture rests: move by whole cells, check that against the map, and learn. */
  #rest(observation: Observation): void {
    const reckoned = {
      x: this.position.x + Math.round(this.offset.x / cellPixels),
      y: this.position.y + Math.round(this.offset.y / cellPixels),
    };
    const place = this.place!;
    const position =
      locate(place, observation, this.shape, reckoned, 3) ??
      (this.#walkedOutOfSight(place, observation, reckoned) ? reckoned : null);
    if (!position) {
      this.#travelling = true;
      this.#arrive(observation);
      return;
    }
    this.position = position;
    this.offset = { x: 0, y: 0 };
    place.learn(seenCells(observation, position, this.shape), this.frame);
  }

  /**
   * Whoever walks on without a stop, as humans do, comes to rest where nothing is known yet to compare with. The
   * scroll is then all there is to go by; it adds up to whole cells unless the picture jumped.
   */
  #walkedOutOfSight(place: Place, observation: Observation, reckoned: Cell): boolean {
    const { x, y } = this.offset;
    if (![x, y].every((pixels) => offGrid(pixels) <= scrollSlack)) return false;
    return place.agreement(seenCells(observation, reckoned, this.shape)).compared < enoughCells;
  }

  /** A new picture after a door or a cut: a place known already, or a new one. */
  #arrive(observation: Observation): void {
    const door = this.place ? (this.intendedDoor ?? this.#nearestDoor()) : null;
    const expected = this.place && door ? this.#expected(this.place, door) : null;
    const back =
      (expected && this.#settleIn(expected.place, observation, expected.arrival)) ??
      this.#recognise(observation, this.place);
    const from = this.place && door ? { place: this.place, door } : null;
    if (back) {
      this.place = back.place;
      this.position = back.position;
    } else {
      this.place = new Place(this.places.length, { cell: { x: 0, y: 0 }, from });
      this.places.push(this.place);
      this.position = { x: 0, y: 0 };
    }
    if (from && from.place !== this.place) {
      from.place.links.set(cellKey(from.door), { place: this.place, arrival: this.position });
    }
    this.offset = { x: 0, y: 0 };
    this.intendedDoor = null;
    this.#travelling = false;
    this.place.learn(seenCells(observation, this.position, this.shape), this.frame);
  }

  #nearestDoor(): Cell | null {
    const doors = [...(this.place?.cellsOf('door') ?? []), ...(this.place?.cellsOf('gate') ?? [])];
    const near = doors.filter((door) => distance(door, this.position) <= 2);
    near.sort((a, b) => distance(a, this.position) - distance(b, this.position));
    return near[0] ?? null;
  }

  /** Where a door of `place` leads, if it was taken before or is the one the player came in by. */
  #expected(place: Place, door: Cell): Link | null {
    const taken = place.links.get(cellKey(door));
    if (taken) return taken;
    const { from } = place.entry;
    return from && place.isWayBack(door) ? { place: from.place, arrival: from.door } : null;
  }

  #settleIn(place: Place, observation: Observation, near: Cell) {
    const position = locate(place, observation, this.shape, near, 3);
    return position && { place, position };
  }

  /** Looks for a known place that this view fits, near one of its doors; never the one just left. */
  #recognise(observation: Observation, left: Place | null) {
    for (const place of this.places) {
      // Rooms look alike: only a place with a map much larger than the view is told by its looks.
      if (place === left || place.size < 150) continue;
      for (const door of place.cellsOf('door')) {
        const position = locate(place, observation, this.shape, door, 2, 0.93, 60);
        if (position) return { place, position };
      }
    }
    return null;
  }

  /** Where a door leads, of the present place or another, when that is known. */
  leadsTo(door: Cell, place = this.place): Link | null {
    return place && this.#expected(place, door);
  }
}

/** Cells walked, with one that was begun for good. */
const begunCells = (pixels: number): number =>
  Math.sign(pixels) * Math.floor((Math.abs(pixels) + cellPixels - begunPixels) / cellPixels);

/** Pixels to the nearest whole cell. */
const offGrid = (pixels: number): number => Math.abs(pixels - Math.round(pixels / cellPixels) * cellPixels);

/**
 * The position within `reach` cells of `guess` at which the view agrees best with what is known of the place.
 * The guess itself wins unless another position is clearly better. Null: the view fits nowhere.
 */
const locate = (
  place: Place,
  observation: Observation,
  shape: ViewShape,
  guess: Cell,
  reach: number,
  atLeast = lostBelow,
  enough = enoughCells,
): Cell | null => {
  const seen = seenCells(observation, guess, shape);
  const here = place.agreement(seen);
  if (here.share >= 0.9 && here.compared >= enough) return guess;
  let best = { position: guess, share: here.compared >= enough ? here.share : 0, compared: here.compared };
  for (let y = -reach; y <= reach; y++) {
    for (let x = -reach; x <= reach; x++) {
      const { share, compared } = place.agreement(seen, x, y);
      if (compared >= enough && share > best.share + 0.1) {
        best = { position: { x: guess.x + x, y: guess.y + y }, share, compared };
      }
    }
  }
  return best.share >= atLeast ? best.position : null;
};
