import { useEffect, useRef, useState } from 'react';
import { problemIn } from '../api/problem.ts';

interface Wanted<Draft> {
  /** What is chosen, as the field shows it. */
  value: Draft;
  /** What is wrong with a draft before anybody is asked; null: nothing. */
  fault: (draft: Draft) => string | null;
  send: (draft: Draft) => Promise<void>;
}

/**
 * What somebody types into a field until it is sent: on Enter, and when the field is left. Refused, it stays as it
 * was typed, with what is wrong beneath; Escape brings back what is chosen.
 */
export const useDraft = <Draft extends string | number>({ value, fault, send }: Wanted<Draft>) => {
  const [draft, setDraft] = useState(value);
  const [error, setError] = useState<string | null>(null);
  const restore = () => {
    setDraft(value);
    setError(null);
  };
  /** What was sent and has not come back yet. */
  const sent = useRef<Draft | null>(null);
  useEffect(() => {
    const own = sent.current !== null && String(sent.current) === String(value);
    sent.current = null;
    // Our own value comes back: whoever has typed on meanwhile keeps that. Others come from undo, reset, another page.
    if (own) return;
    setDraft(value);
    setError(null);
  }, [value]);
  const commit = async (): Promise<void> => {
    if (draft === value) return setError(null);
    const wrong = fault(draft);
    setError(wrong);
    if (wrong !== null) return;
    sent.current = draft;
    await send(draft).catch((thrown: unknown) => {
      sent.current = null;
      setError(problemIn(thrown).message);
    });
  };
  return {
    draft,
    error,
    setDraft: (next: Draft) => {
      setDraft(next);
      setError(null);
    },
    onBlur: () => void commit(),
    onKeyDown: (event: { key: string }) => {
      if (event.key === 'Enter') void commit();
      if (event.key === 'Escape') restore();
    },
  };
};
