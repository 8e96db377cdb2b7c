import type { Button } from '../../../protocol/words.ts';

/**
 * Buttons of the W3C "standard gamepad" by their place, as libretro lays them out: the lower face button is B
 * and the right one A, like on the handheld itself.
 */
const byIndex: Record<number, Button> = {
  0: 'b',
  1: 'a',
  4: 'l',
  5: 'r',
  8: 'select',
  9: 'start',
  12: 'up',
  13: 'down',
  14: 'left',
  15: 'right',
};

/** How far a stick has to lean to count as a direction. */
const leaning = 0.5;

type PadState = Pick<Gamepad, 'axes' | 'mapping'> & { buttons: readonly { pressed: boolean }[] };

/** The game's buttons held on the gamepads given; pads without the standard layout are left out. */
export const heldOn = (pads: Iterable<PadState | null>): Set<Button> => {
  const held = new Set<Button>();
  for (const pad of pads) {
    if (pad?.mapping !== 'standard') continue;
    pad.buttons.forEach(({ pressed }, index) => {
      const button = byIndex[index];
      if (pressed && button) held.add(button);
    });
    const [x = 0, y = 0] = pad.axes;
    if (x < -leaning) held.add('left');
    if (x > leaning) held.add('right');
    if (y < -leaning) held.add('up');
    if (y > leaning) held.add('down');
  }
  return held;
};
