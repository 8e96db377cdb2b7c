import { buttonBit } from '../../../protocol/words.ts';
import type { Direction } from '../world/grid.ts';
import { tap } from './settle.ts';
import { type Doing, hold, type Mind } from './skill.ts';

/** Observations between the press and the text box that is expected. */
const answerPatience = 12;

/**
 * Faces something that stands in the next cell and talks to it or reads it.
 * Returns true when a text box opened.
 */
export function* interact(mind: Mind, facing: Direction): Doing<boolean> {
  // Walking against something solid turns the figure towards it.
  yield* hold(buttonBit(facing), 2);
  yield* hold(0, 2);
  for (let attempt = 0; attempt < 2; attempt++) {
    yield* tap(mind, mind.guide.controls.talk);
    for (let i = 0; i < answerPatience; i++) {
      if (mind.seen.mode === 'dialog') return true;
      yield 0;
    }
  }
  return false;
}
