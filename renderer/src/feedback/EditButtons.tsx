import { Button, Group } from '@mantine/core';
import { texts } from '../texts.ts';

interface Props {
  changed: boolean;
  edited: boolean;
  busy: boolean;
  onSave: () => void;
  onReset: () => void;
}

/** Keep what was changed, or go back to what was collected. */
export const EditButtons = ({ changed, edited, busy, onSave, onReset }: Props) => (
  <Group gap="xs" mt="sm">
    <Button size="compact-sm" disabled={!changed} loading={busy} onClick={onSave} data-testid="save-edit">
      {texts.feedback.save}
    </Button>
    <Button
      size="compact-sm"
      variant="default"
      disabled={(!edited && !changed) || busy}
      onClick={onReset}
      data-testid="reset-edit"
    >
      {texts.feedback.reset}
    </Button>
  </Group>
);
