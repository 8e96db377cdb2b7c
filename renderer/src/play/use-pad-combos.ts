import { useEffect, useEffectEvent } from 'react';
import type { Button } from '../../../protocol/words.ts';
import { heldOn } from './gamepad.ts';
import { type Combo, comboOf } from './pad-combos.ts';
import { useControls } from './use-controls.ts';

/** Hears the two combinations of a gamepad that are meant for the page, in anybody's turn. */
export const usePadCombos = (actions: Record<Combo, () => void>): void => {
  const { pad } = useControls();
  const meant = useEffectEvent((combo: Combo) => actions[combo]());
  useEffect(() => {
    let before = new Set<Button>();
    let poll = 0;
    const ask = () => {
      const held = heldOn(navigator.getGamepads(), pad);
      const combo = comboOf(before, held);
      before = held;
      if (combo) meant(combo);
      poll = requestAnimationFrame(ask);
    };
    const begin = () => {
      cancelAnimationFrame(poll);
      if (navigator.getGamepads().some(Boolean)) ask();
    };
    begin();
    addEventListener('gamepadconnected', begin);
    return () => {
      cancelAnimationFrame(poll);
      removeEventListener('gamepadconnected', begin);
    };
  }, [pad]);
};
