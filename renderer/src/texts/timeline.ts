import type { MarkKind } from '../../../protocol/timeline.ts';
import { elapsed } from '../shared/format.ts';
import { count } from './count.ts';

/** Seconds of play in words, for whoever listens. */
const spoken = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = count(whole % 60, 'second', 'seconds');
  return minutes === 0 ? rest : `${count(minutes, 'minute', 'minutes')} ${rest}`;
};

/** The words of the timeline and of saved states. */
export const timelineTexts = {
  label: 'Timeline',
  hint: 'Enter goes to the place that is looked at, Escape back to now',
  /** What a screen reader says of a place on it. */
  value: (seconds: number, back: number, marks: string[]) =>
    [
      back < 0.5 ? `Now, at ${spoken(seconds)}` : `At ${spoken(seconds)}, ${spoken(back)} back`,
      ...marks,
    ].join('. '),
  now: 'now',
  back: (seconds: number) => `−${elapsed(seconds)}`,
  backSome: 'Back 5 seconds',
  undo: 'Back to where I was',
  undoShort: 'Undo',
  redo: 'Forward again',
  wentBack: (seconds: number) => `Went back ${spoken(seconds)}; Space goes on`,
  undone: 'Back where you were',
  redone: 'Forward again',
  marks: {
    'task-done': (title: string) => `Done: ${title}`,
    'goal-reached': () => 'Goal reached',
    'take-over': () => 'You took over',
    'hand-back': () => 'Handed back',
    'went-back': () => 'Went back to here',
    save: (title: string) => `Saved: ${title}`,
    autosave: () => 'Autosave',
  } satisfies Record<MarkKind, (title: string) => string>,
} as const;

export const savesTexts = {
  saveNow: 'Save this moment',
  title: 'Saved states',
  mine: 'Saves',
  autosaves: 'Autosaves',
  none: 'Nothing saved yet. A save keeps this exact moment, to come back to as often as you like.',
  noAutosaves: 'The first autosave comes after a few seconds of play.',
  loading: 'Looking for saves …',
  load: (title: string) => `Go back to ${title}`,
  /** A save's first title: what was being done, and when in the game. */
  named: (place: string, seconds: number) => `${place || 'Moment'} · ${elapsed(seconds)}`,
  autosave: (seconds: number | null) => (seconds === null ? 'Autosave' : `At ${elapsed(seconds)}`),
  saved: (title: string) => `Saved: ${title}`,
  loaded: (title: string) => `Went back to ${title}`,
  nothingToLoad: 'Nothing is saved yet',
  played: (seconds: number) => `${elapsed(seconds)} into the game`,
  rename: (title: string) => `Rename ${title}`,
  newTitle: 'New title',
  keep: 'Rename',
  cancel: 'Cancel',
  replace: (title: string) => `Save this moment over ${title}`,
  replaceAsk: (title: string) => `Replace “${title}” by this moment?`,
  replaceDo: 'Replace',
  replaced: (title: string) => `Replaced: ${title}`,
  remove: (title: string) => `Delete ${title}`,
  removed: (title: string) => `“${title}” was deleted.`,
  bringBack: 'Undo',
  earlier: 'Or from an earlier moment',
  resumeFrom: (title: string) => `Resume from ${title}`,
} as const;
