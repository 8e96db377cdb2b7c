import type { ReferenceGame } from '../../reference.ts';
import { applyItem, backToMap } from './bag.ts';
import { itemOf } from './facts.ts';
import { approach } from './people.ts';
import { needsRest, rest } from './rest.ts';
import { countOf, menu } from './senses.ts';
import { settle, talkUntilMenu } from './settle.ts';
import { buyHere } from './shop.ts';
import type { Tactics } from './tactics.ts';
import { travelTo } from './travel.ts';

/** Buys up to a number of something in the store, as far as the money goes. */
export const stockUp = (game: ReferenceGame, tactics: Tactics, id: string, wanted: number): void => {
  const missing = wanted - countOf(game, id);
  const count = Math.min(missing, Math.floor(game.number('wMoney') / itemOf(id).price));
  if (count <= 0 || !travelTo(game, tactics, 'store')) return;
  if (!approach(game, tactics, 'sell') || !talkUntilMenu(game, menu.shop)) return;
  buyHere(game, id, count);
  backToMap(game);
  settle(game, tactics);
};

/** Burns smoke against wild monsters where there is some and none burns. */
const smoke = (game: ReferenceGame): void => {
  if (game.number('wRepelSteps') < 20 && countOf(game, 'rue-smoke') > 0)
    applyItem(game, itemOf('rue-smoke'), null);
};

/** Goes over some maps one after the other, out of the way of wild monsters; false when a battle was lost. */
export const expedition = (game: ReferenceGame, tactics: Tactics, maps: readonly string[]): boolean => {
  if (needsRest(game, 0.9)) {
    rest(game, tactics);
    stockUp(game, tactics, 'rue-smoke', 3);
  }
  return maps.every((map) => {
    const arrived = travelTo(game, { ...tactics, wild: 'flee' }, map);
    if (arrived) smoke(game);
    return arrived;
  });
};
