import { type Turn, turns } from '../../../protocol/words.ts';
import type { LookRun } from '../replay-file.ts';

/**
 * At which frames the player looked, in whose turn, and which buttons went with it: those that it chose then, in its
 * own turn, and those that were held since the look before, in the human's. Together with the inputs this is all that
 * the player was given: with it a decision can be brought about again.
 */
export class LookLog {
  #runs: LookRun[] = [];
  #last = -1;

  /** The player looked at that frame. */
  add(frame: number, turn: Turn, buttons: number): void {
    const gap = frame - this.#last;
    this.#last = frame;
    const whose = turns.indexOf(turn);
    const run = this.#runs.at(-1);
    if (run && run[0] === gap && run[2] === whose && run[3] === buttons) run[1] += 1;
    else this.#runs.push([gap, 1, whose, buttons]);
  }

  /** The looks since the last call. */
  take(): LookRun[] {
    const runs = this.#runs;
    this.#runs = [];
    return runs;
  }
}
