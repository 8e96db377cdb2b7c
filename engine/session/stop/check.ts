import { EeveeError } from '../../../protocol/errors.ts';
import type { Guide } from '../../../protocol/guide.ts';
import type { StopCondition } from '../../../protocol/stop.ts';
import type { StartPlan } from '../messages.ts';

/** What of a session decides which conditions it can judge. */
export type StopContext = Pick<StartPlan, 'player' | 'goal' | 'clock' | 'guide'>;

/** Moments farther away than this are a mistake. */
const farthestMs = 7 * 24 * 60 * 60 * 1000;

interface Fault {
  why: string;
  remedy: string;
  field?: string;
  allowed?: unknown[];
}

const needsEyes: Fault = {
  why: 'nobody looks at the screen in this session',
  remedy: 'Let the AI play (player "eyes"), or leave the condition out.',
};
const needsGoal: Fault = {
  why: 'this session has no goal',
  remedy: 'Choose a goal, or leave the condition out.',
};

const tasksOf = (guide: Guide | null, goal: string | null): string[] =>
  guide?.goals.find(({ name }) => name === goal)?.tasks.map(({ name }) => name) ?? [];

const faultOf = (
  condition: StopCondition,
  { player, goal, clock, guide }: StopContext,
  now: number,
): Fault | null => {
  switch (condition.when) {
    case 'goal-reached':
    case 'gave-up':
      return player === 'eyes' && goal !== null ? null : needsGoal;
    case 'task-done': {
      const allowed = player === 'eyes' ? tasksOf(guide, goal) : [];
      if (allowed.length === 0) return needsGoal;
      if (allowed.includes(condition.task)) return null;
      const why = `its goal has no task "${condition.task}"`;
      return { why, remedy: 'Choose one of its tasks.', field: 'task', allowed };
    }
    case 'clock-time': {
      const ahead = Date.parse(condition.at) - now;
      if (ahead > 0 && ahead <= farthestMs) return null;
      const why = ahead > 0 ? 'that moment is more than a week away' : 'that moment is over';
      return { why, remedy: 'Choose a moment within the next seven days.', field: 'at' };
    }
    case 'screen-mode':
    case 'no-progress':
      return player === 'eyes' ? null : needsEyes;
    case 'text':
      if (player !== 'eyes') return needsEyes;
      if (/[\p{L}\p{N}]/u.test(condition.words)) return null;
      return {
        why: 'there is no letter or figure in it',
        remedy: 'Give a word that the game shows.',
        field: 'words',
      };
    case 'late-frames':
      if (clock === 'real-time') return null;
      return {
        why: 'in lockstep no frame is late',
        remedy: 'Play in real time, or leave the condition out.',
      };
    case 'minutes':
    case 'frames':
      return null;
  }
};

/** Checks that a session can judge all its conditions. Throws `configuration.invalid` that names the first that it cannot. */
export const requireSensibleStops = (
  conditions: readonly StopCondition[],
  context: StopContext,
  now = Date.now(),
): void => {
  conditions.forEach((condition, index) => {
    const fault = faultOf(condition, context, now);
    if (!fault) return;
    const { why, remedy, field = 'when', allowed } = fault;
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `The session cannot stop at "${condition.when}": ${why}.`,
      remedy,
      field: `stopWhen.${index}.${field}`,
      value: (condition as Record<string, unknown>)[field],
      ...(allowed ? { allowed } : {}),
    });
  });
};
