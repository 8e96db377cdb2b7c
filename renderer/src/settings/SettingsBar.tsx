import { Button, CloseButton, Group, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowBackUp, IconSearch } from '@tabler/icons-react';
import type { Setting } from '../../../protocol/settings.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import classes from './SettingsRoom.module.css';
import type { Change } from './use-change.ts';
import { isChosen } from './values.ts';

const words = texts.settings;

interface Props {
  search: string;
  onSearch: (search: string) => void;
  /** How many settings were found; null: nobody searches. */
  found: number | null;
  settings: readonly Setting[];
  change: Change;
}

/** Search, what was just done with its undo, and the way back to all defaults. */
export const SettingsBar = ({ search, onSearch, found, settings, change }: Props) => {
  const { problems } = useEngine();
  const [asked, { open, close }] = useDisclosure();
  const chosen = settings.filter(isChosen).length;
  const { done } = change;
  return (
    <div className={classes.bar}>
      <TextInput
        flex={1}
        miw={200}
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        aria-label={words.search}
        placeholder={words.search}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onSearch('')}
        rightSection={
          search !== '' && (
            <CloseButton size="sm" aria-label={words.clearSearch} onClick={() => onSearch('')} />
          )
        }
        data-testid="settings-search"
      />
      <div className={classes.done} role="status" data-testid="settings-done">
        <Text size="sm" c="dimmed">
          {found === null ? done?.words : words.found(found)}
        </Text>
        {done?.undo && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={change.busy}
            onClick={() => change.undo().catch((error: unknown) => problems.add(error))}
            data-testid="settings-undo"
          >
            {words.undo}
          </Button>
        )}
      </div>
      <Button variant="default" disabled={chosen === 0} onClick={open} data-testid="reset-all">
        {words.resetAll}
      </Button>
      <Dialog title={words.resetAllTitle} opened={asked} onClose={close}>
        <Text size="sm">{words.resetAllAbout(words.settingCount(chosen))}</Text>
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {words.cancel}
          </Button>
          <Button
            onClick={() => {
              close();
              change.resetAll().catch((error: unknown) => problems.add(error));
            }}
            data-testid="reset-all-sure"
          >
            {words.resetAll}
          </Button>
        </Group>
      </Dialog>
    </div>
  );
};
