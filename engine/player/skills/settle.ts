import type { ScreenMode } from '../../../protocol/words.ts';
import { buttonBit } from '../../../protocol/words.ts';
import { Reading } from './reading.ts';
import { type Doing, hold, type Mind } from './skill.ts';

/** Observations to wait for a picture that rests before nudging the game. */
const patience = 90;

/**
 * Gets to a state in which the player can act: waits through transitions, turns text pages, leaves menus.
 * Returns the mode it ended in: overworld, title or ending.
 */
export function* settle(mind: Mind): Doing<ScreenMode> {
  let waited = 0;
  let told = false;
  const reading = new Reading();
  while (true) {
    const { mode, text = [] } = mind.seen;
    if ((mode === 'overworld' && mind.world.settled) || mode === 'title' || mode === 'ending') {
      if (reading.text !== '') remember(mind, reading.text);
      return mode;
    }
    if (mode === 'dialog' || mode === 'menu') {
      if (!told) {
        mind.intend({
          skill: mode === 'dialog' ? 'turn-pages' : 'leave-menu',
          action: mode === 'dialog' ? 'read on to the end' : 'close the menu',
          why: `a ${mode} is open and has to end before walking on`,
          confidence: mind.seen.modeConfidence,
        });
        told = true;
      }
      if (mode === 'dialog') reading.see(text);
      yield* tap(mind, mind.guide.controls.dismiss);
      continue;
    }
    yield 0;
    // Something that is neither moving nor known: a press may end it.
    if (++waited % patience === 0) yield* tap(mind, mind.guide.controls.dismiss);
  }
}

const remember = (mind: Mind, text: string): void =>
  mind.intend({ skill: 'read', action: `read: “${text}”`, why: 'the text box has closed', confidence: 1 });

/** Presses a button once: down for one observation, up for one. */
export function* tap(_mind: Mind, button: 'a' | 'b' | 'start'): Doing<void> {
  yield* hold(buttonBit(button), 1);
  yield* hold(0, 1);
}
