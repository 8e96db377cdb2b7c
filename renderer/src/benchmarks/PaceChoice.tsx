import { Button, Collapse, Input, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { BenchmarkCatalog } from '../../../protocol/benchmarks.ts';
import { clocks } from '../../../protocol/words.ts';
import { texts } from '../texts.ts';
import type { Wish } from './wish.ts';

const words = texts.benchmarks;

interface Props {
  catalog: BenchmarkCatalog;
  wish: Wish;
  onChange: (changes: Partial<Wish>) => void;
}

/** Clock, and how many episodes are played at a time; few need either. */
export const PaceChoice = ({ catalog, wish, onChange }: Props) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  const isAi = wish.player === 'ai';
  const clock = isAi ? wish.clock : 'lockstep';
  const most = Math.min(catalog.jobs.most, Math.max(catalog.jobs.usual, 2));
  const jobs = Array.from({ length: most }, (_, index) => String(index + 1));
  return (
    <div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        px={4}
        ml={-4}
        aria-expanded={open}
        rightSection={<IconChevronDown size={14} aria-hidden />}
        onClick={() => setOpen(!open)}
      >
        {words.start.more}
      </Button>
      <Collapse expanded={open}>
        <Stack gap="sm" pt="xs">
          <div>
            <Input.Label id={id}>{words.start.clock}</Input.Label>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-labelledby={id}
              disabled={!isAi}
              data={[...clocks].reverse().map((value) => ({ value, label: words.clocks[value] }))}
              value={clock}
              onChange={(value) => onChange({ clock: value as Wish['clock'] })}
              data-testid="clock"
            />
            <Text size="xs" c="dimmed" mt={6}>
              {isAi ? words.clocksAbout[clock] : words.start.onlyAi}
            </Text>
          </div>
          <NativeSelect
            size="xs"
            label={words.start.jobs}
            description={words.start.jobsHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={wish.jobs === null ? '' : String(wish.jobs)}
            onChange={({ currentTarget: { value } }) =>
              onChange({ jobs: value === '' ? null : Number(value) })
            }
            data={[{ value: '', label: words.start.jobsAuto }, ...jobs]}
          />
        </Stack>
      </Collapse>
    </div>
  );
};
