import { type KeyMap, mostPerButton, reservedKeys } from '../../../protocol/controls.ts';
import type { Button } from '../../../protocol/words.ts';
import { shortcuts } from '../play/shortcuts.ts';
import { texts } from '../texts.ts';

const words = texts.settings.controls;

/** What came of pressing a key or button for a button of the game. */
export type Outcome<Control, Map> =
  | { kind: 'take'; map: Map }
  /** Already that button's. */
  | { kind: 'same' }
  | { kind: 'refuse'; words: string }
  /** Another button has it; `map`: what it would be if it moved. */
  | { kind: 'taken'; control: Control; owner: Button; map: Map };

type Controls<Control> = Record<Button, Control[]>;

const without = <Control>(controls: readonly Control[], control: Control): Control[] =>
  controls.filter((each) => each !== control);

/** Takes a control away from a button of the game. */
export const taken = <Control, Map extends Controls<Control>>(
  map: Map,
  button: Button,
  control: Control,
): Map => ({ ...map, [button]: without(map[button], control) });

/** Gives a control to a button of the game, if nobody else has it. */
export const given = <Control extends string | number, Map extends Controls<Control>>(
  map: Map,
  button: Button,
  control: Control,
): Outcome<Control, Map> => {
  if (map[button].includes(control)) return { kind: 'same' };
  if (map[button].length >= mostPerButton) return { kind: 'refuse', words: words.full(mostPerButton) };
  const added: Map = { ...map, [button]: [...map[button], control] };
  const owner = (Object.keys(map) as Button[]).find((each) => map[each].includes(control));
  if (owner === undefined) return { kind: 'take', map: added };
  return { kind: 'taken', control, owner, map: taken(added, owner, control) };
};

/** The same for a key, which the page may need for itself. `name`: as the keyboard has it printed. */
export const keyGiven = (
  map: KeyMap,
  button: Button,
  { code, key }: { code: string; key: string },
  name: string,
): Outcome<string, KeyMap> => {
  if (reservedKeys.includes(code)) return { kind: 'refuse', words: words.reserved(name) };
  const shortcut = shortcuts.find(({ keys }) => keys.includes(key));
  if (shortcut) return { kind: 'refuse', words: words.shortcut(name, shortcut.what) };
  return given(map, button, code);
};
