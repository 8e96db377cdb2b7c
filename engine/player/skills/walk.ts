import { buttonBit } from '../../../protocol/words.ts';
import { type Cell, type Direction, neighbour } from '../world/grid.ts';
import { cellPixels } from '../world/world.ts';
import { along, type Doing, type Mind } from './skill.ts';

export type WalkResult = 'arrived' | 'blocked' | 'interrupted';

/** Observations without any movement after which the way counts as blocked: longer than a turn on the spot. */
const patience = 6;
/** Pixels before the end of the last step at which the button is let go: any time within it would do. */
const letGo = 12;
/** Observations to wait for the picture to come to rest. */
const restPatience = 12;

/**
 * Walks a way, straight stretch by straight stretch. The button is held through a stretch and let go within
 * its last step, so that walking looks like walking; each stretch ends at rest. What blocks is remembered.
 */
export function* walk(mind: Mind, steps: Direction[]): Doing<WalkResult> {
  for (let i = 0; i < steps.length; ) {
    let length = 1;
    while (steps[i + length] === steps[i]) length++;
    const result = yield* walkStraight(mind, steps[i]!, length);
    if (result !== 'arrived') return result;
    i += length;
  }
  return 'arrived';
}

function* walkStraight(mind: Mind, direction: Direction, length: number): Doing<WalkResult> {
  const { world } = mind;
  const start = world.position;
  const place = world.place;
  const goal = length * cellPixels;
  let still = 0;
  let travelled = 0;
  while (true) {
    const holding = goal - travelled > letGo;
    yield holding ? buttonBit(direction) : 0;
    if (mind.seen.mode !== 'overworld' || world.place !== place) return 'interrupted';
    const now = progress(mind, start, direction);
    still = now === travelled ? still + 1 : 0;
    travelled = now;
    if (travelled >= goal && world.settled) return 'arrived';
    if (still < patience) continue;
    if (!world.settled) {
      if (still > patience + restPatience) return 'interrupted';
      continue;
    }
    const ahead = neighbour(world.position, direction);
    place?.bump(ahead, world.frame);
    return 'blocked';
  }
}

/** Pixels walked from `start`. */
const progress = (mind: Mind, start: Cell, direction: Direction): number => {
  const { position, offset } = mind.world;
  return along(direction, {
    x: (position.x - start.x) * cellPixels + offset.x,
    y: (position.y - start.y) * cellPixels + offset.y,
  });
};
