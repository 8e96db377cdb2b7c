import { Code, Group, Table, Text } from '@mantine/core';
import type { BenchmarkEpisode } from '../../../protocol/benchmarks.ts';
import { CopyText } from '../shared/CopyText.tsx';
import { whole } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import classes from './RunView.module.css';

const words = texts.benchmarks.missed;
/** More would only be scrolled past; the export has all. */
const mostShown = 100;

const whyOf = ({ result, reason, words: said }: BenchmarkEpisode): string => {
  const known = words.reasons[reason] ?? (result === 'error' ? words.error : reason);
  return said === null ? known : `${known}: ${said}`;
};

const Row = ({ episode, title }: { episode: BenchmarkEpisode; title: string }) => (
  <Table.Tr data-testid="missed-episode">
    <Table.Th scope="row" fw={500} pl={0}>
      {title}
    </Table.Th>
    <Table.Td ta="right">{episode.seed}</Table.Td>
    <Table.Td>{whyOf(episode)}</Table.Td>
    <Table.Td ta="right">{whole(episode.frames)}</Table.Td>
    <Table.Td>
      {episode.replayCommand === null ? (
        <Text size="xs" c="dimmed">
          {words.noReplay}
        </Text>
      ) : (
        <Group gap={6} wrap="nowrap">
          <Code
            fz="xs"
            maw={280}
            style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          >
            {episode.replayCommand}
          </Code>
          <CopyText
            value={episode.replayCommand}
            label={`${words.copy}: ${title}, ${words.seed} ${episode.seed}`}
          />
        </Group>
      )}
    </Table.Td>
  </Table.Tr>
);

interface Props {
  episodes: BenchmarkEpisode[];
  titles: ReadonlyMap<string, string>;
}

/** Episodes that did not reach their goal, why, and how to see them again. */
export const MissedEpisodes = ({ episodes, titles }: Props) => (
  <Panel title={words.caption}>
    {episodes.length === 0 ? (
      <Text size="sm" c="dimmed">
        {words.none}
      </Text>
    ) : (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls in narrow windows, also by keyboard
      <section className={classes.scroll} tabIndex={0} aria-label={words.table}>
        <Text size="xs" c="dimmed" mb="xs">
          {words.hint}
        </Text>
        <Table fz="sm" horizontalSpacing={8} verticalSpacing={6} tabularNums miw={760} data-testid="missed">
          <Table.Thead>
            <Table.Tr c="dimmed" fz="xs">
              <Table.Th fw={500} pl={0}>
                {words.task}
              </Table.Th>
              <Table.Th fw={500} ta="right">
                {words.seed}
              </Table.Th>
              <Table.Th fw={500}>{words.why}</Table.Th>
              <Table.Th fw={500} ta="right">
                {words.frames}
              </Table.Th>
              <Table.Th fw={500}>{words.replay}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {episodes.slice(0, mostShown).map((episode) => (
              <Row
                key={`${episode.scenario}/${episode.seed}`}
                episode={episode}
                title={titles.get(episode.scenario) ?? episode.scenario}
              />
            ))}
          </Table.Tbody>
        </Table>
        {episodes.length > mostShown && (
          <Text size="xs" c="dimmed" mt="xs">
            {words.more(episodes.length - mostShown)}
          </Text>
        )}
      </section>
    )}
  </Panel>
);
