import { Button, Checkbox, Loader, Text } from '@mantine/core';
import { useState } from 'react';
import type { Attachment, Clip, FeedbackItem } from '../../../protocol/feedback.ts';
import type { AttachmentKind } from '../../../protocol/feedback-words.ts';
import { diskSpace } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { AttachmentDialog } from './AttachmentDialog.tsx';
import classes from './FeedbackRoom.module.css';
import { useChangeAttachment, useCollect } from './queries.ts';
import { removedWords } from './words.ts';

const words = texts.feedback;

interface RowProps {
  item: FeedbackItem;
  attachment: Attachment;
  onLook: () => void;
}

const framesASecond = 60;

/** What only a session has. */
const ofSession: ReadonlySet<AttachmentKind> = new Set(['screenshot', 'replay', 'figures']);

/** Length of a replay as it would be sent. */
const secondsOf = ({ edit }: Attachment, { frames }: Clip): string =>
  ((edit?.of === 'replay' ? edit.to - edit.from : frames) / framesASecond).toFixed(1);

/** The line below an attachment's name: its size and what was taken out, or why it is not there. */
const Facts = ({ attachment }: { attachment: Attachment }) => {
  const { state, bytes, removed, edit, problem, mediaType } = attachment;
  if (state === 'collecting')
    return (
      <>
        <Loader size={12} mr={6} aria-hidden />
        {words.collecting}
      </>
    );
  if (state === 'failed') return <>{problem?.message}</>;
  const parts = [diskSpace(bytes)];
  if (attachment.clip) parts.push(words.seconds(secondsOf(attachment, attachment.clip)));
  if (mediaType !== 'image/png' && !attachment.clip) parts.push(removedWords(removed));
  if (edit) parts.push(words.changed);
  return <>{parts.join(' · ')}</>;
};

const Row = ({ item, attachment, onLook }: RowProps) => {
  const change = useChangeAttachment(item.id);
  const collect = useCollect(item.id);
  const { kind, state, included } = attachment;
  const name = words.attachmentNames[kind];
  // Without a session there is nothing to collect, however often.
  const hopeless = item.sessionId === null && ofSession.has(kind);
  // What was pressed shows at once.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const tick = (on: boolean): void => {
    setWanted(on);
    change.mutate({ kind, change: { included: on } }, { onSettled: () => setWanted(null) });
  };
  return (
    <li className={classes.row} data-testid={`attachment-${kind}`} data-state={state}>
      <Checkbox
        label={name}
        aria-label={words.include(name)}
        description={<Facts attachment={attachment} />}
        checked={wanted ?? included}
        disabled={state !== 'ready'}
        onChange={(event) => tick(event.currentTarget.checked)}
        data-testid={`include-${kind}`}
      />
      {hopeless ? null : state === 'failed' ? (
        <Button
          variant="default"
          size="compact-xs"
          onClick={() => collect.mutate(kind)}
          aria-label={`${words.collect}: ${name}`}
        >
          {words.collect}
        </Button>
      ) : (
        <Button
          variant="default"
          size="compact-xs"
          disabled={state !== 'ready'}
          onClick={onLook}
          aria-label={words.lookAt(name)}
          data-testid={`look-${kind}`}
        >
          {words.look}
        </Button>
      )}
    </li>
  );
};

/** What can go along with a draft: each ticked by hand, looked at and changed in a dialog. */
export const AttachmentList = ({ item }: { item: FeedbackItem }) => {
  const [looked, setLooked] = useState<AttachmentKind | null>(null);
  const shown = item.attachments.find(({ kind, state }) => kind === looked && state === 'ready');
  return (
    <>
      <Text size="xs" c="dimmed" mt="md">
        {words.attachmentsHint}
      </Text>
      <ul className={classes.list} data-testid="attachments">
        {item.attachments.map((attachment) => (
          <Row
            key={attachment.kind}
            item={item}
            attachment={attachment}
            onLook={() => setLooked(attachment.kind)}
          />
        ))}
      </ul>
      {shown && <AttachmentDialog item={item} attachment={shown} onClose={() => setLooked(null)} />}
    </>
  );
};
