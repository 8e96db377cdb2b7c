import type { ReferenceGame } from '../../reference.ts';
import { awaitHolding, awaitMenu, choose, confirm, dial } from './cursor.ts';
import { world } from './facts.ts';
import { Stuck, tap, waitUntil } from './hand.ts';
import { bagOf, menu } from './senses.ts';

/** Entries of a shop's first menu. */
const buying = 0;
const selling = 1;
/** Shops by what they sell; there is one so far. */
const shop = world.shops[0]!;

/** In an open shop: takes this many of what stands at a place of its list, up to the end of the talk. */
const trade = (game: ReferenceGame, what: number, kind: number, entry: number, count: number): void => {
  if (!awaitMenu(game, menu.shop, 120)) throw new Stuck(game, 'no shop is open');
  choose(game, what);
  if (!awaitMenu(game, kind)) throw new Stuck(game, 'the shop shows no list');
  choose(game, entry);
  if (!awaitMenu(game, menu.quantity)) throw new Stuck(game, 'the shop does not ask how many');
  dial(game, count);
  confirm(game);
  if (!awaitHolding(game, menu.yesNo)) throw new Stuck(game, 'the shop does not ask whether it is right');
  choose(game, 0);
  waitUntil(game, () => game.number('wTextWaiting') === 1, 120);
  tap(game, 'b', 4);
};

/** In an open shop: buys a number of an item. */
export const buyHere = (game: ReferenceGame, id: string, count: number): void =>
  trade(game, buying, menu.buying, shop.items.indexOf(id), count);

/** In an open shop: sells a number of an item. */
export const sellHere = (game: ReferenceGame, id: string, count: number): void =>
  trade(
    game,
    selling,
    menu.selling,
    bagOf(game).findIndex(({ item }) => item.id === id),
    count,
  );
