import { useCallback, useEffect, useRef, useState } from 'react';
import type { FeedbackItem } from '../../../protocol/feedback.ts';
import type { FeedbackForm } from '../../../protocol/feedback-words.ts';
import { problemIn } from '../api/problem.ts';
import { writeDraft } from './queries.ts';

/** After the last key; short, because a crash may come at any time. */
const pauseMs = 400;
const retryMs = 2000;

const storageKey = (id: string): string => `eevee.feedback.${id}`;

/** What this page wrote down and the engine has not confirmed: a reload in the middle of a word loses nothing. */
const unconfirmed = (id: string): FeedbackForm | null => {
  try {
    return JSON.parse(localStorage.getItem(storageKey(id)) ?? 'null') as FeedbackForm | null;
  } catch {
    return null;
  }
};

const writeDown = (id: string, form: FeedbackForm | null): void => {
  try {
    if (form === null) localStorage.removeItem(storageKey(id));
    else localStorage.setItem(storageKey(id), JSON.stringify(form));
  } catch {
    // The page's storage is full or closed to us; the engine keeps it in a moment.
  }
};

/**
 * Hands over what the page wrote down for drafts that are not open: it was closed before the engine had them. What
 * the engine refuses for good (the draft was sent or deleted) is forgotten.
 */
export const rescueDrafts = async (): Promise<void> => {
  const ids = Object.keys(localStorage)
    .filter((key) => key.startsWith(storageKey('')))
    .map((key) => key.slice(storageKey('').length));
  for (const id of ids) {
    const form = unconfirmed(id);
    if (form === null) continue;
    try {
      await writeDraft(id, { form });
      writeDown(id, null);
    } catch (error) {
      if (problemIn(error).code.startsWith('feedback.')) writeDown(id, null);
    }
  }
};

export interface Draft {
  form: FeedbackForm;
  write: (field: string, text: string) => void;
  /** `failed`: the engine could not keep the last change; it is tried again. */
  state: 'kept' | 'keeping' | 'failed';
  /** Hands the last change over now. Throws what the engine says. */
  flush: () => Promise<void>;
}

/** A form that is kept while it is written: by the page with every key, by the engine at every pause. */
export const useDraft = (item: FeedbackItem): Draft => {
  const { id } = item;
  const [form, setForm] = useState<FeedbackForm>(() => unconfirmed(id) ?? item.form);
  const [state, setState] = useState<Draft['state']>('kept');
  const latest = useRef(form);
  const timer = useRef<number | undefined>(undefined);
  /** One after the other: an older text must not arrive after a newer one. */
  const queue = useRef<Promise<void>>(Promise.resolve());

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const keep = async (): Promise<void> => {
      if (unconfirmed(id) === null) return;
      const sent = latest.current;
      await writeDraft(id, { form: sent });
      if (latest.current !== sent) return;
      writeDown(id, null);
      setState('kept');
    };
    queue.current = queue.current.catch(() => {}).then(keep);
    return queue.current;
  }, [id]);

  const later = useCallback(
    (ms: number): void => {
      clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        flush().catch(() => {
          setState('failed');
          later(retryMs);
        });
      }, ms);
    },
    [flush],
  );

  const write = (field: string, text: string): void => {
    latest.current = { ...latest.current, [field]: text };
    setForm(latest.current);
    writeDown(id, latest.current);
    setState('keeping');
    later(pauseMs);
  };

  useEffect(() => {
    // From before a reload.
    if (unconfirmed(id) !== null) later(0);
    return () => {
      flush().catch(() => {});
      clearTimeout(timer.current);
    };
  }, [id, flush, later]);

  return { form, write, state, flush };
};
