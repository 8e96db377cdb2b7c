import type { ReferenceGame } from '../../reference.ts';
import { talkTo } from './people.ts';
import { currentMap, hasFlag, partyOf } from './senses.ts';
import type { Tactics } from './tactics.ts';
import { travelTo } from './travel.ts';

/** Whether anything of the first monster is worth a rest: HP, a status, or PP. */
export const needsRest = (game: ReferenceGame, share = 1): boolean => {
  const [first] = partyOf(game);
  if (!first) return false;
  const blows = first.moves.filter(({ move }) => move.power);
  return first.hp < share * first.maxHp || first.status !== 0 || blows.some(({ pp }) => pp < 3);
};

/** Goes to where somebody heals, and is healed: the rest house, or the warden before the second town is known. */
export const rest = (game: ReferenceGame, tactics: Tactics): void => {
  const running: Tactics = { ...tactics, wild: 'flee' };
  if (hasFlag(game, 'reached-town-2')) {
    travelTo(game, running, 'rest-house');
    talkTo(game, running, 'healer', { yes: true });
  } else {
    travelTo(game, running, 'gatehouse');
    talkTo(game, running, 'warden');
  }
};

/** Goes back to a rest when the first monster is tired. */
export const restIfTired = (game: ReferenceGame, tactics: Tactics, share: number): void => {
  if (needsRest(game, share) && currentMap(game).name !== 'rest-house') rest(game, tactics);
};
