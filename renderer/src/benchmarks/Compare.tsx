import { NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { useComparison } from '../api/benchmarks.ts';
import { problemIn } from '../api/problem.ts';
import { moment } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { ComparedFigures } from './ComparedFigures.tsx';
import classes from './RunView.module.css';
import { whatWords } from './words.ts';

const words = texts.benchmarks;

/** What to compare with if nobody says: the baseline of the same selection, else the run before that played the same. */
const usualBaseline = (run: BenchmarkRun, others: readonly BenchmarkRun[]): string | null => {
  const same = others.filter(({ selection }) => selection === run.selection);
  const earlier = same.filter(({ createdAt }) => createdAt < run.createdAt);
  return (same.find(({ baseline }) => baseline) ?? earlier[0] ?? null)?.id ?? null;
};

const nameOf = (run: BenchmarkRun): string => {
  const name = `${words.players[run.player]}, ${whatWords(run)}, ${moment(run.createdAt)}`;
  return run.baseline ? words.compare.baselineOf(name) : name;
};

interface Props {
  run: BenchmarkRun;
  runs: BenchmarkRun[];
  /** Of the tasks, by name. */
  titles: ReadonlyMap<string, string>;
}

/** What changed since another run, in words and figure by figure. */
export const Compare = ({ run, runs, titles }: Props) => {
  const others = runs.filter(({ id, comparable }) => comparable && id !== run.id);
  const [picked, setPicked] = useState<string | null>(null);
  const baseline = picked ?? usualBaseline(run, others);
  const { data, error, isFetching } = useComparison(run.id, baseline);
  if (others.length === 0)
    return (
      <Panel title={words.tabs.compare}>
        <Text size="sm">{words.compare.none}</Text>
        <Text size="sm" c="dimmed">
          {words.compare.noneHint}
        </Text>
      </Panel>
    );
  return (
    <Panel title={words.tabs.compare}>
      <Stack gap="md">
        <NativeSelect
          label={words.compare.with}
          value={baseline ?? ''}
          onChange={({ currentTarget: { value } }) => setPicked(value === '' ? null : value)}
          data={[
            ...(baseline === null ? [{ value: '', label: words.compare.pick }] : []),
            ...others.map((each) => ({ value: each.id, label: nameOf(each) })),
          ]}
          data-testid="compare-with"
        />
        {isFetching && (
          <Text size="sm" c="dimmed" role="status">
            {words.compare.comparing}
          </Text>
        )}
        {error && !isFetching && <ProblemAlert problem={problemIn(error)} data-testid="compare-refused" />}
        {data && !isFetching && !error && (
          <>
            <div role="status">
              <Text size="xs" c="dimmed">
                {words.compare.verdicts[data.verdict]}
              </Text>
              <Text className={classes.headline} data-testid="compare-headline">
                {data.headline}
              </Text>
            </div>
            <ComparedFigures figures={data.figures} titles={titles} />
            <Text size="xs" c="dimmed">
              {words.compare.about}
            </Text>
          </>
        )}
      </Stack>
    </Panel>
  );
};
