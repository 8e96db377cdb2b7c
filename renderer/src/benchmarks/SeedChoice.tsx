import { Group, Input, NumberInput, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import type { BenchmarkCatalog } from '../../../protocol/benchmarks.ts';
import { texts } from '../texts.ts';
import { seedFault, seedsOf, type Wish } from './wish.ts';

const words = texts.benchmarks.start;

interface Props {
  catalog: BenchmarkCatalog;
  wish: Wish;
  onChange: (changes: Partial<Wish>) => void;
}

/** How many versions of each task are played. */
export const SeedChoice = ({ catalog, wish, onChange }: Props) => {
  const id = useId();
  const { seeds } = catalog;
  const fault = seedFault(wish, catalog);
  const { first, last } = seedsOf(wish, catalog);
  const bound = (name: 'first' | 'last') => (value: string | number) => {
    const number = Number(value);
    if (value !== '' && Number.isInteger(number) && number >= 0) onChange({ [name]: number });
  };
  return (
    <div>
      <Input.Label id={id}>{words.seeds}</Input.Label>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={id}
        data={[
          { value: 'quick', label: words.quick },
          { value: 'usual', label: words.usual },
          { value: 'own', label: words.own },
        ]}
        value={wish.seeds}
        onChange={(value) => onChange({ seeds: value as Wish['seeds'] })}
        data-testid="seeds"
      />
      {wish.seeds === 'own' && (
        <Group grow mt={8} gap="xs" align="start">
          <NumberInput
            size="xs"
            label={words.first}
            value={wish.first}
            onChange={bound('first')}
            min={0}
            allowDecimal={false}
            allowNegative={false}
            data-testid="first-seed"
          />
          <NumberInput
            size="xs"
            label={words.last}
            value={wish.last}
            onChange={bound('last')}
            min={0}
            allowDecimal={false}
            allowNegative={false}
            error={fault === null ? null : fault === 'tooMany' ? words.tooMany(seeds.most) : words[fault]}
            data-testid="last-seed"
          />
        </Group>
      )}
      <Text size="xs" c="dimmed" mt={6}>
        {fault === null && `${words.seedCount(last - first + 1)}. `}
        {words.seedsHint}
      </Text>
    </div>
  );
};
