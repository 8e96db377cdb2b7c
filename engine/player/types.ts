import type { Decision, Observation } from '../../protocol/observation.ts';

/** How far the goal is. */
export type GoalStatus = 'pursuing' | 'reached' | 'gave-up';

/** What the player wants pressed until its next observation. */
export interface Act {
  /** Button mask (`protocol/words.ts`). */
  buttons: number;
  /** Present when this act begins a new decision. */
  decision?: Decision;
  status: GoalStatus;
  /** In words, when the status is final: why. */
  reason?: string;
}

/** What the player would do in the human's place. */
export interface Suggestion {
  /** Button mask, never 0. */
  buttons: number;
  decision: Decision;
}

/** What came of looking on while a human plays. */
export interface Witnessed {
  status: GoalStatus;
  reason?: string;
  /** Null where the player has nothing to say. The same object as before: it has nothing new to say. */
  suggestion: Suggestion | null;
}

/**
 * The player: from observations to buttons. It is asked every `tickFrames` frames, in both clocks, and sees
 * nothing but observations.
 */
export interface Player {
  /** Frames between two observations. */
  readonly tickFrames: number;
  decide(observation: Observation): Act;
  /** The human plays, and held the buttons `pressed` since the last observation: keep track of where we are. */
  watch(observation: Observation, pressed: number): Witnessed;
  /** The same, and say what to do. */
  advise(observation: Observation, pressed: number): Witnessed;
  /** How far the goal is, to be given back to {@link goBackTo}; absent: this player knows no progress. */
  progress?(): unknown;
  /** Play goes on from a moment `framesLater` frames after the player was so far. */
  goBackTo?(progress: unknown, framesLater: number): void;
  /** A state was loaded or time was skipped, up to that frame: what was known of the place may be wrong. */
  reset(frame: number): void;
}
