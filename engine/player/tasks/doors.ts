import { enter } from '../skills/enter.ts';
import { settle } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import type { Cell } from '../world/grid.ts';
import { type Search, seek } from './seek.ts';
import type { TaskResult } from './task.ts';

/** Closed doors in a row after which the search is given up. */
const mostClosed = 12;

/**
 * Walks to a door of the search, exploring until there is one, and through it.
 * Returns 'done' once in another place, or at the end of the game.
 */
export function* takeDoor(mind: Mind, search: Search): Doing<TaskResult> {
  const { world } = mind;
  for (let closed = 0; closed < mostClosed; closed++) {
    const found = yield* seek(mind, search);
    if (found === 'stuck') return 'stuck';
    if (found === 'elsewhere') return 'done';
    const place = world.place;
    mind.intend({
      skill: 'enter',
      action: `step ${found.facing} through ${search.what}`,
      why: search.why,
      confidence: 0.9,
      stepsLeft: 0,
    });
    yield* enter(mind, found.facing);
    const mode = yield* settle(mind);
    if (mode !== 'overworld' || world.place !== place) return 'done';
  }
  return 'stuck';
}

/** True for a door by which the player came into the present place. */
export const isWayBack = (mind: Mind, door: Cell): boolean => mind.world.place?.isWayBack(door) ?? false;
