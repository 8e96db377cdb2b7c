import { settle } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import { cellKey } from '../world/grid.ts';
import { waysOut } from '../world/ways-out.ts';
import { isWayBack, takeDoor } from './doors.ts';
import type { TaskResult } from './task.ts';

/** Doors in a row after which a house must be a maze and the task is given up. */
const mostDoors = 8;

/** The known way out, else through doors that lead somewhere unknown, until outdoors. */
export function* leaveHouse(mind: Mind): Doing<TaskResult> {
  for (let i = 0; i < mostDoors; i++) {
    if ((yield* settle(mind)) !== 'overworld' || !mind.world.place!.indoors) return 'done';
    const doors = () => mind.world.place!.cellsOf('door');
    if (waysOut(mind.world).length > 0) {
      const out = yield* takeDoor(mind, {
        candidates: () => waysOut(mind.world),
        what: 'a door',
        why: 'it is on the way out of the house',
        heading: null,
      });
      if (out === 'done') continue;
    }
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

/** Into a house, one that was not visited yet if there is any, and out again the same way. */
export function* visitHouse(mind: Mind): Doing<TaskResult> {
  const { world } = mind;
  if ((yield* settle(mind)) !== 'overworld') return 'stuck';
  if (!world.place!.indoors) {
    const entered = yield* takeDoor(mind, {
      candidates: () => world.place!.cellsOf('door').filter((door) => world.leadsTo(door) === null),
      what: 'a door',
      why: 'the house behind it was not visited yet',
      heading: null,
      lastResort: () => world.place!.cellsOf('door'),
    });
    if (entered === 'stuck') return 'stuck';
    if ((yield* settle(mind)) !== 'overworld' || !world.place!.indoors) return 'stuck';
  }
  // Whoever is not in the room behind the front door has to find that first.
  if (world.place?.entry.from?.place.indoors !== false) return yield* leaveHouse(mind);
  return yield* takeDoor(mind, {
    candidates: () => world.place!.cellsOf('door').filter((door) => isWayBack(mind, door)),
    what: 'the door',
    why: 'the visit is over, back outdoors',
    heading: 'down',
  });
}
