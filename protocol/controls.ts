import type { Button } from './words.ts';

/** For each button of the game the keys that press it, as `KeyboardEvent.code`s: places, not letters. */
export type KeyMap = Record<Button, string[]>;
/** For each button of the game the buttons of a W3C "standard gamepad" that press it, by number. */
export type PadMap = Record<Button, number[]>;

/** Keys or buttons that one button of the game may have at most. */
export const mostPerButton = 4;

/** Keys that the page, the browser or the reader of the screen needs for itself. */
export const reservedKeys: readonly string[] = ['Escape', 'Tab', 'F5', 'F11', 'F12', 'Space'];

/** By place on the keyboard, so that A and B lie side by side on every layout. */
export const usualKeys: KeyMap = {
  a: ['KeyZ'],
  b: ['KeyX'],
  select: ['ShiftLeft', 'ShiftRight', 'Backspace'],
  start: ['Enter', 'NumpadEnter'],
  right: ['ArrowRight'],
  left: ['ArrowLeft'],
  up: ['ArrowUp'],
  down: ['ArrowDown'],
  r: ['KeyW'],
  l: ['KeyQ'],
};

/** As libretro lays them out: the lower face button is B and the right one A, like on the handheld itself. */
export const usualPad: PadMap = {
  a: [1],
  b: [0],
  select: [8],
  start: [9],
  right: [15],
  left: [14],
  up: [12],
  down: [13],
  r: [5],
  l: [4],
};

/** Buttons of a standard gamepad. */
export const padButtons = 17;

/** The first key or button that two buttons of the game would share, and which two; null: none. */
export const sharedControl = <Control extends string | number>(
  map: Record<Button, readonly Control[]>,
): { control: Control; first: Button; second: Button } | null => {
  const owners = new Map<Control, Button>();
  for (const [button, controls] of Object.entries(map) as [Button, readonly Control[]][]) {
    for (const control of controls) {
      const first = owners.get(control);
      if (first !== undefined) return { control, first, second: button };
      owners.set(control, button);
    }
  }
  return null;
};
