/**
 * The words that cross process borders, each list written once: the types, the schemas, the tables in the
 * native addon's header and the labels of the models all follow the order given here.
 */

/** Buttons of the Game Boy family in bit order: `buttonBit('a')` is `1 << index`. */
export const buttons = ['a', 'b', 'select', 'start', 'right', 'left', 'up', 'down', 'r', 'l'] as const;
export type Button = (typeof buttons)[number];

/** The bit of one button in a button mask. */
export const buttonBit = (button: Button): number => 1 << buttons.indexOf(button);

/** The mask of several buttons held together. */
export const buttonMask = (held: Iterable<Button>): number => {
  let mask = 0;
  for (const button of held) mask |= buttonBit(button);
  return mask;
};

/** The buttons of a mask. */
export const heldButtons = (mask: number): Button[] => buttons.filter((button) => mask & buttonBit(button));

/** What kind of screen a frame shows; index = class index of the eyes' mode output. */
export const screenModes = [
  'blank',
  'title',
  'overworld',
  'dialog',
  'menu',
  'transition',
  'ending',
  'battle',
] as const;
export type ScreenMode = (typeof screenModes)[number];

/** What a visible 16×16 cell is; index = class index of the eyes' cell output. */
export const cellClasses = [
  'void',
  'floor',
  'wall',
  'door',
  'grass',
  'ledge',
  'person',
  'sign',
  'gate',
  'player',
  'text',
] as const;
export type CellClass = (typeof cellClasses)[number];

/** real-time: paced at the core's own rate, what the player sees. lockstep: the core waits for the player. */
export const clocks = ['real-time', 'lockstep'] as const;
export type Clock = (typeof clocks)[number];

/** Who plays: the AI from pixels, random buttons (the floor of every score), or only the human. */
export const playerKinds = ['eyes', 'random', 'none'] as const;
export type PlayerKind = (typeof playerKinds)[number];

/**
 * Whose turn it is at the buttons. `advisor`: they are the human's, as with `player`, while the AI looks on and says
 * what it would press. New ones are added at the end: recordings keep a turn's place in this list.
 */
export const turns = ['ai', 'player', 'advisor'] as const;
export type Turn = (typeof turns)[number];

/** What became of a piece of advice: nothing was pressed yet, it was followed, or something else was pressed. */
export const adviceAnswers = ['open', 'followed', 'differed'] as const;
export type AdviceAnswer = (typeof adviceAnswers)[number];

/** What a user thinks of a decision. */
export const ratingVerdicts = ['up', 'down'] as const;
export type RatingVerdict = (typeof ratingVerdicts)[number];

/** What was wrong with it. */
export const ratingReasons = ['wrong-way', 'stuck', 'wrong-button', 'too-slow', 'other'] as const;
export type RatingReason = (typeof ratingReasons)[number];

/** The life of a session. `ended` is final; why is in its `end`. */
export const sessionStates = ['starting', 'running', 'paused', 'ended'] as const;
export type SessionState = (typeof sessionStates)[number];

/** Why a session ended. */
export const endReasons = [
  'goal-reached',
  'gave-up',
  'frame-limit',
  'stop-condition',
  'stopped',
  'failed',
] as const;
export type EndReason = (typeof endReasons)[number];

/**
 * Stages of the frame path that are timed, in the order in which a frame passes them.
 * `late` is how long after its deadline a frame began (real time only). `core` is the core's frame, `capture`
 * fetching what a window shows: a session has one of them. `path` is everything from a frame's beginning (the
 * core's first instruction, the window's being asked) to the buttons. `age` is no part of it: how long ago the
 * picture was taken when its observation could be read. A window's picture counts from before it was asked for;
 * its program may have drawn it up to one refresh earlier, so the true age is never below this one.
 */
export const stages = [
  'late',
  'core',
  'capture',
  'preprocess',
  'publish',
  'infer',
  'decide',
  'path',
  'age',
] as const;
export type Stage = (typeof stages)[number];

/** Microseconds that a frame's way from the core to the buttons may take: what real time leaves us. */
export const frameBudgetUs = 5000;

/** Which settings a computer gets, from most modest to most generous. */
export const tiers = ['low', 'mid', 'high'] as const;
export type Tier = (typeof tiers)[number];

/** Speeds of the real-time clock, as a multiple of the core's own rate. */
export const speeds = [0.5, 1, 2, 4, 8] as const;

/**
 * Kinds of task that a player is judged on. `whole-story` is played from the title to the credits and is left
 * out unless it is asked for: it takes as long as all others together.
 */
export const scenarioKinds = [
  'navigation',
  'battle',
  'menu',
  'catching',
  'training',
  'exploration',
  'story',
  'whole-story',
] as const;
export type ScenarioKind = (typeof scenarioKinds)[number];

/** Highest seed for development; those above are for judging. */
export const lastDevelopmentSeed = 999_999;

/** The first seed that is kept for judging. */
export const firstJudgingSeed = lastDevelopmentSeed + 1;

/**
 * Who a suite is played by: the AI as users have it, from pixels; the reference player, which reads memory;
 * random buttons; and A, pressed again and again.
 */
export const suitePlayers = ['ai', 'oracle', 'random', 'mash'] as const;
export type SuitePlayer = (typeof suitePlayers)[number];

/** How an episode ended. `error`: it could not be played to its end, and says nothing of the player. */
export const episodeResults = ['success', 'failure', 'error'] as const;
export type EpisodeOutcomeWord = (typeof episodeResults)[number];

/** Files larger than this are neither a ROM nor an archive of one, so that they need not be sent at all. */
export const mostRomFileBytes = 33 * 1024 * 1024;
