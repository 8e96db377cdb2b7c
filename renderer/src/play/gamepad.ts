import { type PadMap, usualPad } from '../../../protocol/controls.ts';
import { type Button, buttons } from '../../../protocol/words.ts';

/** How far a stick has to lean to count as a direction. */
const leaning = 0.5;

type PadState = Pick<Gamepad, 'axes'> & { buttons: readonly { pressed: boolean }[] };

/** The game's buttons held on those gamepads, by their place (W3C "standard gamepad"). */
export const heldOn = (pads: Iterable<PadState>, map: PadMap = usualPad): Set<Button> => {
  const held = new Set<Button>();
  for (const pad of pads) {
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
