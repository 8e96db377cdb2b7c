import { Badge, Group, Stack, Text } from '@mantine/core';
import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { moment, percent } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { chosenRun } from './chosen-run.ts';
import { OpenRun } from './OpenRun.tsx';
import classes from './RunList.module.css';
import { doneShare, share, whatWords } from './words.ts';

const words = texts.benchmarks;

const standing = (run: BenchmarkRun): string => {
  if (run.state === 'running') return percent(doneShare(run));
  if (run.state === 'interrupted') return words.states.interrupted;
  return words.reached(share(run.result?.completion ?? null));
};

/** What the gate says, as a dot with a word for those who see no colours. */
const gateOf = ({ result, state }: BenchmarkRun): string =>
  state === 'running' ? 'running' : (result?.gate ?? 'none');

const Item = ({ run, shown }: { run: BenchmarkRun; shown: boolean }) => (
  <li>
    <button
      type="button"
      className={classes.run}
      {...(shown ? { 'aria-current': 'true' as const } : {})}
      onClick={() => chosenRun.set(run.id)}
      data-testid="run-item"
      data-run={run.id}
      data-state={run.state}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span className={classes.name}>{words.players[run.player]}</span>
        <span className={classes.standing} data-gate={gateOf(run)}>
          {standing(run)}
        </span>
      </Group>
      <Text size="xs" c="dimmed">
        {whatWords(run)}
      </Text>
      <Group gap={6} mt={2}>
        <Text size="xs" c="dimmed" component="time" dateTime={run.createdAt}>
          {moment(run.createdAt)}
        </Text>
        {run.baseline && (
          <Badge size="xs" variant="default" radius="sm">
            {words.list.baseline}
          </Badge>
        )}
        {run.imported && (
          <Badge size="xs" variant="default" radius="sm">
            {words.list.imported}
          </Badge>
        )}
      </Group>
    </button>
  </li>
);

/** All runs, newest first. */
export const RunList = ({ runs, shown }: { runs: BenchmarkRun[]; shown: string | null }) => (
  <Panel title={words.list.title} aside={<OpenRun />}>
    {runs.length === 0 ? (
      <Text size="sm" c="dimmed">
        {words.list.none}
      </Text>
    ) : (
      <Stack component="ul" gap={4} className={classes.list} data-testid="runs">
        {runs.map((run) => (
          <Item key={run.id} run={run} shown={run.id === shown} />
        ))}
      </Stack>
    )}
  </Panel>
);
