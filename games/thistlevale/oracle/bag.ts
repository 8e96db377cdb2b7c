import type { ReferenceGame } from '../../reference.ts';
import { awaitHolding, awaitMenu, choose, confirm, dial, leaveMenus } from './cursor.ts';
import type { Item } from './facts.ts';
import { Stuck, tap, waitUntil } from './hand.ts';
import { bagOf, isFree, menu } from './senses.ts';

/** Entries of the start menu, which begins with the third of them until there is something to look at. */
const startEntries = ['party', 'bag', 'save', 'option', 'exit'] as const;
export type StartEntry = (typeof startEntries)[number];

/** What can be done with an item. */
const bagAction = { use: 0, toss: 1 };

const placeInBag = (game: ReferenceGame, item: Item): number => {
  const at = bagOf(game).findIndex((slot) => slot.item.number === item.number);
  if (at < 0) throw new Stuck(game, `there is no ${item.id} in the bag`);
  return at;
};

/** Chooses an item of the bag that is open in battle, and the member whom it is for. */
export const spendFromBag = (game: ReferenceGame, item: Item, place: number | null): void => {
  choose(game, placeInBag(game, item));
  if (place !== null && awaitMenu(game, menu.party)) choose(game, place);
};

/** Opens the start menu and one of its entries. */
export const openFromStart = (game: ReferenceGame, entry: StartEntry): void => {
  for (let tries = 0; game.number('wMenuKind') !== menu.start && tries < 10; tries++) {
    tap(game, 'start', 2);
    awaitMenu(game, menu.start, 20);
  }
  const hidden = startEntries.length - game.number('wListCount');
  choose(game, startEntries.indexOf(entry) - hidden);
};

/** Backs out of all menus, to the map. */
export const backToMap = (game: ReferenceGame): void => {
  for (let tries = 0; tries < 10 && !isFree(game); tries++) {
    leaveMenus(game);
    waitUntil(game, () => isFree(game), 20);
  }
};

/** Opens the bag from the start menu and points out an item, up to what can be done with it. */
const pickFromBag = (game: ReferenceGame, item: Item, action: number): void => {
  openFromStart(game, 'bag');
  if (!awaitMenu(game, menu.bag)) throw new Stuck(game, 'the bag does not open');
  choose(game, placeInBag(game, item));
  if (!awaitMenu(game, menu.bagAction)) throw new Stuck(game, `nothing can be done with ${item.id}`);
  choose(game, action);
};

/** Throws some of an item away. */
export const tossItem = (game: ReferenceGame, item: Item, count: number): void => {
  pickFromBag(game, item, bagAction.toss);
  if (!awaitMenu(game, menu.quantity)) throw new Stuck(game, 'nobody asks how many');
  dial(game, count);
  confirm(game);
  if (awaitHolding(game, menu.yesNo)) choose(game, 0);
  backToMap(game);
};

/** Uses an item outside of battles, on a member of the party where it is for one. */
export const applyItem = (game: ReferenceGame, item: Item, place: number | null): void => {
  pickFromBag(game, item, bagAction.use);
  if (place !== null && awaitMenu(game, menu.party)) choose(game, place);
  backToMap(game);
};
