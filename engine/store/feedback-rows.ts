import type { AttachmentEdit, Clip, Removal } from '../../protocol/feedback.ts';
import type {
  AttachmentKind,
  FeedbackForm,
  FeedbackKind,
  FeedbackState,
} from '../../protocol/feedback-words.ts';

/** An item of feedback as it is kept. */
export interface FeedbackRow {
  /** UUID v7; its place in the list. */
  id: string;
  kind: FeedbackKind;
  state: FeedbackState;
  sessionId: string | null;
  /** What is told of that session, as it stood when the form was opened; null: none. */
  session: Record<string, unknown> | null;
  form: FeedbackForm;
  createdAt: string;
  changedAt: string;
  doneAt: string | null;
  /** Deleted by the user; can be undone until it is swept. */
  deletedAt: string | null;
  /** The idempotency key: the hub keeps one item for each. */
  key: string;
  /** Earlier keys of this item: it was changed after the hub may have seen it under them. */
  replaces: string[];
  /** The item's own file as it was agreed to; null before. */
  payload: string | null;
  /** The address that was agreed to. */
  hub: string | null;
  tries: number;
  nextTryAt: string | null;
  said: string | null;
}

/** The same as it lies in the table: JSON as text. */
export type FeedbackColumns = Omit<FeedbackRow, 'form' | 'replaces' | 'session'> & {
  form: string;
  replaces: string;
  session: string | null;
};

export const itemToColumns = (row: FeedbackRow): FeedbackColumns => ({
  ...row,
  form: JSON.stringify(row.form),
  replaces: JSON.stringify(row.replaces),
  session: row.session && JSON.stringify(row.session),
});

export const itemFromColumns = (columns: FeedbackColumns): FeedbackRow => ({
  ...columns,
  form: JSON.parse(columns.form) as FeedbackForm,
  replaces: JSON.parse(columns.replaces) as string[],
  session: columns.session === null ? null : (JSON.parse(columns.session) as Record<string, unknown>),
});

/** An attachment whose files are whole and on the disk. */
export interface AttachmentRow {
  feedbackId: string;
  kind: AttachmentKind;
  /** Name in the item's folder of what would be sent. */
  file: string;
  /** The same as it was collected, to which an edit can be taken back. */
  source: string;
  /** Of a replay: its pictures, to be looked at, never sent. */
  pictures: string | null;
  mediaType: string;
  bytes: number;
  sha256: string;
  included: boolean;
  edit: AttachmentEdit | null;
  removed: Removal[];
  clip: Clip | null;
}

export type AttachmentColumns = Omit<AttachmentRow, 'included' | 'edit' | 'removed' | 'clip'> & {
  included: number;
  edit: string | null;
  removed: string;
  clip: string | null;
};

export const attachmentToColumns = (row: AttachmentRow): AttachmentColumns => ({
  ...row,
  included: Number(row.included),
  edit: row.edit && JSON.stringify(row.edit),
  removed: JSON.stringify(row.removed),
  clip: row.clip && JSON.stringify(row.clip),
});

export const attachmentFromColumns = (columns: AttachmentColumns): AttachmentRow => ({
  ...columns,
  included: columns.included === 1,
  edit: columns.edit === null ? null : (JSON.parse(columns.edit) as AttachmentEdit),
  removed: JSON.parse(columns.removed) as Removal[],
  clip: columns.clip === null ? null : (JSON.parse(columns.clip) as Clip),
});
