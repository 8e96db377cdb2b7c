import type { Observation } from '../../protocol/observation.ts';
import { type Button, buttonBit } from '../../protocol/words.ts';
import { randomFrom } from './random-numbers.ts';
import type { Act, Player, Witnessed } from './types.ts';

/** Directions and A are pressed more often than the rest, as a child would. */
const choices: Button[] = [
  'up',
  'up',
  'down',
  'down',
  'left',
  'left',
  'right',
  'right',
  'a',
  'a',
  'b',
  'start',
];
/** A press lasts 1 to this many observations: from a tap to two cells. */
const longest = 8;

/** Presses random buttons for random lengths of time: the floor that every score is measured from. */
export class RandomPlayer implements Player {
  readonly tickFrames = 4;
  readonly #random: () => number;
  #buttons = 0;
  #left = 0;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  decide(observation: Observation): Act {
    if (observation.mode === 'ending')
      return { buttons: 0, status: 'reached', reason: 'the ending is on screen' };
    if (this.#left-- <= 0) {
      const choice = choices[Math.floor(this.#random() * choices.length)]!;
      // Every other press is a release, or taps would never be taps.
      this.#buttons = this.#buttons === 0 ? buttonBit(choice) : 0;
      this.#left = this.#buttons === 0 ? 0 : Math.floor(this.#random() * longest);
    }
    return { buttons: this.#buttons, status: 'pursuing' };
  }

  watch(): Witnessed {
    return { status: 'pursuing', suggestion: null };
  }

  advise(): Witnessed {
    return this.watch();
  }

  reset(): void {
    this.#left = 0;
  }
}
