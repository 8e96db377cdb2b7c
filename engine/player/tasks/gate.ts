import { settle } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import { takeDoor } from './doors.ts';
import { leaveHouse } from './houses.ts';
import type { TaskOf, TaskResult } from './task.ts';

const compass = { up: 'north', down: 'south', left: 'west', right: 'east' } as const;
/** Houses strayed into on the way before the task counts as stuck. */
const mostDetours = 4;

/** On in the guide's direction until a gate is in sight, and through it. */
export function* findGate(mind: Mind, task: TaskOf<'find-gate'>): Doing<TaskResult> {
  for (let detour = 0; detour < mostDetours; detour++) {
    if ((yield* leaveHouse(mind)) === 'stuck') return 'stuck';
    const passed = yield* takeDoor(mind, {
      candidates: () => mind.world.place!.cellsOf('gate'),
      what: 'the gate',
      why: `it lies ${compass[task.heading]}`,
      heading: task.heading,
    });
    if (passed === 'stuck') return 'stuck';
    if ((yield* settle(mind)) === 'ending') return 'done';
  }
  return 'stuck';
}
