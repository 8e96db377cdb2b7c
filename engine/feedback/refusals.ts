import { EeveeError } from '../../protocol/errors.ts';
import { type FormFault, largestItemBytes } from '../../protocol/feedback-words.ts';
import type { FeedbackRow } from '../store/feedback-rows.ts';

export const notFound = (id: string): EeveeError =>
  new EeveeError({
    code: 'feedback.not-found',
    message: `There is no feedback ${id}.`,
    remedy: 'List it with GET /v1/feedback.',
    field: 'id',
    value: id,
  });

const standing: Record<FeedbackRow['state'], string> = {
  draft: 'is still a draft',
  waiting: 'is waiting to be sent',
  sending: 'is being sent right now',
  sent: 'was sent already',
  refused: 'was refused by the hub',
  exported: 'was saved as a file',
};

export const wrongState = ({ id, state }: FeedbackRow, remedy: string): EeveeError =>
  new EeveeError({
    code: 'feedback.wrong-state',
    message: `Feedback ${id} ${standing[state]}.`,
    remedy,
    field: 'state',
    value: state,
  });

/** What was agreed to stays as it is. */
export const notDraft = (row: FeedbackRow): EeveeError =>
  wrongState(row, 'Take it back first (POST …/withdraw), then change it.');

/** Why a form cannot be sent as it is. What was written stays as it is. */
export const formRefusal = ({ field, fault, length, most }: FormFault): EeveeError => {
  if (fault === 'too-long')
    return new EeveeError({
      code: 'feedback.too-long',
      message: `"${field}" has ${length} characters; ${most} are allowed.`,
      remedy: `Shorten it by ${(length ?? 0) - (most ?? 0)} characters. Nothing of it was lost.`,
      field,
    });
  const message =
    fault === 'missing' ? `"${field}" is not filled in.` : `"${field}" is not something to choose.`;
  return new EeveeError({
    code: 'feedback.incomplete',
    message,
    remedy: 'Fill in the field, then send again. Nothing else was lost.',
    field,
  });
};

export const tooLarge = (bytes: number): EeveeError =>
  new EeveeError({
    code: 'feedback.too-large',
    message: `The report has ${bytes} bytes with its attachments; ${largestItemBytes} are allowed.`,
    remedy: 'Leave an attachment out, or make it smaller.',
    field: 'attachments',
  });

export const changed = (): EeveeError =>
  new EeveeError({
    code: 'feedback.changed',
    message: 'The report is no longer what was previewed.',
    remedy: 'Look at the preview once more, then send it.',
    field: 'digest',
  });

export const noHub = (): EeveeError =>
  new EeveeError({
    code: 'feedback.no-hub',
    message: 'No address of a hub is set.',
    remedy: 'Set it in the settings (hubUrl), or save the report as a file.',
    field: 'hubUrl',
  });
