import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import type { BenchmarkCatalog } from '../../../protocol/benchmarks.ts';
import { useStartRun } from '../api/benchmarks.ts';
import { Panel } from '../shared/Panel.tsx';
import { useStore } from '../shared/store.ts';
import { texts } from '../texts.ts';
import { chosenRun } from './chosen-run.ts';
import { KindChoice } from './KindChoice.tsx';
import classes from './NewRun.module.css';
import { PaceChoice } from './PaceChoice.tsx';
import { SeedChoice } from './SeedChoice.tsx';
import { requestOf, seedFault, seedsOf, tasksOf, type Wish, wishes } from './wish.ts';

const words = texts.benchmarks;

/** What is to be played, by whom and how often. */
export const NewRun = ({ catalog, busy }: { catalog: BenchmarkCatalog; busy: boolean }) => {
  const wish = useStore(wishes);
  const start = useStartRun();
  const change = (changes: Partial<Wish>) => wishes.set({ ...wish, ...changes });
  const tasks = tasksOf(wish, catalog);
  const { first, last } = seedsOf(wish, catalog);
  const seeds = Math.max(0, last - first + 1);
  const unknown = wish.player === 'ai' ? tasks.filter(({ goalKnown }) => !goalKnown).length : 0;
  const known = tasks.filter(({ goalKnown }) => goalKnown).map(({ name }) => name);
  const lacking = catalog.players.find(({ player }) => player === wish.player)?.why;
  const wrong = tasks.length === 0 || seedFault(wish, catalog) !== null || Boolean(lacking);
  const begin = () =>
    start.mutate(requestOf(wish, catalog), { onSuccess: (run) => run && chosenRun.set(run.id) });
  return (
    <Panel title={words.start.title}>
      <Stack gap="md" data-testid="new-run">
        <Text size="xs" c="dimmed">
          {words.start.about}
        </Text>
        <NativeSelect
          label={words.start.player}
          description={words.playersAbout[wish.player]}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={lacking}
          value={wish.player}
          onChange={({ currentTarget }) => change({ player: currentTarget.value as Wish['player'] })}
          data={catalog.players.map(({ player }) => ({ value: player, label: words.players[player] }))}
          data-testid="player"
        />
        <KindChoice catalog={catalog} wish={wish} onChange={(next) => wishes.set(next)} />
        <SeedChoice catalog={catalog} wish={wish} onChange={change} />
        <PaceChoice catalog={catalog} wish={wish} onChange={change} />
        {unknown > 0 && (
          <div data-testid="unknown-goals">
            <Text size="xs" c="dimmed">
              {words.start.noGoals(unknown, tasks.length)}
            </Text>
            {known.length > 0 && (
              <Button size="compact-xs" variant="default" mt={6} onClick={() => change({ tasks: known })}>
                {words.start.onlyKnown}
              </Button>
            )}
          </div>
        )}
        <Group justify="space-between" gap="xs" wrap="nowrap" className={classes.start}>
          <div>
            <Text size="sm" fw={600} className="tabular" data-testid="episodes">
              {words.start.episodes(tasks.length * seeds)}
            </Text>
            <Text size="xs" c="dimmed" className="tabular">
              {words.start.episodesAbout(tasks.length, seeds)}
            </Text>
          </div>
          <Button
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={begin}
            loading={start.isPending}
            disabled={busy || wrong}
            data-testid="start-run"
          >
            {words.start.start}
          </Button>
        </Group>
        {(busy || tasks.length === 0) && (
          <Text size="xs" c="dimmed" role="status">
            {busy ? words.start.busy : words.start.nothing}
          </Text>
        )}
      </Stack>
    </Panel>
  );
};
