import type { KeyMap } from '../../../protocol/controls.ts';
import { type Button, buttons } from '../../../protocol/words.ts';
import { texts } from '../texts.ts';

/** What a key can do at any time. */
export type ShortcutName =
  | 'pause'
  | 'step'
  | 'turn'
  | 'advise'
  | 'good'
  | 'bad'
  | 'overlay'
  | 'save'
  | 'load'
  | 'back'
  | 'undo'
  | 'faster'
  | 'slower'
  | 'help';

/** The keys of the page, written once: the listener, the tooltips and the list of keys read this table. */
export const shortcuts: { name: ShortcutName; keys: string[]; shown: string; what: string }[] = [
  { name: 'pause', keys: [' '], shown: texts.keys.space, what: texts.keys.pause },
  { name: 'step', keys: ['.'], shown: '.', what: texts.keys.step },
  { name: 'turn', keys: ['t', 'T'], shown: 'T', what: texts.keys.turn },
  { name: 'advise', keys: ['v', 'V'], shown: 'V', what: texts.keys.advise },
  { name: 'good', keys: ['y', 'Y'], shown: 'Y', what: texts.keys.good },
  { name: 'bad', keys: ['n', 'N'], shown: 'N', what: texts.keys.bad },
  { name: 'overlay', keys: ['o', 'O'], shown: 'O', what: texts.keys.overlay },
  { name: 'save', keys: ['s', 'S'], shown: 'S', what: texts.keys.save },
  { name: 'load', keys: ['l', 'L'], shown: 'L', what: texts.keys.load },
  { name: 'back', keys: [','], shown: ',', what: texts.keys.back },
  { name: 'undo', keys: ['u', 'U'], shown: 'U', what: texts.keys.undo },
  { name: 'faster', keys: ['+', '='], shown: '+', what: texts.keys.faster },
  { name: 'slower', keys: ['-', '_'], shown: '-', what: texts.keys.slower },
  { name: 'help', keys: ['?'], shown: '?', what: texts.keys.help },
];

export const shownKey = (name: ShortcutName): string =>
  shortcuts.find((shortcut) => shortcut.name === name)?.shown ?? '';

/** The button of the game that a key presses; `code` is a `KeyboardEvent.code`. */
export const buttonOfKey = (code: string, keys: KeyMap): Button | undefined =>
  buttons.find((button) => keys[button].includes(code));

/** The game's buttons in the order in which people look for them. */
export const shownButtons: readonly Button[] = [
  'up',
  'down',
  'left',
  'right',
  'a',
  'b',
  'start',
  'select',
  'l',
  'r',
];
