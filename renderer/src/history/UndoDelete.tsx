import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useRestoreSession } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { useStore } from '../shared/store.ts';
import { texts } from '../texts.ts';
import { deletedSession } from './deleted.ts';
import classes from './HistoryRoom.module.css';

const words = texts.history;

/** Says that a session was deleted, and takes it back. */
export const UndoDelete = () => {
  const id = useStore(deletedSession);
  const restore = useRestoreSession();
  if (id === null) return null;
  const close = (): void => {
    deletedSession.set(null);
    // The button that was pressed is gone; the keyboard goes on from the content.
    document.getElementById('main')?.focus({ preventScroll: true });
  };
  return (
    <>
      <Group className={classes.deleted} justify="space-between" role="status" data-testid="deleted">
        <Group gap="sm">
          <Text size="sm">{words.removed}</Text>
          <Button
            size="compact-sm"
            variant="default"
            loading={restore.isPending}
            onClick={() => restore.mutate(id, { onSuccess: close })}
            data-testid="undo-delete"
          >
            {words.undo}
          </Button>
        </Group>
        <CloseButton size="sm" aria-label={texts.dismiss} onClick={close} />
      </Group>
      {restore.error && <ProblemAlert problem={problemIn(restore.error)} onDismiss={restore.reset} />}
    </>
  );
};
