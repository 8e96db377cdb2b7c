import { Button, Group, Stack, Text } from '@mantine/core';
import type { BenchFigures, Hardware } from '../../../protocol/hardware.ts';
import { useMeasureAgain } from '../api/commands.ts';
import { moment, whole } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { type Fact, Facts } from './Facts.tsx';

const words = texts.hardware;
const figure = (value: number | null, digits: number, unit: string): string =>
  value === null ? words.unknown : `${value.toFixed(digits)} ${unit}`;

const factsOf = (figures: BenchFigures): Fact[] => [
  { label: words.integer, values: [figure(figures.integer, 0, words.integerUnit)] },
  { label: words.bandwidth, values: [figure(figures.memory, 1, words.bandwidthUnit)] },
  { label: words.network, values: [figure(figures.network, 1, words.networkUnit)] },
  { label: words.unpaced, values: [figure(figures.networkUnpaced, 1, words.unpacedUnit)] },
  ...(figures.faults.length === 0
    ? []
    : [{ label: words.notFound, values: figures.faults.map(({ what, why }) => `${what}: ${why}`) }]),
];

/** How fast this computer is, by its own measurement. */
export const BenchPanel = ({ hardware }: { hardware: Hardware }) => {
  const { figures, measuredAt, state } = hardware;
  const measure = useMeasureAgain();
  const busy = measure.isPending || state === 'measuring';
  return (
    <Panel
      title={words.figures}
      aside={
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => measure.mutate(undefined)}
          disabled={busy}
          data-testid="measure"
        >
          {busy ? words.measuring : words.measure}
        </Button>
      }
    >
      {figures ? (
        <Stack gap="xs" data-testid="bench">
          <Facts facts={factsOf(figures)} />
          <Group>
            <Text size="xs" c="dimmed">
              {words.measuredAt(measuredAt ? moment(measuredAt) : words.unknown, whole(figures.tookMs))}
            </Text>
          </Group>
        </Stack>
      ) : (
        <Text size="sm" c="dimmed">
          {busy ? words.measuring : words.notMeasured}
        </Text>
      )}
    </Panel>
  );
};
