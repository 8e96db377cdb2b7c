import { Badge, Group, Text } from '@mantine/core';
import { IconPlayerPauseFilled, IconTrophy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Session } from '../../../protocol/sessions.ts';
import { texts } from '../texts.ts';
import classes from './Stage.module.css';
import { TurnHead, TurnHint } from './turn/TurnHead.tsx';

const State = ({ session }: { session: Session }) => {
  if (session.state === 'running' || session.state === 'ended') return null;
  return (
    <Badge
      variant="default"
      size="md"
      tt="none"
      fw={500}
      data-testid="state"
      leftSection={session.state === 'paused' ? <IconPlayerPauseFilled size={10} aria-hidden /> : undefined}
    >
      {session.stopped ? texts.stop.paused(session.stopped.message) : texts.state[session.state]}
    </Badge>
  );
};

interface Props {
  session: Session;
  connected: boolean;
  /** What just worked, in words. */
  flashed: string | null;
  children: ReactNode;
}

/** The surface around the picture. Its edge has the colour of whoever holds the buttons. */
export const Stage = ({ session, connected, flashed, children }: Props) => {
  const stage = useRef<HTMLElement>(null);
  const mine = session.turn !== 'ai' && session.state !== 'ended';
  // With the focus still on "take over", Enter would press that button instead of the game's Start.
  useEffect(() => {
    if (mine) stage.current?.focus({ preventScroll: true });
  }, [mine]);
  return (
    <section
      ref={stage}
      tabIndex={-1}
      className={classes.stage}
      data-turn={session.turn}
      data-state={session.state}
      data-connected={connected}
      aria-label={texts.picture.stage}
      data-testid="stage"
    >
      <div className={classes.head}>
        <Group gap="sm" wrap="nowrap">
          <TurnHead session={session} />
          <State session={session} />
          <Text size="sm" role="status" data-testid="flash">
            {flashed}
          </Text>
          {session.goalReached && (
            <Badge
              color="moss"
              size="md"
              tt="none"
              leftSection={<IconTrophy size={12} aria-hidden />}
              data-testid="goal-reached"
            >
              {texts.thinking.reached}
            </Badge>
          )}
        </Group>
        {mine ? (
          <TurnHint />
        ) : (
          <Text size="xs" c="dimmed" truncate>
            {session.title}
          </Text>
        )}
      </div>
      {children}
    </section>
  );
};
