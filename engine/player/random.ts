import type { Decision, Observation } from '../../protocol/observation.ts';
import { allButtons, type Button, buttonBit, buttonsIn } from '../../protocol/words.ts';
import { randomFrom } from './random-numbers.ts';
import type { Act, Player } from './types.ts';

/** Buttons that a Game Boy has; the shoulder buttons are left alone. */
const pressable = buttonsIn(allButtons).filter((button) => button !== 'l' && button !== 'r');

/**
 * Presses random buttons, blind: the floor that every score is compared with. Each press is held for 2 to 9
 * looks (8 to 36 frames), about as long as a person holds one; a quarter of the time nothing is held.
 * The same seed presses the same.
 */
export const randomPlayer = (seed: number): Player => {
  const random = randomFrom(seed);
  let held = 0;
  let looksLeft = 0;
  return {
    tickFrames: 4,
    decide: ({ frame }: Observation): Act => {
      looksLeft -= 1;
      if (looksLeft > 0) return { buttons: held, status: 'pursuing' };
      looksLeft = 2 + Math.floor(random() * 8);
      const button = pressable[Math.floor(random() * pressable.length)]!;
      const nothing = random() < 0.25;
      held = nothing ? 0 : buttonBit(button);
      return { buttons: held, status: 'pursuing', decision: describe(frame, nothing ? null : button, looksLeft) };
    },
    watch: () => {},
    reset: () => {},
  };
};

const describe = (frame: number, button: Button | null, looks: number): Decision => ({
  frame,
  goal: 'none',
  task: 'press buttons at random',
  skill: 'press',
  action: `${button ? `hold ${button}` : 'hold nothing'} for ${looks * 4} frames`,
  why: 'chosen by chance',
  confidence: 0,
  tasks: [],
});
