import { Alert, Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { useRunVerb } from '../api/benchmarks.ts';
import { moment } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { RunActions } from './RunActions.tsx';
import classes from './RunHead.module.css';
import { doneShare, timeWords, whatWords } from './words.ts';

const words = texts.benchmarks;

const countsOf = ({ progress, state }: BenchmarkRun): string => {
  const { done, all, failures, errors, jobs, leftMs } = progress;
  const parts = [
    words.progress.done(done, all),
    words.progress.missed(failures),
    words.progress.errors(errors),
  ];
  if (state === 'running')
    parts.push(
      words.progress.jobs(jobs),
      leftMs === null ? words.progress.leftUnknown : words.progress.left(timeWords(leftMs)),
    );
  return parts.join(' · ');
};

/** How far a run is, with the button that stops it or goes on with it. */
const RunProgress = ({ run }: { run: BenchmarkRun }) => {
  const act = useRunVerb(run.id);
  const running = run.state === 'running';
  return (
    <Stack gap={8} data-testid="progress">
      <Group justify="space-between" wrap="nowrap" gap="md">
        <Text size="sm" className="tabular" data-testid="progress-words">
          {countsOf(run)}
        </Text>
        <Button
          size="compact-sm"
          variant={running ? 'default' : 'filled'}
          leftSection={
            running ? <IconPlayerPause size={15} aria-hidden /> : <IconPlayerPlay size={15} aria-hidden />
          }
          loading={act.isPending}
          onClick={() => act.mutate(running ? 'cancel' : 'resume')}
          data-testid={running ? 'cancel-run' : 'resume-run'}
        >
          {running ? words.progress.cancel : words.progress.resume}
        </Button>
      </Group>
      <Progress value={100 * doneShare(run)} aria-label={words.progress.label} size="sm" radius="sm" />
      {running && (
        <Text size="xs" c="dimmed">
          {words.progress.background}
        </Text>
      )}
      {run.interruption && (
        <Text size="sm" data-testid="interruption">
          {run.interruption.message} <strong>{run.interruption.remedy}</strong>
        </Text>
      )}
    </Stack>
  );
};

/** What a run is, how far it is, and what can be done with it. */
export const RunHead = ({ run }: { run: BenchmarkRun }) => (
  <div className={classes.head}>
    <Group justify="space-between" align="flex-start" gap="md">
      <div>
        <Title order={2} className={classes.title}>
          {words.players[run.player]}: {whatWords(run)}
        </Title>
        <Text size="xs" c="dimmed">
          {[
            words.states[run.state],
            moment(run.createdAt),
            words.clocks[run.clock],
            ...(run.baseline ? [words.list.baseline] : []),
            ...(run.imported ? [words.list.imported] : []),
          ].join(' · ')}
        </Text>
      </div>
      <RunActions run={run} />
    </Group>
    {run.state !== 'finished' && <RunProgress run={run} />}
    {run.notes.map((note) => (
      <Alert
        key={note}
        role="status"
        color="blue"
        variant="light"
        p="xs"
        icon={<IconInfoCircle aria-hidden />}
        data-testid="run-note"
      >
        <Text size="sm">{note}</Text>
      </Alert>
    ))}
  </div>
);
