import type { StopCondition } from '../../../protocol/stop.ts';
import type { ScreenMode } from '../../../protocol/words.ts';

const screens: Record<ScreenMode, string> = {
  blank: 'The screen is blank.',
  title: 'The screen shows the title.',
  overworld: 'The screen shows the overworld.',
  dialog: 'The screen shows a dialog.',
  menu: 'The screen shows a menu.',
  transition: 'The screen changes.',
  ending: 'The screen shows the ending.',
  battle: 'The screen shows a battle.',
};

const minutesOf = (n: number): string => (n === 1 ? '1 minute' : `${Number(n.toFixed(2))} minutes`);

/** Why a session stops, as a sentence. `taskTitle`: what the guide calls the task. */
export const stopWords = (condition: StopCondition, taskTitle: string | null): string => {
  switch (condition.when) {
    case 'goal-reached':
      return 'The goal was reached.';
    case 'task-done':
      return `“${taskTitle ?? condition.task}” is done.`;
    case 'gave-up':
      return 'The player gave up.';
    case 'minutes':
      return `${minutesOf(condition.minutes)} were played.`.replace('1 minute were', '1 minute was');
    case 'frames':
      return `${condition.frames.toLocaleString('en')} frames were played.`;
    case 'clock-time': {
      const time = new Date(condition.at).toLocaleTimeString('en', {
        hour: '2-digit',
        minute: '2-digit',
        hour12: false,
      });
      return `It is ${time}.`;
    }
    case 'screen-mode':
      return screens[condition.mode];
    case 'text':
      return `The screen says “${condition.words}”.`;
    case 'late-frames':
      return `More than ${condition.percent}% of the frames came late for a minute.`;
    case 'no-progress':
      return `Nothing new was seen for ${minutesOf(condition.minutes)}.`;
  }
};
