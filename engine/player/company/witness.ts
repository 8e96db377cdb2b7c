import type { GuideTask } from '../../../protocol/guide.ts';
import type { Mind } from '../skills/skill.ts';
import { classIndex, directionNames, neighbour } from '../world/grid.ts';
import type { Hands } from './hands.ts';

/** Looks on at one task; true once somebody else has done it. Called with each observation, after the world. */
export type Witness = (mind: Mind, hands: Hands) => boolean;

const sign = classIndex('sign');

const resting = ({ seen, world }: Mind): boolean => seen.mode === 'overworld' && world.settled;
const outdoors = (mind: Mind): boolean => resting(mind) && !mind.world.place!.indoors;

/** One look may be misread: seen in two that follow each other, it is so. */
const twice = (sees: Witness): Witness => {
  let before = false;
  return (mind, hands) => {
    const now = sees(mind, hands);
    const both = now && before;
    before = now;
    return both;
  };
};

/** A text box that opens in front of a sign, and closes again. */
const signReading = (): Witness => {
  let reading = false;
  return (mind, { facing }) => {
    const { seen, world } = mind;
    if (seen.mode === 'dialog' && world.place && !reading) {
      const around = facing ? [facing] : directionNames;
      reading = around.some(
        (direction) => world.place!.classAt(neighbour(world.position, direction)) === sign,
      );
    }
    return reading && resting(mind);
  };
};

/** Indoors, then outdoors again. */
const visit = (): Witness => {
  const out = twice(outdoors);
  let inside = false;
  return (mind, hands) => {
    if (resting(mind) && mind.world.place!.indoors) inside = true;
    return out(mind, hands) && inside;
  };
};

/** Who looks on at a task of this kind. The end of the game is told by its own screen. */
export const witnessOf = ({ kind }: GuideTask): Witness => {
  switch (kind) {
    case 'begin':
      return resting;
    case 'leave-house':
      return twice(outdoors);
    case 'read-sign':
      return signReading();
    case 'visit-house':
      return visit();
    case 'find-gate':
      return () => false;
  }
};
