import type { ReferenceGame } from '../../reference.ts';
import { awaitMenu, choose } from './cursor.ts';
import { Stuck } from './hand.ts';
import { menu } from './senses.ts';

/** Entries of the box's first menu. */
const entry = { take: 0, put: 1 };

const open = (game: ReferenceGame, what: number, list: number): void => {
  if (!awaitMenu(game, menu.boxAction, 120)) throw new Stuck(game, 'no box is open');
  choose(game, what);
  if (!awaitMenu(game, list)) throw new Stuck(game, 'the box shows no list');
};

/** In the open box: puts the member at a place of the party in, and waits until it is done. */
export const putIntoBox = (game: ReferenceGame, place: number): void => {
  open(game, entry.put, menu.party);
  choose(game, place);
  awaitMenu(game, menu.boxAction);
};

/** In the open box: takes out the monster at a place of its list. */
export const takeFromBox = (game: ReferenceGame, place: number): void => {
  open(game, entry.take, menu.box);
  choose(game, place);
  awaitMenu(game, menu.box);
};
