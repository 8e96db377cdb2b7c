import { rest } from '../rest.ts';
import { fighterOf, partyOf } from '../senses.ts';
import { type Tactics, usualTactics } from '../tactics.ts';
import { roam } from '../train.ts';
import type { TaskOf } from './task.ts';

/** Value of wLastBattleResult. */
const caught = 3;

/** Catch rate from which on a few orbs are enough. */
const easyRate = 100;

/** Walks where wild monsters live, and catches the first that comes. */
export const catchInTheWild: TaskOf = () => ({
  play: (game) => {
    const tactics: Tactics = {
      ...usualTactics(),
      wild: 'catch',
      // Anything counts: those that are hard to catch are not worth the orbs.
      plan: () => (fighterOf(game, 'wEnemyMon').species.catchRate < easyRate ? { do: 'run' } : null),
    };
    roam(game, tactics, () => game.number('wLastBattleResult') === caught);
  },
});

/** Beats wild monsters until the first of the party has a level. */
export const gainLevel =
  (level: number): TaskOf =>
  () => ({
    play: (game) => roam(game, usualTactics(), () => (partyOf(game)[0]?.level ?? 0) >= level),
  });

export const restParty: TaskOf = () => ({ play: (game) => rest(game, usualTactics()) });
