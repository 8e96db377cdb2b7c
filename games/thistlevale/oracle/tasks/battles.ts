import type { ReferenceGame } from '../../../reference.ts';
import type { Action } from '../decide.ts';
import { itemOf } from '../facts.ts';
import { fighterOf, partyOf } from '../senses.ts';
import { settle } from '../settle.ts';
import { type Tactics, usualTactics } from '../tactics.ts';
import { drawnNumber, type TaskOf } from './task.ts';

/** Fights on until the player stands free, with tactics of one's own. */
export const fightWith =
  (own: Partial<Tactics> = {}): TaskOf =>
  () => ({
    play: (game) => settle(game, { ...usualTactics(), courage: 0, useItems: true, wild: 'beat', ...own }),
  });

/** To beat what comes, however hard it is. */
export const win = fightWith({ brave: true });
export const runAway = fightWith({ wild: 'flee' });
export const catchIt = fightWith({ wild: 'catch' });

export const sendIn: TaskOf = (scenario) =>
  fightWith({
    brave: true,
    plan: (game) => {
      const place = drawnNumber(scenario, 'place');
      return fighterOf(game, 'wBattleMon').position === place ? null : { do: 'switch', place };
    },
  })(scenario);

/** What helps against a status, by its number. */
const cures = ['', 'wake-bell', 'dock-leaf', 'aloe', 'nettle-tea'];

export const cureInBattle = fightWith({
  brave: true,
  plan: (game) => {
    const { status, position } = fighterOf(game, 'wBattleMon');
    return status === 0 ? null : { do: 'item', item: itemOf(cures[status]!), place: position };
  },
});

/** The move of the one who fights that does this to the foe. */
const moveThat = (game: ReferenceGame, effect: string): Action | null => {
  const found = fighterOf(game, 'wBattleMon').moves.find(({ move, pp }) => pp > 0 && move.effect === effect);
  return found ? { do: 'move', slot: found.slot } : null;
};

export const putToSleep = fightWith({ brave: true, plan: (game) => moveThat(game, 'sleep') });

/** Numbs it before anything else, then catches it. */
export const numbAndCatch = fightWith({
  wild: 'catch',
  plan: (game) => (fighterOf(game, 'wEnemyMon').status === 0 ? moveThat(game, 'numb') : null),
});

/** Changes the small one in front for the strongest, who wins. */
export const helpSmallOne = fightWith({
  brave: true,
  plan: (game) => {
    const party = partyOf(game);
    const levels = party.map(({ level }) => level);
    const place = levels.indexOf(Math.max(...levels));
    return fighterOf(game, 'wBattleMon').position === place ? null : { do: 'switch', place };
  },
});

export const keepMoves = fightWith({ brave: true, forget: () => null });
export const stayAsItIs = fightWith({ brave: true, evolve: false });

/** Moves stand from this byte of a monster on. */
const firstMove = 18;

export const giveUpMove: TaskOf = (scenario) =>
  fightWith({ brave: true, forget: () => drawnNumber(scenario, 'slot') - firstMove })(scenario);
