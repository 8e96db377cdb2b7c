import { Button, Center, Text, Title } from '@mantine/core';
import { IconPlayerPlayFilled } from '@tabler/icons-react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import { FileChooser } from '../shared/FileChooser.tsx';
import { texts } from '../texts.ts';
import { useIntake } from './intake.ts';
import { romFiles } from './rom-files.ts';
import classes from './Welcome.module.css';

const words = texts.library.welcome;

interface Props {
  entry: LibraryEntry;
  busy: boolean;
  onPlay: () => void;
}

/** The first start: one button, and nothing to decide. */
export const Welcome = ({ entry, busy, onPlay }: Props) => {
  const take = useIntake();
  return (
    <Center mih="100%" p="md">
      <div className={classes.welcome} data-testid="welcome">
        <svg viewBox="0 0 20 20" width="72" height="72" aria-hidden className={classes.mark}>
          <path d="M1 1h5v5H1zM14 1h5v5h-5zM1 14h5v5H1zM14 14h5v5h-5z" opacity=".4" />
          <path d="M6 6h8v8H6z" />
        </svg>
        <Title order={2} className={classes.title}>
          {words.title}
        </Title>
        <Text c="dimmed" size="lg" maw={520}>
          {words.words}
        </Text>
        <Button
          size="xl"
          mt="lg"
          loading={busy}
          onClick={onPlay}
          autoFocus
          leftSection={<IconPlayerPlayFilled size={22} aria-hidden />}
          data-testid="start-button"
        >
          {words.button(entry.title)}
        </Button>
        <Text size="sm" c="dimmed">
          {words.takeOver}
        </Text>
        <Text size="sm" c="dimmed" mt="xl">
          {words.own}{' '}
          <FileChooser multiple accept={romFiles} onFiles={(files) => void take(files)}>
            {(props) => (
              <Button {...props} variant="default" size="compact-sm" ml={4}>
                {words.choose}
              </Button>
            )}
          </FileChooser>
        </Text>
      </div>
    </Center>
  );
};
