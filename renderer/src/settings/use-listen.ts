import { useEffect, useEffectEvent } from 'react';
import { useOwnPad } from '../shared/pad-owner.ts';
import { standardPads, watchPads } from '../shared/watch-pads.ts';

/** Keys that only mean something together with another one may still be a button; these never are one. */
const isDead = ({ code, key }: KeyboardEvent): boolean => code === '' || key === 'Dead' || key === 'Process';

interface Heard {
  onKey?: ((event: KeyboardEvent) => void) | undefined;
  onPad?: ((index: number) => void) | undefined;
  onCancel: () => void;
}

/** Waits for the next key (`onKey`) or gamepad button (`onPad`) while `active`; Escape and a click elsewhere cancel. */
export const useListen = (active: boolean, { onKey, onPad, onCancel }: Heard): void => {
  const key = useEffectEvent((event: KeyboardEvent) => {
    if (isDead(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.code === 'Escape') onCancel();
    else onKey?.(event);
  });
  const pad = useEffectEvent((index: number) => onPad?.(index));
  const cancel = useEffectEvent(() => onCancel());
  useOwnPad(active);
  useEffect(() => {
    if (!active) return;
    const listenKey = (event: KeyboardEvent) => key(event);
    const listenAway = () => cancel();
    // What is held already when the waiting begins is not meant: it may be the button that was used to get here.
    const pressedOn = (pads: readonly Gamepad[]): Set<number> =>
      new Set(pads.flatMap((each) => each.buttons.flatMap(({ pressed }, index) => (pressed ? [index] : []))));
    let before = pressedOn(standardPads());
    const stopWatching = watchPads((pads) => {
      const now = pressedOn(pads);
      const fresh = [...now].find((index) => !before.has(index));
      before = now;
      if (fresh !== undefined) pad(fresh);
    });
    window.addEventListener('keydown', listenKey, { capture: true });
    window.addEventListener('pointerdown', listenAway, { capture: true });
    return () => {
      stopWatching();
      window.removeEventListener('keydown', listenKey, { capture: true });
      window.removeEventListener('pointerdown', listenAway, { capture: true });
    };
  }, [active]);
};
