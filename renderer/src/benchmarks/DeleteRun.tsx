import { Button, Group, Text } from '@mantine/core';
import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { useDeleteRun } from '../api/benchmarks.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { texts } from '../texts.ts';
import { chosenRun } from './chosen-run.ts';

const words = texts.benchmarks.actions;

/** Asks once more before a run is gone for good. */
export const DeleteRun = ({ run, onClose }: { run: BenchmarkRun; onClose: () => void }) => {
  const remove = useDeleteRun(run.id);
  const doIt = () => remove.mutate(undefined, { onSuccess: () => chosenRun.set(null), onSettled: onClose });
  return (
    <Dialog title={words.deleteTitle} onClose={onClose}>
      <Text size="sm">{words.deleteAbout}</Text>
      {run.baseline && (
        <Text size="sm" fw={600} mt="xs">
          {words.deleteBaseline}
        </Text>
      )}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={onClose} data-autofocus>
          {words.keep}
        </Button>
        <Button color="red.9" loading={remove.isPending} onClick={doIt} data-testid="delete-confirm">
          {words.deleteDo}
        </Button>
      </Group>
    </Dialog>
  );
};
