import { type PadMap, usualPad } from '../../../protocol/controls.ts';
import { type Button, buttons } from '../../../protocol/words.ts';

/** How far a stick has to lean to count as a direction. */
const leaning = 0.5;

type PadState = Pick<Gamepad, 'axes' | 'mapping'> & { buttons: readonly { pressed: boolean }[] };

/** The game's buttons held on the gamepads given, by their place (W3C "standard gamepad"); pads without the standard layout are left out. */
export const heldOn = (pads: Iterable<PadState | null>, map: PadMap = usualPad): Set<Button> => {
  const held = new Set<Button>();
  for (const pad of pads) {
    if (pad?.mapping !== 'standard') continue;
    for (const button of buttons) {
      if (map[button].some((index) => pad.buttons[index]?.pressed)) held.add(button);
    }
    const [x = 0, y = 0] = pad.axes;
    if (x < -leaning) held.add('left');
    if (x > leaning) held.add('right');
    if (y < -leaning) held.add('up');
    if (y > leaning) held.add('down');
  }
  return held;
};
