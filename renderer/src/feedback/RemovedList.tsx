import { Group, Text } from '@mantine/core';
import type { Removal } from '../../../protocol/feedback.ts';
import { texts } from '../texts.ts';
import { removedWords } from './words.ts';

const words = texts.feedback;

/** What was taken out of a text, by the placeholders that stand in its place. */
export const RemovedList = ({ removed }: { removed: readonly Removal[] }) =>
  removed.length === 0 ? null : (
    <div data-testid="removed">
      <Text size="xs" fw={600} mt="sm">
        {words.removedTitle}: {removedWords(removed)}
      </Text>
      <Group gap="4px 12px" mt={2}>
        {removed.map(({ placeholder, times }) => (
          <Text key={placeholder} size="xs" c="dimmed" ff="monospace">
            {placeholder} {words.times(times)}
          </Text>
        ))}
      </Group>
    </div>
  );
