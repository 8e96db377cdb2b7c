import type { Act, Player } from './types.ts';

/** Presses nothing: the human plays, or the game has no guide. */
export class IdlePlayer implements Player {
  readonly tickFrames = 4;

  decide(): Act {
    return { buttons: 0, status: 'pursuing' };
  }

  watch(): void {}

  reset(): void {}
}
