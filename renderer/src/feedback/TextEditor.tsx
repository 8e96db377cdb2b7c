import { Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { problemIn } from '../api/problem.ts';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import type { EditorProps } from './AttachmentDialog.tsx';
import { EditButtons } from './EditButtons.tsx';
import { useContent } from './queries.ts';

const words = texts.feedback;

/** The text of a file; undefined until it is there. */
export const useText = (blob: Blob | undefined): string | undefined => {
  const [text, setText] = useState<string>();
  useEffect(() => {
    let current = true;
    void blob?.text().then((read) => current && setText(read));
    return () => {
      current = false;
    };
  }, [blob]);
  return text;
};

/** A text attachment in an editor. What is kept is scrubbed again: the shown text is always what would be sent. */
export const TextEditor = ({ item, attachment, onEdit, busy }: EditorProps) => {
  const { kind, sha256, edit } = attachment;
  const { data, error } = useContent(item.id, kind, sha256);
  const sent = useText(data);
  const [written, setWritten] = useState<string | null>(null);
  // What came back from the engine is what would be sent; what was typed before has become that.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another file, another text
  useEffect(() => setWritten(null), [sha256]);
  if (error) return <ProblemAlert problem={problemIn(error)} />;
  const shown = written ?? sent ?? '';
  return (
    <>
      <Textarea
        aria-label={words.textLabel(words.attachmentNames[kind])}
        value={shown}
        onChange={(event) => setWritten(event.currentTarget.value)}
        rows={16}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        spellCheck={false}
        data-testid="text-editor"
      />
      <EditButtons
        changed={written !== null && written !== sent}
        edited={edit !== null}
        busy={busy}
        onSave={() => onEdit({ of: 'text', text: shown })}
        onReset={() => {
          setWritten(null);
          if (edit) onEdit(null);
        }}
      />
    </>
  );
};
