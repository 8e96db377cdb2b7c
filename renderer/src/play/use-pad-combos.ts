import { useEffect, useEffectEvent } from 'react';
import { watchHeld } from '../shared/watch-pads.ts';
import { heldOn } from './gamepad.ts';
import { type Combo, comboOf } from './pad-combos.ts';
import { useControls } from './use-controls.ts';

/** Hears the two combinations of a gamepad that are meant for the page, in anybody's turn. */
export const usePadCombos = (actions: Record<Combo, () => void>): void => {
  const { pad } = useControls();
  const meant = useEffectEvent((combo: Combo) => actions[combo]());
  useEffect(
    () =>
      watchHeld(
        (pads) => heldOn(pads, pad),
        (held, before) => {
          const combo = comboOf(before, held);
          if (combo) meant(combo);
        },
      ),
    [pad],
  );
};
