import { settle } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import { walk } from '../skills/walk.ts';
import { type Cell, type Direction, directionNames, sameCell } from '../world/grid.ts';
import { Routes } from '../world/routes.ts';
import { explore, inWords } from './explore.ts';

/** What is looked for, and how. */
export interface Search {
  /** The cells that would do, of those known in this place. */
  candidates: () => Cell[];
  /** In words: "a sign". */
  what: string;
  /** In words: why it is looked for. */
  why: string;
  heading: Direction | null;
  /** The cells that would do where nothing better comes into sight. */
  lastResort?: () => Cell[];
}

/** Standing beside what was looked for, which lies in the direction `facing`. */
export interface Found {
  cell: Cell;
  facing: Direction;
}

/** Cells walked towards something before looking again: people move. */
const stretch = 6;
/** Fruitless turns before a search is given up. */
const mostFruitless = 40;
/** Fruitless turns after which the last resort will do. */
const soonFruitless = 8;

/**
 * Looks for something and walks up to it: the nearest one known, or else explores until there is one.
 * Returns 'elsewhere' when the player is no longer in the place where the search began.
 */
export function* seek(mind: Mind, search: Search): Doing<Found | 'elsewhere' | 'stuck'> {
  const { world } = mind;
  if ((yield* settle(mind)) !== 'overworld') return 'elsewhere';
  const place = world.place!;
  let twice: Cell | null = null;
  for (let fruitless = 0; fruitless < mostFruitless; ) {
    const mode = yield* settle(mind);
    if (mode !== 'overworld' || world.place !== place) return 'elsewhere';
    const routes = new Routes(place, world.position, world.frame);
    const wanted = search.candidates();
    const candidates =
      wanted.length === 0 && fruitless >= soonFruitless ? (search.lastResort?.() ?? []) : wanted;
    const nearest = candidates
      .filter((cell) => !place.isBlocked(cell, world.frame))
      .map((cell) => ({ cell, route: routes.beside(cell) }))
      .sort(
        (a, b) => (a.route?.cost ?? Number.POSITIVE_INFINITY) - (b.route?.cost ?? Number.POSITIVE_INFINITY),
      )[0];
    if (nearest?.route) {
      const { steps, facing } = nearest.route;
      if (steps.length === 0) {
        if (twice && sameCell(twice, nearest.cell)) return { cell: nearest.cell, facing };
        // A second look before acting: one look may misread a cell.
        twice = nearest.cell;
        yield 0;
        continue;
      }
      mind.intend({
        skill: 'walk-to',
        action: `walk ${inWords(steps.slice(0, stretch))}`,
        why: `${search.what} is ${steps.length} steps away; ${search.why}`,
        confidence: 0.9,
        steps: steps.slice(0, stretch),
        stepsLeft: steps.length,
      });
      if ((yield* walk(mind, steps.slice(0, stretch))) !== 'arrived') fruitless++;
      continue;
    }
    const result = yield* explore(
      mind,
      routes,
      search.heading,
      `${search.what} is looked for: ${search.why}`,
    );
    if (result === 'arrived') continue;
    fruitless++;
    if (result === 'exhausted') yield* shuffle(mind);
  }
  return 'stuck';
}

/** Nothing leads on: a step anywhere, and bumps are forgiven, for people may have moved. */
function* shuffle(mind: Mind): Doing<void> {
  mind.world.place?.forgetBumps();
  const direction = directionNames[Math.floor(mind.random() * directionNames.length)]!;
  mind.intend({
    skill: 'shuffle',
    action: `try ${direction}`,
    why: 'nothing unknown is left within reach; people may have moved',
    confidence: 0.2,
  });
  yield* walk(mind, [direction]);
  yield* settle(mind);
}
