import { Center, Group, Loader, Text } from '@mantine/core';

/** Something is on its way, said in words. */
export const Waiting = ({ words }: { words: string }) => (
  <Center mih="60dvh" role="status">
    <Group gap="sm">
      <Loader size="sm" type="dots" aria-hidden />
      <Text c="dimmed">{words}</Text>
    </Group>
  </Center>
);
