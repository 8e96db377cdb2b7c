import { Alert, Tabs } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import type { BenchmarkCatalog, BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { useEpisodes, useRun } from '../api/benchmarks.ts';
import { useSeen } from '../api/notices.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { AboutRun } from './AboutRun.tsx';
import { Compare } from './Compare.tsx';
import { MissedEpisodes } from './MissedEpisodes.tsx';
import { Results } from './Results.tsx';
import { RunHead } from './RunHead.tsx';
import classes from './RunView.module.css';

const words = texts.benchmarks;

interface Props {
  run: BenchmarkRun;
  runs: BenchmarkRun[];
  catalog: BenchmarkCatalog;
}

/** One run: how far it is or what came of it, and what can be done with it. */
export const RunView = ({ run, runs, catalog }: Props) => {
  useSeen('benchmark', run.id);
  const live = run.state === 'running';
  const { data: detail, error } = useRun(run.id, live);
  const episodes = useEpisodes(run.id, live).data ?? [];
  const missed = episodes.filter(({ result }) => result !== 'success');
  const titles = new Map(
    catalog.kinds.flatMap(({ scenarios }) => scenarios.map(({ name, title }) => [name, title] as const)),
  );
  return (
    <article className={classes.view} data-testid="run" data-run={run.id} data-state={run.state}>
      <RunHead run={run} />
      {run.stopped !== null && (
        <Alert color="yellow" variant="light" icon={<IconInfoCircle aria-hidden />}>
          {words.stoppedEarly(run.stopped)}
        </Alert>
      )}
      {error && !detail && <ProblemAlert problem={problemIn(error)} />}
      {!error && !detail && <Waiting words={words.loading} />}
      {detail && (
        <Tabs defaultValue="results" keepMounted={false} variant="default">
          <Tabs.List aria-label={words.tabs.label} mb="md">
            <Tabs.Tab value="results">{words.tabs.results}</Tabs.Tab>
            <Tabs.Tab value="missed" data-testid="tab-missed">
              {words.tabs.missed(missed.length)}
            </Tabs.Tab>
            {run.comparable && (
              <Tabs.Tab value="compare" data-testid="tab-compare">
                {words.tabs.compare}
              </Tabs.Tab>
            )}
            <Tabs.Tab value="about" data-testid="tab-about">
              {words.tabs.about}
            </Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="results">
            <Results detail={detail} episodes={episodes} titles={titles} runs={runs} />
          </Tabs.Panel>
          <Tabs.Panel value="missed">
            <MissedEpisodes episodes={missed} titles={titles} />
          </Tabs.Panel>
          <Tabs.Panel value="compare">
            <Compare run={run} runs={runs} titles={titles} />
          </Tabs.Panel>
          <Tabs.Panel value="about">
            <AboutRun detail={detail} />
          </Tabs.Panel>
        </Tabs>
      )}
    </article>
  );
};
