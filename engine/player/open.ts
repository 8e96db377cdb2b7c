import { EeveeError } from '../../protocol/errors.ts';
import type { Guide } from '../../protocol/guide.ts';
import type { PlayerKind } from '../../protocol/words.ts';
import { GoalPlayer } from './goal-player.ts';
import { IdlePlayer } from './idle.ts';
import { RandomPlayer } from './random.ts';
import type { Player } from './types.ts';

export interface PlayerOptions {
  kind: PlayerKind;
  /** The game's guide; null for a game of which nothing is known. */
  guide: Guide | null;
  /** Name of a goal in the guide; null: play without one. */
  goal: string | null;
  /** Seed of the player's own random numbers. */
  seed: number;
}

/** Opens a player. Throws `configuration.unknown-goal` with the goals that the guide has. */
export const openPlayer = ({ kind, guide, goal, seed }: PlayerOptions): Player => {
  if (kind === 'random') return new RandomPlayer(seed);
  if (kind === 'none' || goal === null) return new IdlePlayer();
  const found = guide?.goals.find((candidate) => candidate.name === goal);
  if (!guide || !found) {
    const allowed = guide?.goals.map((candidate) => candidate.name) ?? [];
    throw new EeveeError({
      code: 'configuration.unknown-goal',
      message: `There is no goal "${goal}" in this game's guide.`,
      remedy: allowed.length > 0 ? `Choose one of: ${allowed.join(', ')}.` : 'Play this game without a goal.',
      field: 'goal',
      value: goal,
      allowed,
    });
  }
  return new GoalPlayer(guide, found, seed);
};
