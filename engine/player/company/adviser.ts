import type { GuideTask } from '../../../protocol/guide.ts';
import { buttonBit } from '../../../protocol/words.ts';
import type { Intention, Mind } from '../skills/skill.ts';
import { inWords } from '../tasks/explore.ts';
import { type Cell, classIndex, type Direction, neighbour, sameCell } from '../world/grid.ts';
import type { Place } from '../world/place.ts';
import type { Hands } from './hands.ts';
import { imagine } from './imagine.ts';

/** Frames after which advice is thought through again although nobody has moved: others have, perhaps. */
const rethinkAfter = 60;

/** What the player would do now. */
export interface Thought {
  /** Button mask, never 0. */
  buttons: number;
  intention: Intention;
}

/** A way that is being advised: the cells on it, from where it began, and the direction in which each is left. */
interface Way {
  cells: Cell[];
  steps: Direction[];
}

/**
 * Thinks of advice while a human plays. A way once advised is kept for as long as the human walks along it: thought
 * of afresh at each cell, two ways of the same worth would take turns and lead nowhere.
 */
export class Adviser {
  #thought: Thought | null = null;
  /** What was on the screen when it was thought of, and when. */
  #about = '';
  #frame = 0;
  #way: Way | null = null;
  /** The cell on it that the thought is for. */
  #at: Cell = { x: 0, y: 0 };

  /** The advice for what is on the screen now; the same object while there is nothing new to say. */
  adviseOn(task: GuideTask, mind: Mind, hands: Hands): Thought | null {
    const { world, seen } = mind;
    if (seen.mode === 'overworld' && !world.settled) return this.#underWay(world.headedFor);
    const about = [
      task.name,
      seen.mode,
      world.place?.id,
      world.position.x,
      world.position.y,
      hands.facing,
    ].join();
    if (about === this.#about && world.frame - this.#frame < rethinkAfter) return this.#thought;
    const onTheWay = about !== this.#about && seen.mode === 'overworld' && this.#goOn(world.position);
    this.#about = about;
    this.#frame = world.frame;
    if (!onTheWay) this.#think(task, mind, hands);
    return this.#thought;
  }

  /** Forgets what was said: time has passed, or the place is another. */
  forget(): void {
    this.#thought = null;
    this.#about = '';
    this.#way = null;
  }

  #think(task: GuideTask, mind: Mind, hands: Hands): void {
    const imagined = imagine(mind, task, hands);
    this.#way = null;
    this.#thought = imagined && typeof imagined === 'object' ? imagined : null;
    const steps = this.#thought?.intention.steps;
    this.#at = mind.world.position;
    if (steps && mind.world.place) this.#way = wayFrom(mind.world.place, this.#at, steps);
  }

  /** The picture moves: what is left of the advised way, or nothing at its end, until there is something to look at. */
  #underWay(headedFor: Cell): Thought | null {
    const end = this.#way?.cells.at(-1);
    if (end && sameCell(headedFor, end)) {
      this.forget();
    } else if (this.#way && !sameCell(headedFor, this.#at)) {
      this.#goOn(headedFor);
    }
    return this.#thought;
  }

  /** True where the human stands on the way that was advised, with some of it left. */
  #goOn(position: Cell): boolean {
    const { intention } = this.#thought ?? {};
    const at = this.#way?.cells.findIndex((cell) => sameCell(cell, position)) ?? -1;
    const steps = this.#way?.steps.slice(at) ?? [];
    const next = steps[0];
    if (at < 0 || !intention || !next) return false;
    this.#at = position;
    const walked = (intention.steps?.length ?? 0) - steps.length;
    const stepsLeft = intention.stepsLeft === undefined ? {} : { stepsLeft: intention.stepsLeft - walked };
    this.#thought = {
      buttons: buttonBit(next),
      intention: { ...intention, ...stepsLeft, steps, action: `walk ${inWords(steps)}` },
    };
    return true;
  }
}

const ledge = classIndex('ledge');

const wayFrom = (place: Place, start: Cell, steps: Direction[]): Way => {
  const cells = [start];
  for (const direction of steps) {
    const next = neighbour(cells.at(-1)!, direction);
    // A ledge is hopped over.
    cells.push(place.classAt(next) === ledge ? neighbour(next, direction) : next);
  }
  return { cells, steps };
};
