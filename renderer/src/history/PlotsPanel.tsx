import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import type { HistoryFigures, Series } from '../../../protocol/history.ts';
import type { HistoryColumn } from '../../../protocol/history-words.ts';
import { useSeries } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import type { Line, LineColour } from '../shared/chart-line.ts';
import { elapsed, few } from '../shared/format.ts';
import { LineChart } from '../shared/LineChart.tsx';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { playedTime } from './figures.ts';

const words = texts.history.plots;

/** More points than these are finer than the plot's pixels. */
export const plotPoints = 600;

/** What may lie between two marks of a clock. */
export const clockMarks = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400,
];

interface Plot {
  title: string;
  unit: string;
  write: (value: number) => string;
  atLeast?: [number, number];
  lines: { name: string; column: HistoryColumn; colour: LineColour; scale?: number }[];
}

const plots: readonly Plot[] = [
  {
    title: words.frameTime,
    unit: words.ms,
    write: few,
    atLeast: [0, 20],
    lines: [
      { name: words.median, column: 'frameP50', colour: 'ai' },
      { name: words.p99, column: 'frameP99', colour: 'blue' },
      { name: words.longest, column: 'frameMax', colour: 'grey' },
    ],
  },
  {
    title: words.fps,
    unit: words.fpsUnit,
    write: few,
    atLeast: [0, 61],
    lines: [
      { name: words.average, column: 'fps', colour: 'ai' },
      { name: words.low1, column: 'low1', colour: 'blue' },
    ],
  },
  {
    title: words.path,
    unit: words.ms,
    write: few,
    atLeast: [0, 1],
    lines: [
      { name: words.median, column: 'pathP50', colour: 'ai', scale: 1e-3 },
      { name: words.p99, column: 'pathP99', colour: 'blue', scale: 1e-3 },
    ],
  },
  {
    title: words.memory,
    unit: words.mb,
    write: few,
    atLeast: [0, 100],
    lines: [
      { name: words.session, column: 'residentBytes', colour: 'ai', scale: 2 ** -20 },
      { name: words.engine, column: 'engineResidentBytes', colour: 'blue', scale: 2 ** -20 },
    ],
  },
];

const linesOf = ({ lines }: Plot, { columns }: Series): Line[] =>
  lines.flatMap(({ name, column, colour, scale = 1 }) => {
    const values = columns[column];
    return values
      ? [{ name, colour, values: values.map((value) => (value === null ? null : value * scale)) }]
      : [];
  });

/** What can be seen in a plot, for readers without sight. */
const summaryOf = ({ title, unit, write }: Plot, lines: readonly Line[]): string => {
  const parts = lines.map(({ name, values }) => {
    const known = values.filter((value) => value !== null);
    return words.upTo(name, write(Math.min(...known)), write(Math.max(...known)));
  });
  return words.summary(title, unit, parts.join(' '));
};

/** How a session ran from second to second. */
export const PlotsPanel = ({ id, figures }: { id: string; figures: HistoryFigures }) => {
  const { data: series, error } = useSeries(id, plotPoints, figures);
  const shown = useMemo(
    () => (series ? plots.map((plot) => ({ plot, lines: linesOf(plot, series) })) : []),
    [series],
  );
  return (
    <Panel
      title={words.title}
      aside={
        series &&
        series.time.length > 1 && (
          <Text size="xs" c="dimmed">
            {words.perPoint(playedTime(series.step))}
          </Text>
        )
      }
    >
      {error && <ProblemAlert problem={problemIn(error)} />}
      {series && series.time.length < 2 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      {series && series.time.length > 1 && (
        <Stack gap="md" data-testid="plots">
          {shown.map(
            ({ plot, lines }) =>
              lines.length > 0 && (
                <LineChart
                  key={plot.title}
                  title={plot.title}
                  unit={plot.unit}
                  x={series.time}
                  writeX={elapsed}
                  steps={clockMarks}
                  write={plot.write}
                  lines={lines}
                  sync={`session ${id}`}
                  summary={summaryOf(plot, lines)}
                  {...(plot.atLeast ? { atLeast: plot.atLeast } : {})}
                />
              ),
          )}
          <Text size="xs" c="dimmed">
            {words.hint}
          </Text>
        </Stack>
      )}
    </Panel>
  );
};
