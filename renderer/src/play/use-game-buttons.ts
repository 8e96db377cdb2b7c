import { useEffect } from 'react';
import { type Button, buttons } from '../../../protocol/words.ts';
import { useOwnPad } from '../shared/pad-owner.ts';
import { standardPads, watchPads } from '../shared/watch-pads.ts';
import { useEngine } from '../stream/engine.tsx';
import { heldOn } from './gamepad.ts';
import { buttonOfKey } from './shortcuts.ts';
import { useControls } from './use-controls.ts';
import { pressable, steering, typing } from './use-shortcuts.ts';

/** While `active`, keyboard and gamepads drive the game; everything is let go of when it ends. */
export const useGameButtons = (active: boolean): void => {
  const { stream } = useEngine();
  const { keys, pad } = useControls();
  useOwnPad(active);
  useEffect(() => {
    if (!active) return;
    const keyboard = new Set<Button>();
    let sent = '';
    const send = (present: readonly Gamepad[] = standardPads()) => {
      const pads = heldOn(present, pad);
      const held = buttons.filter((button) => keyboard.has(button) || pads.has(button));
      if (held.join() === sent) return;
      sent = held.join();
      stream.hold(held);
    };
    const down = (event: KeyboardEvent) => {
      const button = buttonOfKey(event.code, keys);
      if (!button || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      // On the timeline the arrows look along it.
      if (steering(event.target)) return;
      if (event.key === 'Enter' && pressable(event.target)) return;
      event.preventDefault();
      keyboard.add(button);
      send();
    };
    const up = (event: KeyboardEvent) => {
      const button = buttonOfKey(event.code, keys);
      if (button && keyboard.delete(button)) send();
    };
    // The key-up of a key held while the window loses focus goes to another window.
    const release = () => {
      keyboard.clear();
      send();
    };
    const stopWatching = watchPads(send);
    // Before the page's own shortcuts and the browser's radio groups, which want the arrows too.
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    window.addEventListener('blur', release);
    return () => {
      stopWatching();
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
      window.removeEventListener('blur', release);
      stream.hold([]);
    };
  }, [active, stream, keys, pad]);
};
