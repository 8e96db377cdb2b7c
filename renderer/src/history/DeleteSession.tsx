import { Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash } from '@tabler/icons-react';
import { useDeleteSession } from '../api/history.ts';
import { problemIn } from '../api/problem.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { deletedSession } from './deleted.ts';

const words = texts.history;

/** Takes a session away, once it is sure that this is meant. */
export const DeleteSession = ({ id, onDeleted }: { id: string; onDeleted: () => void }) => {
  const [asked, { open, close }] = useDisclosure();
  const remove = useDeleteSession(id);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
        onClick={open}
        data-testid="history-delete"
      >
        {words.remove}
      </Button>
      <Dialog title={words.removeTitle} opened={asked} onClose={close}>
        <Text size="sm">{words.removeAbout}</Text>
        {remove.error && <ProblemAlert problem={problemIn(remove.error)} mt="sm" />}
        <Group mt="lg" justify="flex-end">
          <Button variant="default" onClick={close} data-autofocus>
            {words.cancel}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, {
                onSuccess: () => {
                  deletedSession.set(id);
                  onDeleted();
                },
              })
            }
            data-testid="history-delete-sure"
          >
            {words.remove}
          </Button>
        </Group>
      </Dialog>
    </>
  );
};
