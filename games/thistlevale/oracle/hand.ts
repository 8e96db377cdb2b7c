import type { Button } from '../../../protocol/words.ts';
import type { ReferenceGame } from '../../reference.ts';

/** Presses a button for two frames and lets it go for as many: the game reads it once a frame. */
export const tap = (game: ReferenceGame, button: Button, release = 2): void => {
  game.hold([button], 2);
  game.hold([], release);
};

/** Lets frames pass until something holds; returns whether it came to hold. */
export const waitUntil = (game: ReferenceGame, holds: () => boolean, limit: number): boolean => {
  for (let frame = 0; frame < limit; frame++) {
    if (holds()) return true;
    game.hold([], 1);
  }
  return holds();
};

/** The reference player does not know how to go on. */
export class Stuck extends Error {
  constructor(game: ReferenceGame, what: string) {
    const at = `map ${game.number('wCurMap')}, (${game.number('wPlayerX')}, ${game.number('wPlayerY')})`;
    const screen = `mode ${game.number('wScreenMode')}, menu ${game.number('wMenuKind')}`;
    super(`${what} (${at}, ${screen}, frame ${game.frames})`);
  }
}
