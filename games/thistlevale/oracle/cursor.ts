import type { Button } from '../../../protocol/words.ts';
import type { ReferenceGame } from '../../reference.ts';
import { Stuck, tap, waitUntil } from './hand.ts';
import { menu } from './senses.ts';

/** Frames that a menu may take to answer a button. */
const answerFrames = 40;

const at = (game: ReferenceGame): number => game.number('wCurrentMenuItem');

/** Puts the cursor of the list on screen on an entry, the shorter way round. */
export const pointAt = (game: ReferenceGame, entry: number): void => {
  const kind = game.number('wMenuKind');
  const count = game.number('wListCount');
  if (entry >= count) throw new Stuck(game, `menu ${kind} has no entry ${entry}`);
  for (let tries = 0; at(game) !== entry; tries++) {
    if (tries > 3 * count + 10) throw new Stuck(game, `the cursor does not come to entry ${entry}`);
    const before = at(game);
    const down = (entry - before + count) % count;
    tap(game, down <= count - down ? 'down' : 'up', 1);
    waitUntil(game, () => at(game) !== before || game.number('wMenuKind') !== kind, 8);
    if (game.number('wMenuKind') !== kind) return;
  }
};

/** Waits until a menu of that kind waits for buttons; returns whether it came. */
export const awaitMenu = (game: ReferenceGame, kind: number, limit = answerFrames): boolean =>
  waitUntil(game, () => game.number('wMenuKind') === kind, limit);

/** Presses A until the menu on screen has heard it: while it draws it does not listen. */
export const confirm = (game: ReferenceGame): void => {
  const kind = game.number('wMenuKind');
  for (let tries = 0; tries < 6; tries++) {
    tap(game, 'a', 0);
    if (waitUntil(game, () => game.number('wMenuKind') !== kind, 10)) return;
  }
};

/** Chooses an entry of the list on screen. */
export const choose = (game: ReferenceGame, entry: number): void => {
  pointAt(game, entry);
  confirm(game);
};

/** Chooses one of the four entries of the battle menu, which stand in two columns. */
export const chooseInBattle = (game: ReferenceGame, entry: number): void => {
  for (let tries = 0; at(game) !== entry && tries < 12; tries++) {
    const before = at(game);
    const column = (before ^ entry) & 1;
    tap(game, column ? (entry & 1 ? 'right' : 'left') : entry & 2 ? 'down' : 'up', 1);
    waitUntil(game, () => at(game) !== before, 6);
  }
  confirm(game);
};

/** Backs out of whatever menus are open. */
export const leaveMenus = (game: ReferenceGame): void => {
  for (let tries = 0; tries < 30; tries++) {
    if (!waitUntil(game, () => game.number('wMenuKind') !== menu.none, 12)) return;
    tap(game, 'b', 6);
  }
};

/** Turns the number on screen to another: single steps up and down, tens to the sides. */
export const dial = (game: ReferenceGame, wanted: number): void => {
  const at = (): number => game.number('wCurrentMenuItem');
  for (let tries = 0; at() !== wanted && tries < 60; tries++) {
    const before = at();
    const missing = wanted - before;
    const button: Button = missing >= 10 ? 'right' : missing <= -10 ? 'left' : missing > 0 ? 'up' : 'down';
    tap(game, button, 1);
    waitUntil(game, () => at() !== before, 6);
  }
};

/** Waits for a menu with B held: letters come faster. */
export const awaitHolding = (game: ReferenceGame, kind: number): boolean => {
  for (let frame = 0; frame < 160 && game.number('wMenuKind') !== kind; frame++) game.hold(['b'], 1);
  game.hold([], 1);
  return game.number('wMenuKind') === kind;
};
