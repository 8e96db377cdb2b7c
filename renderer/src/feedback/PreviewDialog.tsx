import { Button, Group, Text } from '@mantine/core';
import type { FeedbackItem } from '../../../protocol/feedback.ts';
import { problemIn } from '../api/problem.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import { desk } from './desk.ts';
import { Leaving } from './Leaving.tsx';
import { useExport, usePreview, useSend } from './queries.ts';

const words = texts.feedback;

/** The last look before an item leaves, and the only place where it can be agreed to. */
export const PreviewDialog = ({ item, onClose }: { item: FeedbackItem; onClose: () => void }) => {
  const { data: preview, error, isFetching } = usePreview(item.id);
  const send = useSend(item.id);
  const save = useExport(item.id);
  const failed = error ?? send.error ?? save.error;
  // Awaited, because the item is no draft any more when it is done: this dialog has gone with its form by then.
  const leave = (leaving: Promise<unknown>): void => {
    leaving.then(
      () => desk.set({ show: 'all' }),
      () => {},
    );
  };
  return (
    <Dialog title={words.previewTitle} onClose={onClose} size="46rem">
      {failed && <ProblemAlert problem={problemIn(failed)} mb="sm" />}
      {preview && <Leaving preview={preview} />}
      <Group gap="sm" mt="md">
        {preview && preview.hub !== '' && (
          <Button
            loading={send.isPending}
            disabled={isFetching}
            onClick={() => leave(send.mutateAsync(preview.digest))}
            data-testid="send"
          >
            {words.send}
          </Button>
        )}
        <Button
          variant={preview?.hub === '' ? 'filled' : 'default'}
          loading={save.isPending}
          disabled={!preview || isFetching}
          onClick={() => preview && leave(save.mutateAsync(preview.digest))}
          data-testid="export"
        >
          {words.export}
        </Button>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {words.change}
        </Button>
        <Text size="xs" c="dimmed" ml="auto">
          {preview && (preview.hub === '' ? words.noHub : words.goesTo(preview.hub))}
        </Text>
      </Group>
    </Dialog>
  );
};
