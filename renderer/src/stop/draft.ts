import type { StopCondition } from '../../../protocol/stop.ts';
import { type ScreenMode, screenModes } from '../../../protocol/words.ts';

export type StopKind = StopCondition['when'];

/** What of a session decides which conditions it can judge. */
export interface Judging {
  /** The AI's eyes are open. */
  sees: boolean;
  /** It plays for a goal. */
  goal: boolean;
  tasks: readonly { name: string; title: string }[];
  realTime: boolean;
}

/** The conditions that can be judged, in the order in which they are offered. */
export const kindsFor = ({ sees, goal, tasks, realTime }: Judging): StopKind[] => [
  ...(goal ? (['goal-reached'] as const) : []),
  ...(goal && tasks.length > 0 ? (['task-done'] as const) : []),
  'minutes',
  'clock-time',
  ...(sees ? (['screen-mode', 'text', 'no-progress'] as const) : []),
  ...(goal ? (['gave-up'] as const) : []),
  ...(realTime ? (['late-frames'] as const) : []),
  'frames',
];

/** A condition while it is put together: a value for every kind, so that changing one's mind loses nothing. */
export interface Draft {
  when: StopKind;
  action: StopCondition['action'];
  task: string;
  mode: ScreenMode;
  words: string;
  /** Hours and minutes: `22:30`. */
  time: string;
  minutes: number | string;
  frames: number | string;
  percent: number | string;
}

export const freshDraft = ({ tasks }: Judging, when: StopKind): Draft => ({
  when,
  action: 'pause',
  task: tasks[0]?.name ?? '',
  mode: screenModes.at(-1)!,
  words: '',
  time: '',
  minutes: 10,
  frames: 10_000,
  percent: 5,
});

/** The next moment at which the clock shows that time; null: it is no time. */
export const nextAt = (time: string, now = new Date()): string | null => {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  const at = new Date(now);
  at.setHours(Number(hours), Number(minutes), 0, 0);
  if (at <= now) at.setDate(at.getDate() + 1);
  return at.toISOString();
};

const within = (value: number | string, least: number, most: number): number | null => {
  const number = value === '' ? Number.NaN : Number(value);
  return number >= least && number <= most ? number : null;
};

/** The condition that a draft makes; null while something of it is missing or out of bounds. */
export const conditionOf = (draft: Draft): StopCondition | null => {
  const { when, action, task, mode } = draft;
  switch (when) {
    case 'goal-reached':
    case 'gave-up':
      return { when, action };
    case 'task-done':
      return task ? { when, task, action } : null;
    case 'screen-mode':
      return { when, mode, action };
    case 'text': {
      const words = draft.words.trim();
      return /[\p{L}\p{N}]/u.test(words) ? { when, words, action } : null;
    }
    case 'clock-time': {
      const at = nextAt(draft.time);
      return at ? { when, at, action } : null;
    }
    case 'minutes':
    case 'no-progress': {
      const minutes = within(draft.minutes, 0.05, 7 * 24 * 60);
      return minutes === null ? null : { when, minutes, action };
    }
    case 'frames': {
      const frames = within(draft.frames, 1, 1e9);
      return frames === null ? null : { when, frames: Math.round(frames), action };
    }
    case 'late-frames': {
      const percent = within(draft.percent, 0.1, 100);
      return percent === null ? null : { when, percent, action };
    }
  }
};
