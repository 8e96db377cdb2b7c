import { Group, Stack, Text } from '@mantine/core';
import type { Attachment, FeedbackPreview } from '../../../protocol/feedback.ts';
import { diskSpace } from '../shared/format.ts';
import { texts } from '../texts.ts';
import classes from './FeedbackRoom.module.css';
import { RemovedList } from './RemovedList.tsx';

const words = texts.feedback;

const File = ({ attachment }: { attachment: Attachment }) => (
  <Group justify="space-between" wrap="nowrap" gap="sm">
    <Text size="sm">
      {words.attachmentNames[attachment.kind]}{' '}
      <Text span size="xs" c="dimmed">
        {attachment.name}
      </Text>
    </Text>
    <Text size="sm" className="tabular">
      {diskSpace(attachment.bytes)}
    </Text>
  </Group>
);

/** Exactly what leaves: the item's own file, letter for letter, and the files that go along. */
export const Leaving = ({ preview }: { preview: FeedbackPreview }) => (
  <Stack gap="xs">
    <Text size="sm" fw={600}>
      {words.previewItem}
    </Text>
    {/* Longer than its box: the keyboard must be able to scroll it. */}
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to take the focus */}
    <pre className={classes.text} tabIndex={0} data-testid="leaving-item">
      {preview.item}
    </pre>
    <RemovedList removed={preview.removed} />
    <Text size="sm" fw={600} mt="xs">
      {words.previewFiles}
    </Text>
    {preview.attachments.length === 0 ? (
      <Text size="sm" c="dimmed">
        {words.noFiles}
      </Text>
    ) : (
      <div data-testid="leaving-files">
        {preview.attachments.map((attachment) => (
          <File key={attachment.kind} attachment={attachment} />
        ))}
      </div>
    )}
    <Text size="sm" c="dimmed" ta="right" className="tabular">
      {words.total(diskSpace(preview.bytes))}
    </Text>
  </Stack>
);
