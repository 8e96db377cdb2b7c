import type { Button } from '../protocol/words.ts';
import type { FixedScenario } from './scenario/draw.ts';

/** The game's memory by the names of its memory map. */
export interface ReferenceMemory {
  readonly scenario: FixedScenario;
  /** Bytes of a variable. Throws for a name that the memory map lacks. */
  bytes(name: string): Uint8Array;
  /** A variable as a number, low byte first. */
  number(name: string): number;
}

/** The game as a reference player has it: its memory, and the buttons. */
export interface ReferenceGame extends ReferenceMemory {
  /** Frames played in this episode. */
  readonly frames: number;
  /**
   * Runs frames with these buttons held. Ends the episode by throwing as soon as it is decided: whoever plays
   * lets that pass and need not look whether it is over.
   */
  hold(buttons: readonly Button[], frames: number): void;
}

/**
 * A player that reads memory and knows the game. It sets the scale of the scores, and what it cannot finish
 * is a broken scenario.
 */
export interface ReferencePlayer {
  /** Plays one episode. Returning before it is decided is giving up. */
  play(game: ReferenceGame): void;
  /** How far the goal is from here, in steps or presses of the shortest way; null: unknown just now. */
  distance?(memory: ReferenceMemory): number | null;
}

/**
 * What `games/<id>/oracle.ts` exports as `openOracle`: the reference player for a scenario of the game; null
 * for one that it does not know.
 */
export type OpenOracle = (scenario: FixedScenario) => ReferencePlayer | null;
