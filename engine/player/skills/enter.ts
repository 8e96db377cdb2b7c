import { buttonBit } from '../../../protocol/words.ts';
import { type Cell, type Direction, neighbour } from '../world/grid.ts';
import type { Doing, Mind } from './skill.ts';

/** Observations for which the door is walked against before it counts as closed. */
const patience = 16;

export type EnterResult = 'through' | 'closed' | 'interrupted';

/**
 * Steps from a cell beside a door onto it and waits for the place behind it. A door that does not open is
 * remembered as blocked.
 */
export function* enter(mind: Mind, facing: Direction): Doing<EnterResult> {
  const { world } = mind;
  const door: Cell = neighbour(world.position, facing);
  const place = world.place;
  world.intendedDoor = door;
  for (let i = 0; i < patience; i++) {
    yield buttonBit(facing);
    const { mode } = mind.seen;
    if (mode === 'transition' || mode === 'blank' || mode === 'ending' || world.place !== place)
      return 'through';
    if (mode !== 'overworld') {
      world.intendedDoor = null;
      return 'interrupted';
    }
  }
  world.intendedDoor = null;
  place?.bump(door, world.frame);
  return 'closed';
}
