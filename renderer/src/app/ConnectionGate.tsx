import { Alert, Button, Center, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { useEngine, useStreamStatus } from '../stream/engine.tsx';
import type { StreamStatus } from '../stream/engine-stream.ts';
import { texts } from '../texts.ts';
import { Waiting } from './Waiting.tsx';

/** Whole seconds until a moment, counting down. */
const useSecondsUntil = (moment: number): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((moment - now) / 1000));
};

const Lost = ({ status, title }: { status: Extract<StreamStatus, { state: 'lost' }>; title: string }) => {
  const { stream } = useEngine();
  const seconds = useSecondsUntil(status.retryAt);
  return (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconPlugConnectedX aria-hidden />}
      title={title}
      data-testid="lost"
    >
      <Group gap="md" justify="space-between">
        <div>
          <Text size="sm">{status.problem.message}</Text>
          <Text size="sm" fw={600}>
            {status.problem.remedy}
          </Text>
        </div>
        <Group gap="sm">
          {/* Not live: a countdown that speaks every second would drown everything else. */}
          <Text size="xs" c="dimmed" className="tabular" aria-live="off">
            {texts.connection.retryIn(seconds)}
          </Text>
          <Button size="compact-sm" variant="default" onClick={() => stream.connect()}>
            {texts.connection.retryNow}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
};

/**
 * Shows what is inside once the engine has been reached, and keeps showing it, with a word above, while the
 * connection is gone for a moment.
 */
export const ConnectionGate = ({ children }: { children: ReactNode }) => {
  const status = useStreamStatus();
  const [reached, setReached] = useState(false);
  useEffect(() => {
    if (status.state === 'open') setReached(true);
  }, [status.state]);
  if (status.state === 'refused') {
    return (
      <Center mih="70dvh" p="md">
        <ProblemAlert
          title={texts.connection.refusedTitle}
          // The engine's remedy is for whoever writes a client; here sits someone with a browser.
          problem={{ ...status.problem, remedy: texts.connection.refusedHint }}
          maw={560}
          data-testid="refused"
        />
      </Center>
    );
  }
  if (!reached && status.state !== 'open') {
    return status.state === 'lost' ? (
      <Center mih="70dvh" p="md">
        <Lost status={status} title={texts.connection.waitingTitle} />
      </Center>
    ) : (
      <Waiting words={texts.connection.connecting} />
    );
  }
  return (
    <>
      {status.state === 'lost' && <Lost status={status} title={texts.connection.lostTitle} />}
      {children}
    </>
  );
};
