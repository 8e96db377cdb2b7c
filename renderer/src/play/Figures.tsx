import { Group, Skeleton, Stack, Text } from '@mantine/core';
import type { Metrics, Session } from '../../../protocol/sessions.ts';
import { useMetrics } from '../api/queries.ts';
import { memory, milliseconds, rate, whole } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { BudgetBar } from './BudgetBar.tsx';
import classes from './Figures.module.css';
import { FrameTimeChart, frameBudgetMs } from './FrameTimeChart.tsx';

interface FigureProps {
  label: string;
  value: string;
  hint?: string;
  large?: boolean;
  id: string;
}

const Figure = ({ label, value, hint, large = false, id }: FigureProps) => (
  <div className={classes.figure}>
    <dt className={classes.label}>{label}</dt>
    <dd className={classes.value} data-large={large || undefined} data-testid={id}>
      {value}
      {hint && <span className={classes.hint}> {hint}</span>}
    </dd>
  </div>
);

const Numbers = ({ metrics, session }: { metrics: Metrics; session: Session }) => {
  // In lockstep there is no rate to reach: the core goes as fast as the player decides.
  const target = session.clock === 'real-time' ? metrics.targetFps * session.speed : 0;
  const path = metrics.stages.find(({ stage }) => stage === 'path');
  return (
    <Stack gap="md">
      <dl className={classes.large}>
        <Figure
          id="fps"
          label={texts.figures.fps}
          value={rate(metrics.fps)}
          {...(target === 0 ? {} : { hint: texts.figures.ofTarget(rate(target)) })}
          large
        />
        <Figure id="p50" label={texts.figures.median} value={path ? milliseconds(path.p50) : '–'} large />
        <Figure id="p99" label={texts.figures.p99} value={path ? milliseconds(path.p99) : '–'} large />
      </dl>
      <BudgetBar metrics={metrics} />
      <FrameTimeChart seconds={metrics.seconds} />
      <dl className={classes.small}>
        <Figure id="frames" label={texts.figures.frames} value={whole(metrics.frames)} />
        <Figure id="decisions" label={texts.figures.decisions} value={whole(metrics.decisions)} />
        <Figure id="late" label={texts.figures.late} value={whole(metrics.lateFrames)} />
        <Figure id="lost-frames" label={texts.figures.lost} value={whole(metrics.lostFrames)} />
        <Figure id="memory" label={texts.figures.memory} value={memory(metrics.residentBytes)} />
      </dl>
    </Stack>
  );
};

/** How fast it goes, against the budget of one frame. */
export const Figures = ({ session }: { session: Session }) => {
  const metrics = useMetrics(session.id);
  return (
    <Panel
      title={texts.figures.title}
      aside={
        <Text size="xs" c="dimmed">
          {texts.figures.budget(frameBudgetMs)}
        </Text>
      }
    >
      {metrics.data ? (
        <Numbers metrics={metrics.data} session={session} />
      ) : metrics.isPending ? (
        <Group aria-busy gap="xs">
          <Skeleton height={32} radius="md" />
          <Skeleton height={96} radius="md" />
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {texts.figures.none}
        </Text>
      )}
    </Panel>
  );
};
