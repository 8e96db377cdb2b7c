import type { GuideTask } from '../../../protocol/guide.ts';
import { buttonBit } from '../../../protocol/words.ts';
import type { Intention, Mind } from '../skills/skill.ts';
import { startTask } from '../tasks/index.ts';
import type { Hands } from './hands.ts';

/** Steps of thought without a button after which there is nothing to say: longer than any skill's own pauses. */
const patience = 12;

/** What comes of thinking a task through on the spot. */
export type Imagined = 'done' | 'stuck' | { buttons: number; intention: Intention } | null;

/**
 * Begins a task in thought, as if time stood still at the newest observation, up to the first button that it would
 * press. The world is left as it was. Null: nothing would be pressed now.
 */
export const imagine = (mind: Mind, task: GuideTask, hands: Hands): Imagined => {
  const { world, seen } = mind;
  const { intendedDoor } = world;
  let intention: Intention | null = null;
  const thought: Mind = {
    world,
    guide: mind.guide,
    seen,
    intend: (intended) => {
      intention = intended;
    },
    // Thoughts draw nothing from the player's own random numbers: they come many times before one is acted upon.
    random: () => 0.5,
  };
  try {
    const doing = startTask(thought, task);
    let step = doing.next();
    for (let i = 0; i < patience && !step.done; i++) {
      if (step.value !== 0 && !isAlreadySo(step.value, intention, hands)) break;
      step = doing.next(seen);
    }
    if (step.done) return step.value;
    return step.value === 0 || !intention ? null : { buttons: step.value, intention };
  } finally {
    world.intendedDoor = intendedDoor;
  }
};

/** Whoever stands before a sign and faces it needs no advice to turn to it. */
const isAlreadySo = (buttons: number, intention: Intention | null, { facing }: Hands): boolean =>
  intention?.skill === 'interact' && facing !== null && buttons === buttonBit(facing);
