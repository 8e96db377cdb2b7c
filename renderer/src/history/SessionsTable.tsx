import { Checkbox, Table, Text } from '@mantine/core';
import type { HistorySession } from '../../../protocol/history.ts';
import { memory, moment, rate, whole } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { useGoalTitle } from './Filters.tsx';
import { outcomeOf, playedTime } from './figures.ts';
import classes from './HistoryRoom.module.css';
import { OutcomeBadge } from './OutcomeBadge.tsx';
import { linkTo } from './places.ts';

const words = texts.history;
const missing = '–';
const written = (value: number | null, write: (value: number) => string): string =>
  value === null ? missing : write(value);

/** Columns of figures, with what each means. */
const columns: { name: keyof typeof words.columns; about: string; of: (entry: HistorySession) => string }[] =
  [
    {
      name: 'length',
      about: words.definition.length,
      of: ({ figures }) => playedTime(figures.playedSeconds),
    },
    { name: 'fps', about: words.definition.fps, of: ({ figures }) => written(figures.fps, rate) },
    { name: 'low1', about: words.definition.low1, of: ({ figures }) => written(figures.low1, rate) },
    {
      name: 'frameP99',
      about: words.definition.frameP99,
      of: ({ figures }) => written(figures.frameP99, (ms) => `${ms.toFixed(1)} ms`),
    },
    { name: 'late', about: words.definition.lateFrames, of: ({ figures }) => whole(figures.lateFrames) },
    {
      name: 'memory',
      about: words.definition.residentBytes,
      of: ({ figures }) => written(figures.residentBytes, memory),
    },
  ];

interface RowProps {
  entry: HistorySession;
  goalTitle: (goal: string) => string;
  ticked: boolean;
  onTick: () => void;
}

const Row = ({ entry, goalTitle, ticked, onTick }: RowProps) => {
  const { session, tasks } = entry;
  const when = moment(session.createdAt);
  const goal = session.goal === null ? words.freely : goalTitle(session.goal);
  return (
    <Table.Tr data-session={session.id} {...(ticked ? { bg: 'var(--mantine-color-default-hover)' } : {})}>
      <Table.Td>
        <Checkbox size="xs" checked={ticked} onChange={onTick} aria-label={words.choose(when)} />
      </Table.Td>
      <Table.Td>
        <a href={linkTo({ view: 'session', id: session.id })}>{when}</a>
      </Table.Td>
      <Table.Td>
        <div className={classes.game}>
          {session.title}
          <Text size="xs" c="dimmed">
            {goal}
            {tasks && tasks.total > 0 && ` · ${words.tasks(tasks.done, tasks.total)}`}
          </Text>
        </div>
      </Table.Td>
      <Table.Td>
        <OutcomeBadge outcome={outcomeOf(entry)} />
      </Table.Td>
      {columns.map(({ name, of }) => (
        <Table.Td key={name} ta="right">
          {of(entry)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
};

interface Props {
  sessions: readonly HistorySession[];
  ticked: readonly string[];
  onTick: (id: string) => void;
}

/** A page of sessions with their figures. */
export const SessionsTable = ({ sessions, ticked, onTick }: Props) => {
  const goalTitle = useGoalTitle();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways in a narrow window
    <section className={classes.table} tabIndex={0} aria-label={words.sessions}>
      <Table fz="sm" verticalSpacing={6} tabularNums data-testid="sessions-table">
        <Table.Thead>
          <Table.Tr c="dimmed" fz="xs">
            <Table.Th fw={500}>{words.columns.compare}</Table.Th>
            <Table.Th fw={500}>{words.columns.when}</Table.Th>
            <Table.Th fw={500}>{words.columns.game}</Table.Th>
            <Table.Th fw={500}>{words.columns.outcome}</Table.Th>
            {columns.map(({ name, about }) => (
              <Table.Th key={name} fw={500} ta="right" title={about}>
                {words.columns[name]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sessions.map((entry) => (
            <Row
              key={entry.session.id}
              entry={entry}
              goalTitle={goalTitle}
              ticked={ticked.includes(entry.session.id)}
              onTick={() => onTick(entry.session.id)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
};
