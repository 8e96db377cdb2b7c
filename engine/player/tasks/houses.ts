import { settle } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import { cellKey } from '../world/grid.ts';
import { isWayBack, takeDoor } from './doors.ts';
import type { TaskResult } from './task.ts';

/** Doors in a row after which a house must be a maze and the task is given up. */
const mostDoors = 8;

/** Through doors that lead somewhere unknown until outdoors. */
export function* leaveHouse(mind: Mind): Doing<TaskResult> {
  for (let i = 0; i < mostDoors; i++) {
    if ((yield* settle(mind)) !== 'overworld' || !mind.world.place!.indoors) return 'done';
    const doors = () => mind.world.place!.cellsOf('door');
    const onward = yield* takeDoor(mind, {
      candidates: () => doors().filter((door) => mind.world.leadsTo(door) === null),
      what: 'a door',
      why: 'it may lead out of the house',
      heading: null,
    });
    if (onward === 'done') continue;
    // A dead end, or the way in was misjudged: a door never taken from this side, else any.
    const untried = doors().filter((door) => !mind.world.place!.links.has(cellKey(door)));
    const back = yield* takeDoor(mind, {
      candidates: () => (untried.length > 0 ? untried : doors()),
      what: 'the door',
      why: 'no other door was found',
      heading: null,
    });
    if (back === 'stuck') return 'stuck';
  }
  return 'stuck';
}

/** Into a house that was not visited yet, and out again the same way. */
export function* visitHouse(mind: Mind): Doing<TaskResult> {
  const { world } = mind;
  if ((yield* settle(mind)) !== 'overworld') return 'stuck';
  if (!world.place!.indoors) {
    const entered = yield* takeDoor(mind, {
      candidates: () => world.place!.cellsOf('door').filter((door) => world.leadsTo(door) === null),
      what: 'a door',
      why: 'the house behind it was not visited yet',
      heading: null,
    });
    if (entered === 'stuck') return 'stuck';
    if ((yield* settle(mind)) !== 'overworld' || !world.place!.indoors) return 'stuck';
  }
  return yield* takeDoor(mind, {
    candidates: () => world.place!.cellsOf('door').filter((door) => isWayBack(mind, door)),
    what: 'the door',
    why: 'the visit is over, back outdoors',
    heading: 'down',
  });
}
