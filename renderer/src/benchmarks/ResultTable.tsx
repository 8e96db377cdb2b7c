import { Table, Text, Tooltip } from '@mantine/core';
import type { SummaryRow } from '../../../protocol/benchmark-run.ts';
import { memory, whole } from '../shared/format.ts';
import { texts } from '../texts.ts';
import classes from './RunView.module.css';
import { share } from './words.ts';

const words = texts.benchmarks.table;
const { none } = words;

const coherenceOf = ({ coherence }: SummaryRow): number | null => {
  if (!coherence) return null;
  const moved = coherence.nearer + coherence.farther + coherence.wasted;
  return moved === 0 ? null : coherence.nearer / moved;
};

/** Columns after the name: what stands above, what explains it, what stands in a row. */
const columns: { title: string; hint?: string; cell: (row: SummaryRow) => string }[] = [
  { title: words.reached, cell: ({ successes, episodes }) => `${successes}/${episodes}` },
  { title: words.share, cell: ({ completion }) => share(completion.share) },
  {
    title: words.interval,
    hint: words.hints.interval,
    cell: ({ completion: { low, high }, episodes }) =>
      episodes === 0 ? none : `${share(low)} – ${share(high)}`,
  },
  {
    title: words.frames,
    hint: words.hints.frames,
    cell: ({ frames }) => (frames ? whole(frames.median) : none),
  },
  { title: words.coherence, hint: words.hints.coherence, cell: (row) => share(coherenceOf(row)) },
  { title: words.compliance, hint: words.hints.compliance, cell: ({ compliance }) => share(compliance) },
  {
    title: words.memory,
    hint: words.hints.memory,
    cell: ({ residentBytes }) => (residentBytes === null ? none : memory(residentBytes)),
  },
  {
    title: words.score,
    hint: words.hints.score,
    cell: ({ score }) => (score === null ? none : score.toFixed(2)),
  },
  { title: words.errors, cell: ({ errors }) => whole(errors) },
];

const Cells = ({ row }: { row: SummaryRow }) =>
  columns.map(({ title, cell }) => (
    <Table.Td key={title} ta="right" style={{ whiteSpace: 'nowrap' }}>
      {cell(row)}
    </Table.Td>
  ));

interface Props {
  /** What the first column names. */
  head: string;
  rows: readonly SummaryRow[];
  total?: SummaryRow;
  nameOf: (name: string) => string;
  testId: string;
}

/** Figures, a row a kind or a task. */
export const ResultTable = ({ head, rows, total, nameOf, testId }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls in narrow windows, also by keyboard
  <section className={classes.scroll} tabIndex={0} aria-label={`${words.caption}: ${head}`}>
    <Table fz="sm" horizontalSpacing={8} verticalSpacing={6} tabularNums miw={680} data-testid={testId}>
      <Table.Thead>
        <Table.Tr c="dimmed" fz="xs">
          <Table.Th fw={500} pl={0}>
            {head}
          </Table.Th>
          {columns.map(({ title, hint }) => (
            <Table.Th key={title} ta="right" fw={500}>
              {hint === undefined ? (
                title
              ) : (
                <Tooltip label={hint} multiline maw={260}>
                  <span className={classes.hinted}>{title}</span>
                </Tooltip>
              )}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.name} data-row={row.name}>
            <Table.Th scope="row" fw={500} pl={0}>
              <Text span size="sm">
                {nameOf(row.name)}
              </Text>
            </Table.Th>
            <Cells row={row} />
          </Table.Tr>
        ))}
        {total && (
          <Table.Tr className={classes.total} data-row="total">
            <Table.Th scope="row" pl={0}>
              {words.total}
            </Table.Th>
            <Cells row={total} />
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  </section>
);
