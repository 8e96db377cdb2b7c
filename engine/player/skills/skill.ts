import type { Guide } from '../../../protocol/guide.ts';
import type { Observation } from '../../../protocol/observation.ts';
import type { Direction } from '../world/grid.ts';
import { directions } from '../world/grid.ts';
import type { World } from '../world/world.ts';

/**
 * A skill or task in progress: yields the buttons to hold until the next observation, receives that
 * observation, and returns how it went. The world has taken the observation in before the skill sees it.
 */
export type Doing<Result> = Generator<number, Result, Observation>;

/** What the player is about to do and why, in words; shown to the human and stored. */
export interface Intention {
  skill: string;
  action: string;
  why: string;
  /** 0–1. */
  confidence: number;
  /** The way that is about to be walked. */
  steps?: Direction[];
  /** Steps to what the task is about, where it is known. */
  stepsLeft?: number;
}

/** What skills and tasks share. */
export interface Mind {
  readonly world: World;
  readonly guide: Guide;
  /** The newest observation. */
  seen: Observation;
  /** Says what comes next; becomes a decision. */
  intend(intention: Intention): void;
  /** Repeatable random numbers, 0 ≤ x < 1. */
  random(): number;
}

/** Holds buttons for a number of observations. */
export function* hold(buttons: number, ticks: number): Doing<void> {
  for (let i = 0; i < ticks; i++) yield buttons;
}

/** How far along a direction, in pixels, a point lies. */
export const along = (direction: Direction, point: { x: number; y: number }): number =>
  point.x * directions[direction].x + point.y * directions[direction].y;
