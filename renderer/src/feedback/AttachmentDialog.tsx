import { Text } from '@mantine/core';
import type { Attachment, AttachmentEdit, FeedbackItem } from '../../../protocol/feedback.ts';
import { Dialog } from '../shared/Dialog.tsx';
import { diskSpace } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { PictureEditor } from './PictureEditor.tsx';
import { useChangeAttachment } from './queries.ts';
import { RemovedList } from './RemovedList.tsx';
import { ReplayEditor } from './ReplayEditor.tsx';
import { TextEditor } from './TextEditor.tsx';

const words = texts.feedback;

/** What every editor is given. */
export interface EditorProps {
  item: FeedbackItem;
  attachment: Attachment;
  /** Keeps a change; null: back to what was collected. */
  onEdit: (edit: AttachmentEdit | null) => void;
  /** A change is on its way. */
  busy: boolean;
}

interface Props {
  item: FeedbackItem;
  attachment: Attachment;
  onClose: () => void;
}

/** An attachment as it would be sent, and the means to change it. */
export const AttachmentDialog = ({ item, attachment, onClose }: Props) => {
  const change = useChangeAttachment(item.id);
  const { kind, clip, mediaType, bytes, name, removed } = attachment;
  const Editor = clip ? ReplayEditor : mediaType === 'image/png' ? PictureEditor : TextEditor;
  return (
    <Dialog title={words.attachmentNames[kind]} onClose={onClose} size="46rem">
      <Text size="xs" c="dimmed" mb="sm" data-testid="attachment-file">
        {name} · {diskSpace(bytes)}
      </Text>
      <Editor
        item={item}
        attachment={attachment}
        busy={change.isPending}
        onEdit={(edit) => change.mutate({ kind, change: { edit } })}
      />
      <RemovedList removed={removed} />
    </Dialog>
  );
};
