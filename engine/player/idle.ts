import type { Act, Player, Witnessed } from './types.ts';

/** Presses nothing: the human plays, or the game has no guide. */
export class IdlePlayer implements Player {
  readonly tickFrames = 4;

  decide(): Act {
    return { buttons: 0, status: 'pursuing' };
  }

  watch(): Witnessed {
    return { status: 'pursuing', suggestion: null };
  }

  advise(): Witnessed {
    return this.watch();
  }

  reset(): void {}
}
