import {
  ActionIcon,
  Button,
  Group,
  Loader,
  Popover,
  ScrollArea,
  Stack,
  Text,
  Tooltip,
  UnstyledButton,
} from '@mantine/core';
import { IconBookmark, IconDeviceFloppy, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import type { SavedState, Session } from '../../../protocol/sessions.ts';
import { useLoadState } from '../api/commands.ts';
import { useStates } from '../api/queries.ts';
import { texts } from '../texts.ts';
import classes from './Saves.module.css';
import { shownKey } from './shortcuts.ts';
import type { PlayActions } from './use-play-actions.ts';

const time = (iso: string): string =>
  new Date(iso).toLocaleTimeString('en', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  });

const SavedRow = ({ state, onLoad, busy }: { state: SavedState; onLoad: () => void; busy: boolean }) => (
  <li>
    <UnstyledButton
      className={classes.row}
      onClick={onLoad}
      disabled={busy}
      aria-label={texts.saves.load(state.name)}
    >
      <IconHistory size={16} aria-hidden />
      <span className={classes.name}>{state.name}</span>
      <span className={classes.when}>
        {texts.saves.at(state.frame)} · {time(state.createdAt)}
      </span>
    </UnstyledButton>
  </li>
);

const SavedList = ({ session, onLoaded }: { session: Session; onLoaded: (name: string) => void }) => {
  const states = useStates(session.id, true);
  const load = useLoadState(session.id);
  if (states.isPending) {
    return (
      <Group gap="xs">
        <Loader size="xs" />
        <Text size="sm">{texts.saves.loading}</Text>
      </Group>
    );
  }
  const newestFirst = [...(states.data ?? [])].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  if (newestFirst.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {texts.saves.none}
      </Text>
    );
  }
  return (
    <ScrollArea.Autosize mah={240} type="auto">
      <ul className={classes.list} aria-label={texts.saves.title}>
        {newestFirst.map((state) => (
          <SavedRow
            key={state.name}
            state={state}
            busy={load.isPending}
            onLoad={() => load.mutate(state.name, { onSuccess: () => onLoaded(state.name) })}
          />
        ))}
      </ul>
    </ScrollArea.Autosize>
  );
};

/** Save this moment, or go back to one saved before. */
export const Saves = ({ session, actions }: { session: Session; actions: PlayActions }) => {
  const [open, setOpen] = useState(false);
  const loaded = (name: string) => {
    setOpen(false);
    actions.tellLoaded(name);
  };
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      width={320}
      position="top-end"
      shadow="md"
      trapFocus
      returnFocus
      withArrow
    >
      <Popover.Target>
        <Tooltip label={texts.controls.saves} disabled={open}>
          <ActionIcon
            variant={open ? 'light' : 'subtle'}
            color="gray"
            size={38}
            aria-label={texts.controls.saves}
            disabled={!actions.alive}
            onClick={() => setOpen(!open)}
            data-testid="saves-button"
          >
            <IconBookmark size={20} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.saves.title}>
        <Stack gap="sm">
          <Button
            leftSection={<IconDeviceFloppy size={18} stroke={1.7} aria-hidden />}
            rightSection={<span className={classes.key}>{shownKey('save')}</span>}
            onClick={actions.save}
            loading={actions.saving}
            data-testid="save-button"
          >
            {texts.saves.saveNow}
          </Button>
          {open && <SavedList session={session} onLoaded={loaded} />}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
