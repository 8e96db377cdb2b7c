import { SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { HistoryDay, HistoryDays } from '../../../protocol/history.ts';
import { useHistoryDays } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { few, rate, whole } from '../shared/format.ts';
import { LineChart } from '../shared/LineChart.tsx';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { Columns } from '../shared/Room.tsx';
import { texts } from '../texts.ts';
import { playedTime } from './figures.ts';
import classes from './HistoryRoom.module.css';

const words = texts.history.days;
const dayMs = 86_400_000;

/** Days back; `all`: no end. */
const spans = { month: 30, quarter: 90, year: 365, all: null } as const;
type Span = keyof typeof spans;
const spanNames = Object.keys(spans) as Span[];

/** The user's own date that many days ago, as the engine takes it. */
const daysAgo = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() - days + 1);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
};

/** Days since 1970: whole numbers, so that the axis is divided into whole days. */
const numberOf = (day: string): number => Math.floor(Date.parse(`${day}T12:00:00Z`) / dayMs);
const writeDay = (day: number, rough: boolean): string =>
  new Date((day + 0.5) * dayMs).toLocaleDateString('en', {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    ...(rough ? {} : { year: 'numeric', weekday: 'short' }),
  });

/** A few days would be bars as wide as the page. */
const fewestDays = 14;

/** A row for each day up to the last one, played or not: a gap on the axis is a day without play. */
const everyDay = (days: readonly HistoryDay[]): { number: number; day: HistoryDay | null }[] => {
  const byNumber = new Map(days.map((day) => [numberOf(day.day), day]));
  const last = numberOf(days.at(-1)!.day);
  const length = Math.max(fewestDays, last - numberOf(days[0]!.day) + 1);
  return Array.from({ length }, (_, index) => {
    const number = last - length + 1 + index;
    return { number, day: byNumber.get(number) ?? null };
  });
};

/** What may lie between two marks of the axis. */
const dayMarks = [1, 2, 7, 14, 28, 91, 182, 364];

const Plots = ({ days }: { days: readonly HistoryDay[] }) => {
  const rows = useMemo(() => everyDay(days), [days]);
  const x = useMemo(() => rows.map(({ number }) => number), [rows]);
  const of = (value: (day: HistoryDay) => number | null) => rows.map(({ day }) => (day ? value(day) : null));
  const spread = { x, writeX: writeDay, write: few, sync: 'days', steps: dayMarks };
  const summary = (title: string, unit: string) => texts.history.plots.summary(title, unit, '');
  return (
    <Stack gap="md" data-testid="trend-plots">
      <LineChart
        {...spread}
        title={words.fps}
        unit={texts.history.plots.fpsUnit}
        atLeast={[0, 61]}
        lines={[
          { name: texts.history.names.fps, values: of(({ figures }) => figures.fps), colour: 'ai' },
          { name: texts.history.names.low1, values: of(({ figures }) => figures.low1), colour: 'blue' },
          { name: texts.history.names.low01, values: of(({ figures }) => figures.low01), colour: 'grey' },
        ]}
        summary={summary(words.fps, texts.history.plots.fpsUnit)}
      />
      <LineChart
        {...spread}
        title={words.hours}
        unit={words.hoursUnit}
        lines={[
          {
            name: words.hoursLine,
            values: of(({ figures }) => figures.playedSeconds / 3600),
            colour: 'ai',
            bars: true,
          },
        ]}
        summary={summary(words.hours, words.hoursUnit)}
      />
      <LineChart
        {...spread}
        title={words.goals}
        unit={words.countUnit}
        lines={[
          { name: words.sessionsLine, values: of(({ sessions }) => sessions), colour: 'blue', bars: true },
          { name: words.goalsLine, values: of(({ goalsReached }) => goalsReached), colour: 'ai', bars: true },
        ]}
        summary={summary(words.goals, words.countUnit)}
      />
    </Stack>
  );
};

const missing = '–';
/** Days that the table shows; the plots show them all. */
const mostRows = 60;

const Days = ({ days }: { days: readonly HistoryDay[] }) => (
  <section className={classes.table} aria-label={words.table}>
    <Table fz="sm" verticalSpacing={5} tabularNums data-testid="days-table">
      <Table.Thead>
        <Table.Tr c="dimmed" fz="xs">
          <Table.Th fw={500}>{words.day}</Table.Th>
          {[
            words.sessionsLine,
            words.hours,
            words.goalsLine,
            texts.history.names.fps,
            texts.history.names.low1,
          ].map((title) => (
            <Table.Th key={title} fw={500} ta="right">
              {title}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {days
          .slice(-mostRows)
          .reverse()
          .map(({ day, sessions, goalsReached, figures }) => (
            <Table.Tr key={day}>
              <Table.Th scope="row" fw={500}>
                {writeDay(numberOf(day), false)}
              </Table.Th>
              <Table.Td ta="right">{whole(sessions)}</Table.Td>
              <Table.Td ta="right">{playedTime(figures.playedSeconds)}</Table.Td>
              <Table.Td ta="right">{whole(goalsReached)}</Table.Td>
              <Table.Td ta="right">{figures.fps === null ? missing : rate(figures.fps)}</Table.Td>
              <Table.Td ta="right">{figures.low1 === null ? missing : rate(figures.low1)}</Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  </section>
);

const Sum = ({ total }: { total: NonNullable<HistoryDays['total']> }) => (
  <Text size="sm" c="dimmed" data-testid="days-sum">
    {words.sum(
      texts.history.total(total.sessions),
      playedTime(total.figures.playedSeconds),
      words.goalCount(total.goalsReached),
    )}
  </Text>
);

/** Day by day: how it ran, how long was played, what was reached. */
export const TrendsView = () => {
  const [span, setSpan] = useState<Span>('quarter');
  const back = spans[span];
  const { data, error } = useHistoryDays(back === null ? null : daysAgo(back));
  if (error) return <ProblemAlert problem={problemIn(error)} />;
  if (!data) return <Waiting words={words.loading} />;
  return (
    <div data-testid="history-trends">
      <div className={classes.pager}>
        <SegmentedControl
          size="xs"
          aria-label={words.span}
          data={spanNames.map((name) => ({ value: name, label: words.spans[name] }))}
          value={span}
          onChange={(value) => setSpan(spanNames.find((name) => name === value) ?? 'quarter')}
        />
        {data.total && <Sum total={data.total} />}
      </div>
      {data.days.length === 0 ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <Columns>
          <Panel title={texts.history.trends}>
            <Plots days={data.days} />
          </Panel>
          <Days days={data.days} />
        </Columns>
      )}
    </div>
  );
};
