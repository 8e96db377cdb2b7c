import type { GuideTask } from '../../../protocol/guide.ts';
import { settle } from '../skills/settle.ts';
import type { Doing, Mind } from '../skills/skill.ts';
import { begin } from './begin.ts';
import { findGate } from './gate.ts';
import { leaveHouse, visitHouse } from './houses.ts';
import { readSign } from './sign.ts';
import type { TaskResult } from './task.ts';

/** Starts the task that a guide names; begins the game again first where a human went back to its title. */
export function* startTask(mind: Mind, task: GuideTask): Doing<TaskResult> {
  if ((yield* settle(mind)) === 'title') yield* begin(mind);
  return yield* start(mind, task);
}

const start = (mind: Mind, task: GuideTask): Doing<TaskResult> => {
  switch (task.kind) {
    case 'begin':
      return begin(mind);
    case 'leave-house':
      return leaveHouse(mind);
    case 'read-sign':
      return readSign(mind);
    case 'visit-house':
      return visitHouse(mind);
    case 'find-gate':
      return findGate(mind, task);
  }
};
