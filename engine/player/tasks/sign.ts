import { interact } from '../skills/interact.ts';
import { settle } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import { leaveHouse } from './houses.ts';
import { seek } from './seek.ts';
import type { TaskResult } from './task.ts';

/** Signs that do not answer before the task counts as stuck. */
const mostSilent = 6;

/** Walks to the nearest sign, exploring until one is in sight, and reads it to the end. */
export function* readSign(mind: Mind): Doing<TaskResult> {
  const { world } = mind;
  // Handed back in a house: signs stand outdoors, unless one is in sight here.
  if (world.place?.indoors && world.place.cellsOf('sign').length === 0) yield* leaveHouse(mind);
  for (let silent = 0; silent < mostSilent; silent++) {
    const found = yield* seek(mind, {
      candidates: () => world.place!.cellsOf('sign'),
      what: 'a sign',
      why: 'signs tell where to go',
      heading: null,
    });
    if (found === 'elsewhere' || found === 'stuck') return 'stuck';
    mind.intend({
      skill: 'interact',
      action: `face ${found.facing} and read`,
      why: 'the sign stands in the next cell',
      confidence: 0.9,
      stepsLeft: 0,
    });
    if (yield* interact(mind, found.facing)) {
      yield* settle(mind);
      return 'done';
    }
    world.place?.bump(found.cell, world.frame);
  }
  return 'stuck';
}
