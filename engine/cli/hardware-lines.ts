import type { BenchFigures, Found, Hardware } from '../../protocol/hardware.ts';

const unknown = 'unknown';
const gigabytes = (bytes: number | null): string =>
  bytes === null ? unknown : `${(bytes / 1024 ** 3).toFixed(1)} GB`;
const orUnknown = (value: string | number | null): string => (value === null ? unknown : String(value));
const row = (label: string, value: string): string => `  ${label.padEnd(14)} ${value}`;
const list = (entries: readonly string[]): string => (entries.length === 0 ? unknown : entries.join('; '));

const powerWords = ({ battery, mains, percent }: Found['power']): string => {
  if (battery === null) return unknown;
  if (!battery) return 'mains, no battery';
  const charge = percent === null ? '' : ` at ${percent}%`;
  return mains === null ? `battery${charge}` : `${mains ? 'mains' : 'on battery'}, battery${charge}`;
};

const limitWords = ({ version, processors, memoryBytes }: Found['container']): string => {
  if (version === null || (processors === null && memoryBytes === null)) return 'none';
  const parts = [
    processors === null ? null : `${processors} processors`,
    memoryBytes === null ? null : `${gigabytes(memoryBytes)} of memory`,
  ];
  return `${parts.filter((part) => part !== null).join(', ')} (${version})`;
};

const foundLines = (found: Found): string[] => {
  const { processor, system } = found;
  const counts = `${orUnknown(processor.cores)} cores, ${orUnknown(processor.threads)} threads`;
  const displays = found.displays.map(
    ({ width, height, refreshRate }) =>
      `${orUnknown(width)}×${orUnknown(height)}${refreshRate === null ? '' : ` at ${Math.round(refreshRate)} Hz`}`,
  );
  const cards = found.graphics.map(
    ({ name, kind, memoryBytes }) =>
      `${orUnknown(name)} (${kind}${memoryBytes === null ? '' : `, ${gigabytes(memoryBytes)}`})`,
  );
  return [
    row('Processor', `${orUnknown(processor.name)}, ${counts}, ${orUnknown(processor.instructionSet)}`),
    row('Memory', gigabytes(found.memoryBytes)),
    row('Graphics', list(cards)),
    row('Displays', list(displays)),
    row('Power', powerWords(found.power)),
    row('System', `${orUnknown(system.name)} (${orUnknown(system.platform)} ${orUnknown(system.release)})`),
    row('Virtual', system.virtual === null ? unknown : system.virtual ? 'yes, a virtual machine' : 'no'),
    row('Limits', limitWords(found.container)),
    ...found.faults.map(({ what, why }) => row('not found', `${what}: ${why}`)),
  ];
};

const figureLines = (figures: BenchFigures): string[] => {
  const of = (value: number | null, digits: number, unit: string): string =>
    value === null ? unknown : `${value.toFixed(digits)} ${unit}`;
  return [
    row('Integer work', of(figures.integer, 0, 'million steps a second, one core')),
    row('Memory', of(figures.memory, 1, 'GB a second, one core copying')),
    row('The network', of(figures.network, 1, 'µs a run at 60 runs a second')),
    row('', of(figures.networkUnpaced, 1, 'µs a run back to back')),
    row('Took', `${figures.tookMs.toFixed(0)} ms`),
    ...figures.faults.map(({ what, why }) => row('not measured', `${what}: ${why}`)),
  ];
};

/** This computer in words: what was found, its figures, tier and settings, what the governor did. */
export const hardwareLines = (hardware: Hardware): string[] => [
  `Tier: ${hardware.tier.why}`,
  ...(hardware.found ? ['', 'Found', ...foundLines(hardware.found)] : []),
  ...(hardware.figures
    ? ['', `Micro-benchmark (${hardware.measuredAt ?? unknown})`, ...figureLines(hardware.figures)]
    : []),
  '',
  'Settings of sessions',
  ...hardware.settings.map(({ title, value, unit }) => `  ${title}: ${value} ${unit}`),
  '',
  `Governor: ${hardware.governor.standing}`,
  ...hardware.governor.log.map(({ at, message }) => `  ${at}  ${message}`),
];
