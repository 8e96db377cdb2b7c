import { Button, Group, Loader, ScrollArea, Text } from '@mantine/core';
import { useState } from 'react';
import type { SavedState, Session } from '../../../../protocol/sessions.ts';
import { texts } from '../../texts.ts';
import type { PlayActions } from '../use-play-actions.ts';
import {
  useAutosaves,
  useDeleteState,
  useLoadState,
  useRestoreState,
  useRetitleState,
  useSaveState,
  useStates,
} from './queries.ts';
import { SaveCard } from './SaveCard.tsx';
import classes from './Saves.module.css';
import { titleOf } from './title.ts';

interface Props {
  session: Session;
  actions: PlayActions;
  /** A state was gone back to. */
  onLoaded: (title: string) => void;
}

const Cards = ({
  states,
  none,
  children,
}: {
  states: SavedState[] | undefined;
  none: string;
  children: (state: SavedState) => React.ReactNode;
}) => {
  if (!states) {
    return (
      <Group gap="xs">
        <Loader size="xs" />
        <Text size="sm">{texts.saves.loading}</Text>
      </Group>
    );
  }
  if (states.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {none}
      </Text>
    );
  }
  return (
    <ScrollArea.Autosize mah={340} type="auto" offsetScrollbars="present">
      <ul className={classes.list} aria-label={texts.saves.title}>
        {states.map(children)}
      </ul>
    </ScrollArea.Autosize>
  );
};

/** The user's own saves: to go back to, rename, replace and delete. */
export const OwnSaves = ({ session, actions, onLoaded }: Props) => {
  const { id } = session;
  const states = useStates(id).data;
  const load = useLoadState(id);
  const save = useSaveState(id);
  const retitle = useRetitleState(id);
  const remove = useDeleteState(id);
  const restore = useRestoreState(id);
  const [deleted, setDeleted] = useState<SavedState | null>(null);
  return (
    <>
      {deleted && (
        <Group gap="xs" wrap="nowrap" role="status" className={classes.deleted} data-testid="deleted">
          <Text size="sm" flex={1} lineClamp={1}>
            {texts.saves.removed(titleOf(deleted))}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => restore.mutate(deleted.name, { onSuccess: () => setDeleted(null) })}
            data-testid="restore-button"
          >
            {texts.saves.bringBack}
          </Button>
        </Group>
      )}
      <Cards states={states} none={texts.saves.none}>
        {(state) => (
          <SaveCard
            key={state.name}
            sessionId={id}
            state={state}
            busy={load.isPending}
            onLoad={() => load.mutate(state.name, { onSuccess: () => onLoaded(titleOf(state)) })}
            changes={{
              onRetitle: (title) => retitle.mutate({ name: state.name, title }),
              onReplace: () =>
                save.mutate(
                  { name: state.name, overwrite: true, ...(state.title ? { title: state.title } : {}) },
                  { onSuccess: () => actions.say(texts.saves.replaced(titleOf(state))) },
                ),
              onDelete: () => remove.mutate(state.name, { onSuccess: () => setDeleted(state) }),
            }}
          />
        )}
      </Cards>
    </>
  );
};

/** What was saved without asking: a few moments at growing distances. */
export const Autosaves = ({ session, onLoaded }: Omit<Props, 'actions'>) => {
  const states = useAutosaves(session.id).data;
  const load = useLoadState(session.id);
  return (
    <Cards states={states} none={texts.saves.noAutosaves}>
      {(state) => (
        <SaveCard
          key={state.name}
          sessionId={session.id}
          state={state}
          busy={load.isPending}
          onLoad={() => load.mutate(state.name, { onSuccess: () => onLoaded(titleOf(state)) })}
        />
      )}
    </Cards>
  );
};
