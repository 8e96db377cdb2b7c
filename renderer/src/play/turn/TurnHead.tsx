import { Kbd, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Session } from '../../../../protocol/sessions.ts';
import type { Button } from '../../../../protocol/words.ts';
import { timeOfDay } from '../../shared/format.ts';
import { texts } from '../../texts.ts';
import { useKeyNames } from '../key-names.ts';
import { shownKey } from '../shortcuts.ts';
import { useControls } from '../use-controls.ts';
import { turnIcons } from './TurnChoice.tsx';
import classes from './TurnHead.module.css';

/** Who has the buttons, in the words of the page. */
export const turnWords = ({ turn, player }: Session): string =>
  turn === 'ai' ? texts.players[player] : texts.turn[turn];

/** Whose turn it is, in words, beside the colour of the frame; and since when, once it has changed hands. */
export const TurnHead = ({ session }: { session: Session }) => {
  if (session.state === 'ended') return <Text fw={600}>{texts.state.ended}</Text>;
  const Icon = turnIcons[session.turn];
  return (
    <span className={classes.turn}>
      <Icon size={18} stroke={1.7} aria-hidden />
      <span data-testid="turn">{turnWords(session)}</span>
      {session.turnSince && (
        <Text span size="xs" fw={400} className="tabular">
          {texts.turn.since(timeOfDay(session.turnSince))}
        </Text>
      )}
    </span>
  );
};

const hinted: readonly Button[] = ['a', 'b', 'start'];

/** The keys of whoever has just been given the buttons. */
export const TurnHint = () => {
  const { keys } = useControls();
  const nameOf = useKeyNames();
  const directions = (['left', 'up', 'down', 'right'] as const).map((name) => keys[name][0]).filter(Boolean);
  return (
    <Text size="xs" className={classes.hint}>
      {directions.length > 0 && <Kbd size="xs">{directions.map((key) => nameOf(key!)).join(' ')}</Kbd>}
      {hinted.map((button) => {
        const key = keys[button][0];
        return (
          key && (
            <Fragment key={button}>
              <Kbd size="xs">{nameOf(key)}</Kbd> {texts.keys.buttons[button as 'a']}
            </Fragment>
          )
        );
      })}
      <Kbd size="xs">{shownKey('turn')}</Kbd> {texts.turn.back}
    </Text>
  );
};
