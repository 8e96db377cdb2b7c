import type { ReferenceGame } from '../../reference.ts';
import { Stuck, tap, waitUntil } from './hand.ts';
import { isFree, mode } from './senses.ts';
import { settle } from './settle.ts';
import type { Tactics } from './tactics.ts';

/** Value of wScreenMode while the title is shown. */
const title = 1;
/** Frames after which a core that has been switched on shows the title. */
const bootFrames = 1200;

/** From power-on, or from the title, to where the player stands free for the first time. */
export const begin = (game: ReferenceGame, tactics: Tactics): void => {
  game.hold([], 60);
  if (!waitUntil(game, () => game.number('wScreenMode') === title, bootFrames))
    throw new Stuck(game, 'the title does not come');
  game.hold([], 30);
  tap(game, 'start', 20);
  waitUntil(game, () => game.number('wScreenMode') !== mode.transition, 200);
  settle(game, tactics);
  if (!isFree(game)) throw new Stuck(game, 'the new game does not begin');
};
