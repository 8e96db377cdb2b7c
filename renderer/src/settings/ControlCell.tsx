import { ActionIcon, Button, Kbd, Table, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Button as GameButton } from '../../../protocol/words.ts';
import { problemIn } from '../api/problem.ts';
import { texts } from '../texts.ts';
import classes from './ControlsTable.module.css';
import { type Outcome, taken } from './controls.ts';
import { useListen } from './use-listen.ts';

const words = texts.settings.controls;

interface Props<Control extends string | number, Map extends Record<GameButton, Control[]>> {
  button: GameButton;
  map: Map;
  nameOf: (control: Control) => string;
  /** What giving the pressed key, or gamepad button, would come to. One of the two is given. */
  onKey?: (event: KeyboardEvent) => Outcome<Control, Map>;
  onPad?: (index: number) => Outcome<Control, Map>;
  addLabel: string;
  waitWords: string;
  /** Rejects with what the engine had against it. */
  choose: (map: Map) => Promise<void>;
}

/** What presses one button of the game: taking one away, and waiting for one to be pressed. */
export const ControlCell = <Control extends string | number, Map extends Record<GameButton, Control[]>>({
  button,
  map,
  nameOf,
  onKey,
  onPad,
  addLabel,
  waitWords,
  choose,
}: Props<Control, Map>) => {
  const [waiting, setWaiting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  /** A control that another button has, until it is decided whether it moves. */
  const [asked, setAsked] = useState<Extract<Outcome<Control, Map>, { kind: 'taken' }> | null>(null);
  const buttonName = texts.keys.buttons[button];
  const send = (next: Map) => choose(next).catch((error: unknown) => setSaid(problemIn(error).message));
  const heard = (outcome: Outcome<Control, Map>) => {
    setWaiting(false);
    setSaid(outcome.kind === 'refuse' ? outcome.words : null);
    setAsked(outcome.kind === 'taken' ? outcome : null);
    if (outcome.kind === 'take') void send(outcome.map);
  };
  useListen(waiting, {
    onKey: onKey && ((event) => heard(onKey(event))),
    onPad: onPad && ((index) => heard(onPad(index))),
    onCancel: () => setWaiting(false),
  });
  // The button that was pressed is away while it waits; the keyboard goes on from it afterwards.
  const addButton = useRef<HTMLButtonElement>(null);
  const waited = useRef(false);
  useEffect(() => {
    if (!waiting && waited.current) addButton.current?.focus();
    waited.current = waiting;
  }, [waiting]);
  const begin = () => {
    setSaid(null);
    setAsked(null);
    setWaiting(true);
  };
  return (
    <Table.Td>
      <div className={classes.controls}>
        {map[button].map((control) => (
          <Kbd key={control} className={classes.control}>
            {nameOf(control)}
            <ActionIcon
              size={18}
              variant="transparent"
              color="gray"
              aria-label={words.remove(nameOf(control), buttonName)}
              onClick={() => void send(taken(map, button, control))}
            >
              <IconX size={13} aria-hidden />
            </ActionIcon>
          </Kbd>
        ))}
        {waiting ? (
          <Text size="sm" role="status" className={classes.waiting}>
            {waitWords} <span>{words.cancel}</span>
          </Text>
        ) : (
          <ActionIcon
            ref={addButton}
            size={26}
            variant="subtle"
            color="gray"
            aria-label={addLabel}
            onClick={begin}
          >
            <IconPlus size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {asked && (
        <div role="alert" className={classes.asked}>
          <Text size="sm">{words.taken(nameOf(asked.control), texts.keys.buttons[asked.owner])}</Text>
          <Button
            size="compact-sm"
            onClick={() => {
              setAsked(null);
              void send(asked.map);
            }}
          >
            {words.moveHere}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setAsked(null)}>
            {words.leave}
          </Button>
        </div>
      )}
      {said && (
        <Text size="sm" role="alert" className={classes.said}>
          {said}
        </Text>
      )}
    </Table.Td>
  );
};
