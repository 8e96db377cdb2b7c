import { Table } from '@mantine/core';
import type { KeyMap, PadMap } from '../../../protocol/controls.ts';
import type { Setting } from '../../../protocol/settings.ts';
import { useKeyNames } from '../play/key-names.ts';
import { shownButtons } from '../play/shortcuts.ts';
import { texts } from '../texts.ts';
import { ControlCell } from './ControlCell.tsx';
import classes from './ControlsTable.module.css';
import { given, keyGiven } from './controls.ts';
import { SettingRow } from './SettingRow.tsx';
import type { Change } from './use-change.ts';

const words = texts.settings.controls;

/** A gamepad button by its place; the pads themselves print different letters on the same one. */
const padName = (index: number): string => words.padNames[index] ?? words.padButton(index);

interface Props {
  /** Undefined where only the other one was looked for. */
  keyboard: Setting | undefined;
  gamepad: Setting | undefined;
  change: Change;
}

/** The game's buttons, and what presses each: one presses a key or a button to give it. */
export const ControlsTable = ({ keyboard, gamepad, change }: Props) => {
  const nameOf = useKeyNames();
  const keys = keyboard?.value as KeyMap | undefined;
  const pad = gamepad?.value as PadMap | undefined;
  return (
    <>
      {[keyboard, gamepad].map(
        (setting) =>
          setting && (
            <SettingRow key={setting.name} setting={setting} change={change}>
              {null}
            </SettingRow>
          ),
      )}
      <Table aria-label={words.caption} className={classes.table} data-testid="controls">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.button}</Table.Th>
            {keys && <Table.Th>{words.keyboard}</Table.Th>}
            {pad && <Table.Th>{words.gamepad}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shownButtons.map((button) => (
            <Table.Tr key={button} data-button={button}>
              <Table.Th scope="row" fw={500}>
                {texts.keys.buttons[button]}
              </Table.Th>
              {keyboard && keys && (
                <ControlCell
                  button={button}
                  map={keys}
                  nameOf={nameOf}
                  onKey={(event) => keyGiven(keys, button, event, nameOf(event.code))}
                  addLabel={words.addKey(texts.keys.buttons[button])}
                  waitWords={words.pressKey}
                  choose={(map) => change.choose(keyboard, map)}
                />
              )}
              {gamepad && pad && (
                <ControlCell
                  button={button}
                  map={pad}
                  nameOf={padName}
                  onPad={(index) => given<number, PadMap>(pad, button, index)}
                  addLabel={words.addPad(texts.keys.buttons[button])}
                  waitWords={words.pressPad}
                  choose={(map) => change.choose(gamepad, map)}
                />
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
};
