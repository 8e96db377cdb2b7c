import type { RatingReason, Turn } from '../../../protocol/words.ts';
import { count } from './count.ts';

/** Whose turn it is, and how it changes hands. */
export const turnTexts = {
  label: 'Who plays',
  player: 'Your turn',
  advisor: 'Your turn, with advice',
  since: (time: string) => `since ${time}`,
  choices: { ai: 'AI plays', advisor: 'AI advises', player: 'You play' } satisfies Record<Turn, string>,
  hints: {
    ai: 'The AI holds the buttons',
    advisor: 'You hold the buttons; the AI looks on and says what it would press',
    player: 'You hold the buttons; the AI only looks on',
  } satisfies Record<Turn, string>,
  noAdvice: 'There is advice where the AI plays towards a goal',
  back: 'AI plays',
};

/** What the AI would press. */
export const adviceTexts = {
  label: 'Advice',
  silent: 'Nothing to advise right now. The AI waits for a screen that it can act on.',
  press: (buttons: string) => `Press ${buttons}`,
  age: (seconds: number) => (seconds < 1 ? 'just now' : `${seconds} s ago`),
  old: 'may be out of date',
  answers: { open: 'Open', followed: 'Followed', differed: 'Not followed' },
  agreement: (followed: number, all: number) =>
    all === 0 ? 'No advice answered yet' : `You followed ${followed} of ${all}`,
};

/** How sure the AI is, for people who do not think in percent. */
export const sureWords = (confidence: number): string => {
  if (confidence >= 0.95) return 'almost certain';
  if (confidence >= 0.75) return 'quite sure';
  if (confidence >= 0.5) return 'rather sure';
  if (confidence >= 0.3) return 'unsure';
  return 'guessing';
};

/** Thumbs up and down. */
export const ratingTexts = {
  up: 'Good decision',
  down: 'Bad decision',
  undo: 'Take the rating back',
  why: 'What was wrong?',
  whyHint: 'Leave it out if you like. The moment is kept as a case that can be played again.',
  words: 'In your own words',
  save: 'Save',
  saved: { up: 'Rated as a good decision', down: 'Rated as a bad decision', none: 'Rating taken back' },
  reasons: {
    'wrong-way': 'Wrong way',
    stuck: 'Stuck',
    'wrong-button': 'Wrong button',
    'too-slow': 'Too slow',
    other: 'Something else',
  } satisfies Record<RatingReason, string>,
};

/** The panel that shows what the AI thinks. */
export const mindTexts = {
  /** What the player's skills do, in words for people. */
  methods: {
    explore: 'exploring',
    'walk-to': 'walking a known way',
    enter: 'going through a door',
    interact: 'talking or reading',
    'turn-pages': 'reading on',
    'leave-menu': 'closing a menu',
    read: 'has read',
    press: 'pressing a button',
    shuffle: 'trying its luck',
  } as Record<string, string>,
  spent: (time: string) => `${time} of play`,
  tries: (tries: number) => count(tries, 'try', 'tries'),
  share: (percent: string) => `${percent} of the way`,
  read: 'Read',
  recent: 'Recent decisions',
  show: 'Show',
  hide: 'Hide',
  none: 'Nothing decided yet.',
  held: 'The list stands still while you are in it.',
};

/** The budget of a frame. */
export const budgetTexts = {
  typical: 'Typical frame',
  slow: '1 of 100',
  label: (which: string, ms: string, budget: number) => `${which}: ${ms} of ${budget} ms`,
  fine: (percent: string) => `Within the budget: even slow frames need only ${percent} of it`,
  tight: (percent: string) => `Getting close: slow frames need ${percent} of the budget`,
  over: (ms: string) => `Over the budget: slow frames take ${ms} too long`,
  late: (frames: number) => `${frames.toLocaleString('en')} late`,
  lost: (frames: number) => `${frames.toLocaleString('en')} lost`,
  age: (ms: string) => `picture ${ms} old when read`,
};

/** How the overlay looks. */
export const looksTexts = {
  title: 'What is drawn over the picture',
  open: 'Look of the overlay',
  cells: 'Kinds of cells',
  edges: 'Edges of what matters',
  grid: 'Grid',
  reads: 'What is read, and the legend',
  strength: 'Strength',
  palette: 'Colours',
  palettes: { bright: 'Bright', safe: 'Colour-blind safe', mono: 'Shades of grey' },
  reset: 'As it was',
  kept: 'Kept in this browser.',
};

/** The page by gamepad. */
export const padTexts = {
  hint: 'While the AI plays or the game is paused, the directions move about the page, A presses and B goes back. Hold Start and press Select: take over, or hand back. Hold Select and press Start: pause, or go on.',
};
