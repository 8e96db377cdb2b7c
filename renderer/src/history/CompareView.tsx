import { Stack, Table, Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import uPlot from 'uplot';
import type { HistorySession, Series } from '../../../protocol/history.ts';
import type { HistoryColumn } from '../../../protocol/history-words.ts';
import { useHistorySession, useSeries } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { elapsed, few, moment } from '../shared/format.ts';
import { LineChart } from '../shared/LineChart.tsx';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { Columns } from '../shared/Room.tsx';
import { texts } from '../texts.ts';
import { BackLink } from './BackLink.tsx';
import { difference, smoother, unlike } from './compare.ts';
import { sessionFigures } from './figures.ts';
import classes from './HistoryRoom.module.css';
import { clockMarks, plotPoints } from './PlotsPanel.tsx';
import { linkTo } from './places.ts';

const words = texts.history.compare;

const SessionLink = ({ session }: Pick<HistorySession, 'session'>) => (
  <a href={linkTo({ view: 'session', id: session.id })}>
    {session.title}, {moment(session.createdAt)}
  </a>
);

const Figures = ({ first, second }: { first: HistorySession; second: HistorySession }) => (
  <div className={classes.table}>
    <Table fz="sm" verticalSpacing={6} tabularNums aria-label={words.caption} data-testid="compare-table">
      <Table.Thead>
        <Table.Tr c="dimmed" fz="xs">
          <Table.Th fw={500}>{words.figure}</Table.Th>
          <Table.Th fw={500} ta="right">
            {words.first}
          </Table.Th>
          <Table.Th fw={500} ta="right">
            {words.second}
          </Table.Th>
          <Table.Th fw={500} ta="right">
            {words.difference}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessionFigures.map((figure) => {
          const row = difference(figure, first, second);
          if (row.first === null && row.second === null) return null;
          return (
            <Table.Tr key={figure.name} data-figure={figure.name}>
              <Table.Th scope="row" fw={500} title={texts.history.definition[figure.name]}>
                {texts.history.names[figure.name]}
              </Table.Th>
              <Table.Td ta="right">{row.first ?? texts.history.notMeasured}</Table.Td>
              <Table.Td ta="right">{row.second ?? texts.history.notMeasured}</Table.Td>
              <Table.Td ta="right" className={classes.verdict} data-verdict={row.verdict}>
                {row.verdict === 'same' ? words.same : row.difference}
                {(row.verdict === 'better' || row.verdict === 'worse') && ` (${words[row.verdict]})`}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  </div>
);

interface Overlay {
  column: HistoryColumn;
  title: string;
  unit: string;
  atLeast: [number, number];
  scale: number;
}
const overlays: readonly Overlay[] = [
  { column: 'frameP99', title: words.frameTime, unit: texts.history.plots.ms, atLeast: [0, 20], scale: 1 },
  {
    column: 'fps',
    title: texts.history.plots.fps,
    unit: texts.history.plots.fpsUnit,
    atLeast: [0, 61],
    scale: 1,
  },
  {
    column: 'residentBytes',
    title: texts.history.plots.memory,
    unit: texts.history.plots.mb,
    atLeast: [0, 100],
    scale: 2 ** -20,
  },
];

const scaled = ({ time, columns }: Series, column: HistoryColumn, scale: number): uPlot.AlignedData => [
  time,
  (columns[column] ?? time.map(() => null)).map((value) => (value === null ? null : value * scale)),
];

/** Both sessions from their beginning, in the same plot. */
const Overlaid = ({ first, second, overlay }: { first: Series; second: Series; overlay: Overlay }) => {
  const { column, title, unit, atLeast, scale } = overlay;
  // The two may be told at different steps; joined, each keeps its own points.
  const [x, a, b] = useMemo(
    () =>
      uPlot.join(
        [scaled(first, column, scale), scaled(second, column, scale)],
        [
          [0, 1],
          [0, 1],
        ],
      ) as [number[], (number | null)[], (number | null)[]],
    [first, second, column, scale],
  );
  return (
    <LineChart
      title={title}
      unit={unit}
      x={x}
      writeX={elapsed}
      steps={clockMarks}
      write={few}
      atLeast={atLeast}
      sync="compare"
      lines={[
        { name: words.first, values: a, colour: 'ai' },
        { name: words.second, values: b, colour: 'blue' },
      ]}
      summary={texts.history.plots.summary(title, unit, '')}
    />
  );
};

/** Minute by minute where they are long: what is compared is the course of things, and it is there at once. */
const Plots = ({ first, second }: { first: HistorySession; second: HistorySession }) => {
  const { data: a } = useSeries(first.session.id, plotPoints, first.figures, false);
  const { data: b } = useSeries(second.session.id, plotPoints, second.figures, false);
  return (
    <Panel title={texts.history.plots.title}>
      <Stack gap="md">
        {a &&
          b &&
          overlays.map((overlay) => <Overlaid key={overlay.column} first={a} second={b} overlay={overlay} />)}
      </Stack>
    </Panel>
  );
};

/** Two sessions side by side: in a sentence, in figures, in plots. */
export const CompareView = ({ first, second }: { first: string; second: string }) => {
  const [a, b] = [useHistorySession(first), useHistorySession(second)];
  const error = a.error ?? b.error;
  if (error) {
    return (
      <>
        <BackLink />
        <ProblemAlert problem={problemIn(error)} mt="md" />
      </>
    );
  }
  if (!a.data || !b.data) return <Waiting words={texts.history.loading} />;
  const caution = unlike(a.data, b.data);
  return (
    <div data-testid="history-compare">
      <BackLink />
      <Title order={2} size="h3" my={4}>
        {words.title}
      </Title>
      <Stack gap={2} mb="md">
        <Text size="sm" c="dimmed">
          {words.first}: <SessionLink session={a.data.session} />
        </Text>
        <Text size="sm" c="dimmed">
          {words.second}: <SessionLink session={b.data.session} />
        </Text>
        <Text fw={600} mt="xs" data-testid="smoother">
          {smoother(a.data, b.data)}
        </Text>
        {caution && (
          <Text size="sm" c="dimmed">
            {caution}
          </Text>
        )}
      </Stack>
      <Columns>
        <Figures first={a.data} second={b.data} />
        <Plots first={a.data} second={b.data} />
      </Columns>
    </div>
  );
};
