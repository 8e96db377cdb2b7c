import { useEffect } from 'react';
import type { Button } from '../../../protocol/words.ts';
import { nextInDirection } from '../library/move-focus.ts';
import { heldOn } from '../play/gamepad.ts';
import { useControls } from '../play/use-controls.ts';
import { padIsFree } from '../shared/pad-owner.ts';
import { watchHeld } from '../shared/watch-pads.ts';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [tabindex="0"]';
const arrows: Partial<Record<Button, string>> = {
  up: 'ArrowUp',
  down: 'ArrowDown',
  left: 'ArrowLeft',
  right: 'ArrowRight',
};

/** What can be gone to: in the uppermost dialog if there is one, else anywhere on the page. */
const targets = (): HTMLElement[] => {
  const scope = [...document.querySelectorAll('[role="dialog"]')].at(-1) ?? document;
  return [...scope.querySelectorAll<HTMLElement>(focusable)].filter(
    (element) => element.checkVisibility() && element.tabIndex >= 0,
  );
};

const move = (key: string): void => {
  const places = targets();
  const from = places.indexOf(document.activeElement as HTMLElement);
  const rectangles = places.map((element) => element.getBoundingClientRect());
  const next = from < 0 ? 0 : nextInDirection(rectangles, from, key);
  if (next === null) return;
  // Shown as the keyboard's focus is.
  places[next]?.focus({ focusVisible: true } as FocusOptions);
  places[next]?.scrollIntoView({ block: 'nearest' });
};

const act = (button: Button): void => {
  const key = arrows[button];
  const element = document.activeElement;
  if (key) move(key);
  else if (button === 'a' && element instanceof HTMLElement) element.click();
  else if (button === 'b') {
    const away = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    (element ?? document.body).dispatchEvent(away);
  }
};

/** A gamepad moves about the page: directions go to the next control, A presses it, B goes back. */
export const usePadFocus = (): void => {
  const { pad } = useControls();
  useEffect(
    () =>
      watchHeld(
        (pads) => heldOn(pads, pad),
        (held, before) => {
          if (!padIsFree() || !document.hasFocus()) return;
          for (const button of held) if (!before.has(button)) act(button);
        },
      ),
    [pad],
  );
};
