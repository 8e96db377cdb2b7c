import { Table, Text, Tooltip } from '@mantine/core';
import type { StageStats } from '../../../protocol/stage-stats.ts';
import { stages } from '../../../protocol/words.ts';
import { useMetrics } from '../api/queries.ts';
import { microseconds } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';

const columns = ['p50', 'p95', 'p99', 'p999', 'max'] as const;

/** Where the time of a running session's frames goes. */
export const StageTable = ({ sessionId }: { sessionId: string }) => (
  <StagesPanel measured={useMetrics(sessionId).data?.stages ?? []} />
);

/** Where the time of a frame goes, stage by stage; nothing where nothing was measured. */
export const StagesPanel = ({ measured }: { measured: readonly StageStats[] }) => {
  const rows = stages.flatMap((stage) => measured.filter((row) => row.stage === stage && row.count > 0));
  if (rows.length === 0) return null;
  return (
    <Panel
      title={texts.stages.title}
      aside={
        <Text size="xs" c="dimmed">
          {texts.stages.unit}
        </Text>
      }
    >
      <Table
        fz="xs"
        verticalSpacing={5}
        horizontalSpacing={6}
        aria-label={texts.stages.caption}
        withRowBorders={false}
        tabularNums
      >
        <Table.Thead>
          <Table.Tr c="dimmed">
            <Table.Th fw={500} pl={0}>
              {texts.stages.stage}
            </Table.Th>
            {columns.map((column) => (
              <Table.Th key={column} ta="right" fw={500}>
                {texts.stages.columns[column]}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.stage} fw={row.stage === 'path' ? 600 : 400} data-stage={row.stage}>
              <Tooltip label={texts.stages.what[row.stage]} position="left">
                <Table.Th scope="row" fw="inherit" pl={0}>
                  {texts.stages.names[row.stage]}
                </Table.Th>
              </Tooltip>
              {columns.map((column) => (
                <Table.Td key={column} ta="right">
                  {microseconds(row[column])}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
};
