import { useEffect, useEffectEvent } from 'react';
import { type ShortcutName, shortcuts } from './shortcuts.ts';

const inside = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** Places that need every key for themselves. */
export const typing = (target: EventTarget | null): boolean =>
  inside(
    target,
    'input:not([type="radio"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"]',
  );

/** Controls that Space and Enter press by themselves; taking those keys away would lock keyboard users out. */
export const pressable = (target: EventTarget | null): boolean =>
  inside(target, 'button, a, summary, input:not([type="radio"]), [role="button"]');

/** Sliders: the arrows are theirs while they have the focus. */
export const steering = (target: EventTarget | null): boolean => inside(target, '[role="slider"]');

/** Calls the action of a shortcut when its key is pressed anywhere on the page. */
export const useShortcuts = (actions: Partial<Record<ShortcutName, () => void>>): void => {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (typing(event.target) || (event.key === ' ' && pressable(event.target))) return;
    const shortcut = shortcuts.find(({ keys }) => keys.includes(event.key));
    const action = shortcut && actions[shortcut.name];
    if (!action) return;
    event.preventDefault();
    // Held down, Space would flutter between pause and resume; stepping may repeat.
    if (event.repeat && shortcut.name !== 'step') return;
    action();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => pressed(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
};
