import { Badge, Group, Pagination, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { HistoryFigures } from '../../../protocol/history.ts';
import type { Decision } from '../../../protocol/observation.ts';
import { useDecisions } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { percent, whole } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import classes from './HistoryRoom.module.css';

const words = texts.history.decisions;
const pageSize = 25;

/** Decisions with their numbers in the session. */
const numbered = (decisions: readonly Decision[], first: number) =>
  decisions.map((decision, index) => ({ ...decision, number: first + index }));

interface Props {
  id: string;
  by: HistoryFigures['decisionsBy'];
  /** How many there are, as far as the summary knows; the page itself knows better. */
  total: number;
}

/** What the AI decided, a page at a time from the first: only what is shown is asked for. */
export const DecisionsPanel = ({ id, by, total: counted }: Props) => {
  const [page, setPage] = useState(1);
  const { data, error } = useDecisions(id, page * pageSize, pageSize);
  const total = data?.total ?? counted;
  const first = data?.first ?? 0;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return (
    <Panel
      title={words.title}
      aside={
        data &&
        data.decisions.length > 0 && (
          <Text size="xs" c="dimmed" className="tabular" data-testid="decisions-caption">
            {words.caption(whole(first + 1), whole(first + data.decisions.length), whole(total))}
          </Text>
        )
      }
    >
      {error && <ProblemAlert problem={problemIn(error)} />}
      {total === 0 && (
        <Text size="sm" c="dimmed">
          {words.none}
        </Text>
      )}
      {by.length > 0 && (
        <Group gap={6} mb="xs" aria-label={words.by} role="group">
          {by.map(({ method, count }) => (
            <Badge key={method} variant="default" tt="none" fw={500} size="sm">
              {method} {whole(count)}
            </Badge>
          ))}
        </Group>
      )}
      {data && data.decisions.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways in a narrow window */}
          <section style={{ overflowX: 'auto' }} tabIndex={0} aria-label={words.table}>
            <Table fz="xs" verticalSpacing={5} horizontalSpacing={8} tabularNums data-testid="decisions">
              <Table.Thead>
                <Table.Tr c="dimmed">
                  <Table.Th fw={500} pl={0}>
                    {words.columns.frame}
                  </Table.Th>
                  <Table.Th fw={500}>{words.columns.skill}</Table.Th>
                  <Table.Th fw={500}>{words.columns.action}</Table.Th>
                  <Table.Th fw={500}>{words.columns.why}</Table.Th>
                  <Table.Th fw={500} ta="right">
                    {words.columns.confidence}
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {numbered(data.decisions, first).map(({ number, frame, skill, action, why, confidence }) => (
                  <Table.Tr key={number}>
                    <Table.Td pl={0}>{whole(frame)}</Table.Td>
                    <Table.Td>{skill}</Table.Td>
                    <Table.Td>{action}</Table.Td>
                    <Table.Td>{why}</Table.Td>
                    <Table.Td ta="right">{percent(confidence)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
          {pages > 1 && (
            <nav aria-label={words.pages} className={classes.pager}>
              <Pagination
                size="sm"
                total={pages}
                value={page}
                onChange={setPage}
                getItemProps={(number) => ({ 'aria-label': words.page(number) })}
                getControlProps={(control) => ({
                  'aria-label': control === 'next' ? words.next : words.previous,
                })}
              />
            </nav>
          )}
        </>
      )}
    </Panel>
  );
};
