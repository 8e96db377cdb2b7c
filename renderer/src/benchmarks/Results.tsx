import { Stack, Text } from '@mantine/core';
import type { BenchmarkDetail, BenchmarkEpisode, BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { CompletionPlot } from './CompletionPlot.tsx';
import { FramesPlot } from './FramesPlot.tsx';
import { GatePanel } from './GatePanel.tsx';
import { HistoryPlot } from './HistoryPlot.tsx';
import { ResultTable } from './ResultTable.tsx';
import classes from './RunView.module.css';

const words = texts.benchmarks;

interface Props {
  detail: BenchmarkDetail;
  episodes: BenchmarkEpisode[];
  /** Of the tasks, by name. */
  titles: ReadonlyMap<string, string>;
  runs: BenchmarkRun[];
}

/** Runs that played the same, oldest first. */
const sameAs = (detail: BenchmarkDetail, runs: BenchmarkRun[]): BenchmarkRun[] =>
  runs.filter(({ selection, result }) => selection === detail.selection && result !== null).toReversed();

/** The figures of a run: against the gate, by kind, by task, and as plots. */
export const Results = ({ detail, episodes, titles, runs }: Props) => {
  const { rows, gate } = detail;
  const history = sameAs(detail, runs);
  if (!rows)
    return (
      <Text c="dimmed" size="sm">
        {words.table.waiting}
      </Text>
    );
  return (
    <Stack gap="md">
      {gate && <GatePanel gate={gate} />}
      <Panel title={words.table.byKind}>
        <ResultTable
          head={words.table.kind}
          rows={rows.kinds}
          total={rows.total}
          nameOf={(name) => words.kinds[name as keyof typeof words.kinds] ?? name}
          testId="by-kind"
        />
        {rows.total.score === null && (
          <Text size="xs" c="dimmed" mt="xs">
            {words.table.noScore}
          </Text>
        )}
      </Panel>
      <div className={classes.plots}>
        <Panel title={words.plots.completionTitle}>
          <CompletionPlot rows={rows.kinds} />
        </Panel>
        <Panel title={words.plots.framesTitle}>
          <FramesPlot episodes={episodes} kinds={rows.kinds.map(({ name }) => name)} />
        </Panel>
        {history.length > 1 && (
          <Panel title={words.list.history}>
            <HistoryPlot runs={history} shown={detail.id} />
          </Panel>
        )}
      </div>
      <Panel title={words.table.byTask}>
        <ResultTable
          head={words.table.name}
          rows={rows.scenarios}
          nameOf={(name) => titles.get(name) ?? name}
          testId="by-task"
        />
      </Panel>
    </Stack>
  );
};
