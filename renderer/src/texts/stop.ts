import type { StopCondition } from '../../../protocol/stop.ts';
import { timeOfDay } from '../shared/format.ts';
import { count } from './count.ts';

const minutes = (n: number): string => count(Number(n.toFixed(2)), 'minute', 'minutes');

/** The words of the stop conditions. */
export const stopTexts = {
  title: 'Stops by itself',
  none: 'At nothing: it plays until you stop it.',
  add: 'Add a condition',
  put: 'Add',
  cancel: 'Cancel',
  remove: (words: string) => `Remove “${words}”`,
  when: 'When',
  afterwards: 'Then',
  actions: { pause: 'pause', end: 'end the session' } satisfies Record<StopCondition['action'], string>,
  thenPause: 'pauses',
  thenEnd: 'ends',
  list: 'Conditions',
  paused: (message: string) => `Paused: ${message}`,
  kinds: {
    'goal-reached': 'the goal is reached',
    'task-done': 'a task is done',
    'gave-up': 'the AI gives up',
    minutes: 'some minutes were played',
    frames: 'some frames were played',
    'clock-time': 'it is a certain time',
    'screen-mode': 'a kind of screen is seen',
    text: 'words are read on the screen',
    'late-frames': 'too many frames come late',
    'no-progress': 'nothing new is seen',
  } satisfies Record<StopCondition['when'], string>,
  fields: {
    task: 'Task',
    minutes: 'Minutes',
    frames: 'Frames',
    at: 'Time',
    mode: 'Screen',
    words: 'Words',
    wordsHint: 'As they stand on the screen; case does not count',
    percent: 'Percent of the frames of a minute',
  },
  /** `names`: what a task or a kind of screen is called. */
  words: (condition: StopCondition, name: (word: string) => string): string => {
    switch (condition.when) {
      case 'goal-reached':
        return 'The goal is reached';
      case 'task-done':
        return `“${name(condition.task)}” is done`;
      case 'gave-up':
        return 'The AI gives up';
      case 'minutes':
        return `${minutes(condition.minutes)} of play`;
      case 'frames':
        return count(condition.frames, 'frame', 'frames');
      case 'clock-time':
        return `At ${timeOfDay(condition.at)}`;
      case 'screen-mode':
        return `Screen: ${name(condition.mode)}`;
      case 'text':
        return `The screen says “${condition.words}”`;
      case 'late-frames':
        return `Over ${condition.percent}% late for a minute`;
      case 'no-progress':
        return `Nothing new for ${minutes(condition.minutes)}`;
    }
  },
} as const;
