import { Text } from '@mantine/core';
import { useCatalog, useRuns } from '../api/benchmarks.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { useStore } from '../shared/store.ts';
import { texts } from '../texts.ts';
import classes from './BenchmarksRoom.module.css';
import { chosenRun } from './chosen-run.ts';
import { NewRun } from './NewRun.tsx';
import { RunList } from './RunList.tsx';
import { RunView } from './RunView.tsx';

/** The room in which the AI is measured: what is to be played, the runs, and what came of one. */
export const BenchmarksRoom = () => {
  const catalog = useCatalog();
  const runs = useRuns();
  const wanted = useStore(chosenRun);
  const error = runs.error ?? catalog.error;
  if (error && (!runs.data || !catalog.data)) return <ProblemAlert problem={problemIn(error)} m="xl" />;
  if (!runs.data || !catalog.data) return <Waiting words={texts.benchmarks.loading} />;
  const shown = runs.data.find(({ id }) => id === wanted) ?? runs.data[0];
  return (
    <section className={classes.room} aria-label={texts.benchmarks.title} data-testid="benchmarks">
      <div className={classes.side}>
        {shown && <RunList runs={runs.data} shown={shown.id} />}
        <NewRun catalog={catalog.data} busy={runs.data.some(({ state }) => state === 'running')} />
        {!shown && <RunList runs={[]} shown={null} />}
      </div>
      <div className={classes.main}>
        {shown ? (
          <RunView key={shown.id} run={shown} runs={runs.data} catalog={catalog.data} />
        ) : (
          <Text c="dimmed" className={classes.empty} data-testid="no-run">
            {texts.benchmarks.empty}
          </Text>
        )}
      </div>
    </section>
  );
};
