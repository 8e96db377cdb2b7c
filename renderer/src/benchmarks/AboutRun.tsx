import { Group, Text } from '@mantine/core';
import type { BenchmarkDetail } from '../../../protocol/benchmarks.ts';
import { type Fact, Facts } from '../hardware/Facts.tsx';
import { CopyText } from '../shared/CopyText.tsx';
import { memory, moment } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { timeWords } from './words.ts';

const words = texts.benchmarks;

const factsOf = (detail: BenchmarkDetail): Fact[] => {
  const { identity, machine, versions, seeds, wallMs, progress, finishedAt } = detail;
  return [
    { label: words.about.player, values: [words.players[detail.player]] },
    { label: words.about.clock, values: [words.clocks[detail.clock]] },
    { label: words.about.seeds, values: [words.about.range(seeds.first, seeds.last)] },
    { label: words.about.jobs, values: [String(progress.jobs)] },
    { label: words.about.started, values: [moment(detail.createdAt)] },
    ...(finishedAt === null ? [] : [{ label: words.about.finished, values: [moment(finishedAt)] }]),
    ...(wallMs === null ? [] : [{ label: words.about.took, values: [timeWords(wallMs)] }]),
    { label: words.about.rom, values: [identity.romSha256] },
    { label: words.about.core, values: [`${identity.core.name} ${identity.core.version}`] },
    ...(identity.modelSha256 === null ? [] : [{ label: words.about.model, values: [identity.modelSha256] }]),
    {
      label: words.about.machine,
      values: [
        machine.processor,
        words.about.cores(machine.cores, memory(machine.memoryBytes)),
        machine.platform,
      ],
    },
    {
      label: words.about.versions,
      values: [
        words.about.version(versions.eevee, versions.node),
        ...(versions.commit === null ? [] : [words.about.commit(versions.commit)]),
      ],
    },
  ];
};

/** What was played on what, and where its files are. */
export const AboutRun = ({ detail }: { detail: BenchmarkDetail }) => (
  <Panel title={words.tabs.about}>
    <Facts facts={factsOf(detail)} />
    <Group gap="xs" mt="md" wrap="nowrap">
      <Text size="sm" c="dimmed">
        {words.about.files}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }} data-testid="run-folder">
        {detail.folder}
      </Text>
      <CopyText value={detail.folder} label={`${words.about.copy}: ${words.about.files}`} />
    </Group>
  </Panel>
);
