import { Alert, Button, Group, Select, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FeedbackItem } from '../../../protocol/feedback.ts';
import { formFaults } from '../../../protocol/feedback-words.ts';
import { useSessions } from '../api/queries.ts';
import { ago } from '../shared/ago.ts';
import { Panel } from '../shared/Panel.tsx';
import { Columns } from '../shared/Room.tsx';
import { useEngine } from '../stream/engine.tsx';
import { texts } from '../texts.ts';
import { AttachmentList } from './AttachmentList.tsx';
import { BackButton } from './BackButton.tsx';
import classes from './FeedbackRoom.module.css';
import { Fields } from './Fields.tsx';
import { PreviewDialog } from './PreviewDialog.tsx';
import { writeDraft } from './queries.ts';
import { type Draft, useDraft } from './use-draft.ts';

const words = texts.feedback;
/** The select knows strings only; this one stands for no session. */
const none = '';

const SessionChoice = ({ item, draft }: { item: FeedbackItem; draft: Draft }) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  const { data: sessions = [] } = useSessions(false);
  const known = sessions.map(({ id, title, createdAt }) => ({
    value: id,
    label: words.sessionOf(title, ago(createdAt)),
  }));
  const change = async (sessionId: string | null): Promise<void> => {
    try {
      await draft.flush();
      await writeDraft(item.id, { form: draft.form, sessionId });
      await queries.invalidateQueries({ queryKey: ['feedback'] });
    } catch (error) {
      problems.add(error);
    }
  };
  const missing = item.sessionId !== null && !known.some(({ value }) => value === item.sessionId);
  return (
    <Select
      label={words.session}
      data={[
        { value: none, label: words.noSession },
        ...known,
        ...(missing ? [{ value: item.sessionId ?? none, label: item.sessionId ?? none }] : []),
      ]}
      value={item.sessionId ?? none}
      onChange={(value) => void change(value === none ? null : value)}
      allowDeselect={false}
      comboboxProps={{ portalProps: { target: '#main' } }}
      data-testid="session"
    />
  );
};

/** A form being written: its fields on the left, what can go along on the right, what to do with it below. */
export const FormView = ({ item }: { item: FeedbackItem }) => {
  const draft = useDraft(item);
  const { problems } = useEngine();
  const [asked, setAsked] = useState(false);
  const [preview, setPreview] = useState(false);
  const all = formFaults(item.kind, draft.form);
  // What is too long says so at once; what is missing only when somebody wants to send it.
  const faults = all.filter(({ fault }) => asked || fault === 'too-long');
  const open = async (): Promise<void> => {
    setAsked(true);
    if (all.length > 0) return;
    try {
      await draft.flush();
      setPreview(true);
    } catch (error) {
      problems.add(error);
    }
  };
  return (
    <div className={classes.page} data-testid="form" data-kind={item.kind}>
      <Group justify="space-between">
        <BackButton />
        <Text size="xs" c="dimmed" role="status" data-testid="draft-state" data-state={draft.state}>
          {draft.state === 'keeping' ? words.keeping : draft.state === 'kept' ? words.kept : ''}
        </Text>
      </Group>
      {draft.state === 'failed' && (
        <Alert color="orange" variant="light" data-testid="not-kept">
          {words.notKept}
        </Alert>
      )}
      <Columns>
        <Panel title={words.kinds[item.kind].title}>
          <Fields kind={item.kind} form={draft.form} faults={faults} onWrite={draft.write} />
        </Panel>
        <Panel title={words.attachments}>
          <SessionChoice item={item} draft={draft} />
          <AttachmentList item={item} />
        </Panel>
      </Columns>
      <div className={classes.foot}>
        <Button onClick={() => void open()} data-testid="preview-button">
          {words.preview}
        </Button>
        <Text size="xs" c="dimmed" className={classes.spread}>
          {words.promise}
        </Text>
      </div>
      {preview && <PreviewDialog item={item} onClose={() => setPreview(false)} />}
    </div>
  );
};
