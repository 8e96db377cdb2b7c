import { Anchor, RingProgress } from '@mantine/core';
import { useRuns } from '../api/benchmarks.ts';
import { percent } from '../shared/format.ts';
import { useStreamStatus } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { chosenRun } from './chosen-run.ts';
import classes from './RunningBenchmark.module.css';
import { doneShare } from './words.ts';

/** How far the run is that is played in the background, with the way to it; nothing while none is. */
export const RunningBenchmark = () => {
  const open = useStreamStatus().state === 'open';
  const run = useRuns(open).data?.find(({ state }) => state === 'running');
  if (!open || !run) return null;
  const { done, all } = run.progress;
  const words = texts.benchmarks.progress;
  return (
    <Anchor
      href="#benchmarks"
      className={classes.link}
      onClick={() => chosenRun.set(run.id)}
      aria-label={words.headerLabel(done, all)}
      data-testid="running-benchmark"
    >
      <RingProgress
        size={22}
        thickness={3}
        sections={[{ value: 100 * doneShare(run), color: 'var(--eevee-ai)' }]}
        aria-hidden
      />
      <span className="tabular" aria-hidden>
        {words.header(percent(doneShare(run)))}
      </span>
    </Anchor>
  );
};
