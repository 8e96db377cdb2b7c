import { Text } from '@mantine/core';
import type { Found } from '../../../protocol/hardware.ts';
import { memory, whole } from '../shared/format.ts';
import { Panel } from '../shared/Panel.tsx';
import { texts } from '../texts.ts';
import { type Fact, Facts } from './Facts.tsx';

const words = texts.hardware;
const orUnknown = (value: string | null): string => value ?? words.unknown;
const count = (value: number | null): string => (value === null ? words.unknown : whole(value));
const size = (bytes: number | null): string => (bytes === null ? words.unknown : memory(bytes));
const known = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');

const powerWords = ({ battery, mains, percent }: Found['power']): string => {
  if (battery === null) return words.unknown;
  if (!battery) return words.mains;
  const charge = percent === null ? null : whole(percent);
  return mains === false ? words.battery(charge) : words.charging(charge);
};

const limitWords = ({ processors, memoryBytes }: Found['container']): string =>
  known([
    processors === null ? null : words.processors(String(processors)),
    memoryBytes === null ? null : memory(memoryBytes),
  ]) || words.none;

const listed = (values: string[]): string[] => (values.length === 0 ? [words.unknown] : values);

/** What was found, as names and values; what could not be asked says so. */
const factsOf = (found: Found): Fact[] => [
  {
    label: words.processor,
    values: [
      orUnknown(found.processor.name),
      words.cores(count(found.processor.cores), count(found.processor.threads)),
    ],
  },
  { label: words.instructions, values: [orUnknown(found.processor.instructionSet)] },
  { label: words.memory, values: [size(found.memoryBytes)] },
  {
    label: words.graphics,
    values: listed(
      found.graphics.map(({ name, kind, memoryBytes }) =>
        known([orUnknown(name), words.kinds[kind], memoryBytes === null ? null : memory(memoryBytes)]),
      ),
    ),
  },
  {
    label: words.displays,
    values: listed(
      found.displays.map(({ width, height, refreshRate }) =>
        words.display(count(width), count(height), refreshRate === null ? null : whole(refreshRate)),
      ),
    ),
  },
  { label: words.power, values: [powerWords(found.power)] },
  {
    label: words.system,
    values: [known([orUnknown(found.system.name), found.system.virtual ? words.virtualMachine : null])],
  },
  { label: words.limits, values: [limitWords(found.container)] },
  ...(found.faults.length === 0
    ? []
    : [{ label: words.notFound, values: found.faults.map(({ what, why }) => `${what}: ${why}`) }]),
];

/** What this computer is made of. */
export const FoundPanel = ({ found }: { found: Found | null }) => (
  <Panel title={words.found}>
    {found ? (
      <Facts facts={factsOf(found)} />
    ) : (
      <Text size="sm" c="dimmed">
        {words.notMeasured}
      </Text>
    )}
  </Panel>
);
