import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import { problemIn } from '../api/problem.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { useChangeGame } from './queries.ts';

const words = texts.library;
/** Longer ones are refused by the engine. */
const longestTitle = 120;

export const RenameDialog = ({ entry, onClose }: { entry: LibraryEntry; onClose: () => void }) => {
  const [title, setTitle] = useState(entry.title);
  const change = useChangeGame();
  return (
    <Dialog title={words.renameTitle} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ id: entry.id, verb: 'patch', body: { title } }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label={words.name}
          value={title}
          maxLength={longestTitle}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          data-autofocus
          data-testid="rename-input"
        />
        {change.error && <ProblemAlert problem={problemIn(change.error)} mt="sm" />}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={title.trim() === ''} loading={change.isPending}>
            {words.save}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
};
