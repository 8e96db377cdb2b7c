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

/**
 * The player: from observations to buttons. It is asked every `tickFrames` frames, in both clocks, and sees
 * nothing but observations.
 */
export interface Player {
  /** Frames between two observations. */
  readonly tickFrames: number;
  decide(observation: Observation): Act;
  /** The human plays: keep track of where we are, press nothing. */
  watch(observation: Observation): void;
  /** A state was loaded or time was skipped: what was known of the place may be wrong. */
  reset(): void;
}
