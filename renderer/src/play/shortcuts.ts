import type { Button } from '../../../protocol/words.ts';
import { texts } from '../texts.ts';

/** What a key can do at any time. */
export type ShortcutName = 'pause' | 'step' | 'turn' | 'overlay' | 'save' | 'faster' | 'slower' | 'help';

/** The keys of the page, written once: the listener, the tooltips and the list of keys read this table. */
export const shortcuts: { name: ShortcutName; keys: string[]; shown: string; what: string }[] = [
  { name: 'pause', keys: [' '], shown: texts.keys.space, what: texts.keys.pause },
  { name: 'step', keys: ['.'], shown: '.', what: texts.keys.step },
  { name: 'turn', keys: ['t', 'T'], shown: 'T', what: texts.keys.turn },
  { name: 'overlay', keys: ['o', 'O'], shown: 'O', what: texts.keys.overlay },
  { name: 'save', keys: ['s', 'S'], shown: 'S', what: texts.keys.save },
  { name: 'faster', keys: ['+', '='], shown: '+', what: texts.keys.faster },
  { name: 'slower', keys: ['-', '_'], shown: '-', what: texts.keys.slower },
  { name: 'help', keys: ['?'], shown: '?', what: texts.keys.help },
];

export const shownKey = (name: ShortcutName): string =>
  shortcuts.find((shortcut) => shortcut.name === name)?.shown ?? '';

/** Keys that are buttons of the game while it is the player's turn; `keys` are `KeyboardEvent.code`s. */
export const gameKeys: { button: Button; keys: string[]; shown: string[] }[] = [
  { button: 'up', keys: ['ArrowUp'], shown: ['↑'] },
  { button: 'down', keys: ['ArrowDown'], shown: ['↓'] },
  { button: 'left', keys: ['ArrowLeft'], shown: ['←'] },
  { button: 'right', keys: ['ArrowRight'], shown: ['→'] },
  // By place on the keyboard, so that they lie side by side on every layout.
  { button: 'a', keys: ['KeyZ'], shown: ['Z'] },
  { button: 'b', keys: ['KeyX'], shown: ['X'] },
  { button: 'start', keys: ['Enter', 'NumpadEnter'], shown: ['Enter'] },
  { button: 'select', keys: ['ShiftLeft', 'ShiftRight', 'Backspace'], shown: ['Shift', 'Backspace'] },
];

export const buttonOfKey = (code: string): Button | undefined =>
  gameKeys.find(({ keys }) => keys.includes(code))?.button;
