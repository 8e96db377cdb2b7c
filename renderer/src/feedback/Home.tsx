import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconBug, IconBulb, IconGauge, IconStar } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { FeedbackItem, Outbox } from '../../../protocol/feedback.ts';
import { type FeedbackKind, feedbackKinds } from '../../../protocol/feedback-words.ts';
import { useSessions } from '../api/queries.ts';
import { Panel } from '../shared/Panel.tsx';
import { Column, Columns } from '../shared/Room.tsx';
import { texts } from '../texts.ts';
import { desk } from './desk.ts';
import classes from './FeedbackRoom.module.css';
import { ItemRow } from './ItemRow.tsx';
import { useRestore } from './queries.ts';
import { rescueDrafts } from './use-draft.ts';

const words = texts.feedback;
const icons = { rating: IconStar, bug: IconBug, wish: IconBulb, performance: IconGauge } as const;

const Card = ({ kind, sessionId }: { kind: FeedbackKind; sessionId: string | null }) => {
  const Icon = icons[kind];
  const { title, about } = words.kinds[kind];
  return (
    <button
      type="button"
      className={classes.card}
      onClick={() => desk.set({ show: 'new', kind, sessionId })}
      data-testid={`begin-${kind}`}
    >
      <Icon size={26} stroke={1.6} aria-hidden />
      <strong>{title}</strong>
      <span>{about}</span>
    </button>
  );
};

interface ListProps {
  title: string;
  none: string;
  items: FeedbackItem[];
  hub: string;
  onDeleted: (id: string) => void;
  testId: string;
}

const List = ({ title, none, items, hub, onDeleted, testId }: ListProps) => (
  <Panel title={title}>
    {items.length === 0 ? (
      <Text size="sm" c="dimmed" data-testid={`${testId}-none`}>
        {none}
      </Text>
    ) : (
      <ul className={classes.list} data-testid={testId}>
        {items.map((item) => (
          <ItemRow key={item.id} item={item} hub={hub} onDeleted={() => onDeleted(item.id)} />
        ))}
      </ul>
    )}
  </Panel>
);

/** Says that an item was deleted, and takes it back. */
const Deleted = ({ id, onDone }: { id: string; onDone: () => void }) => {
  const restore = useRestore();
  return (
    <Group gap="xs" role="status" data-testid="deleted">
      <Text size="sm">{words.deleted}</Text>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => restore.mutate(id, { onSuccess: onDone })}
        data-testid="undo-delete"
      >
        {words.undo}
      </Button>
    </Group>
  );
};

/** The four forms, and everything that was begun, waits or has left. */
export const Home = ({ outbox: { hub, items } }: { outbox: Outbox }) => {
  const { data: sessions = [] } = useSessions(true);
  const newest = sessions[0]?.id ?? null;
  const [deleted, setDeleted] = useState<string | null>(null);
  useEffect(() => void rescueDrafts(), []);
  const drafts = items.filter(({ state }) => state === 'draft');
  const waiting = items.filter(
    ({ state }) => state === 'waiting' || state === 'sending' || state === 'refused',
  );
  const done = items.filter(({ state }) => state === 'sent' || state === 'exported');
  const common = { hub, onDeleted: setDeleted };
  return (
    <div className={classes.page}>
      <div className={classes.cards}>
        {feedbackKinds.map((kind) => (
          // A wish is for the game to come, everything else about what was just played.
          <Card key={kind} kind={kind} sessionId={kind === 'wish' ? null : newest} />
        ))}
      </div>
      <div className={classes.promise}>
        <span>{words.promise}</span>
        <span data-testid="hub">
          {hub === '' ? words.noHub : words.goesTo(hub)}{' '}
          {hub === '' && (
            <Anchor href="#settings" size="sm" underline="always">
              {words.setHub}
            </Anchor>
          )}
        </span>
      </div>
      {deleted !== null && <Deleted key={deleted} id={deleted} onDone={() => setDeleted(null)} />}
      <Columns>
        <Column>
          <List title={words.outbox} none={words.noOutbox} items={waiting} {...common} testId="outbox" />
          <List title={words.history} none={words.noHistory} items={done} {...common} testId="history" />
        </Column>
        <List title={words.drafts} none={words.noDrafts} items={drafts} {...common} testId="drafts" />
      </Columns>
    </div>
  );
};
