import type { FeedbackPreview } from '../../protocol/feedback.ts';
import { formFaults, largestItemBytes } from '../../protocol/feedback-words.ts';
import type { FeedbackRow } from '../store/feedback-rows.ts';
import type { Attachments } from './attachments.ts';
import type { OutboxFiles } from './files.ts';
import type { Part } from './hub/post.ts';
import { digestOf, type Payload, payloadOf } from './payload.ts';
import { changed, formRefusal, notDraft, tooLarge } from './refusals.ts';
import { removalsIn } from './scrub/scrubber.ts';
import type { Scrubbers } from './scrub/scrubbers.ts';

/** What of an item would leave: previewed first, frozen once that is agreed to, and packed then. */
export class Parcels {
  readonly #attachments: Attachments;
  readonly #files: OutboxFiles;
  readonly #scrubbers: Scrubbers;

  constructor(attachments: Attachments, files: OutboxFiles, scrubbers: Scrubbers) {
    this.#attachments = attachments;
    this.#files = files;
    this.#scrubbers = scrubbers;
  }

  /** Exactly what would leave for that hub. Throws `feedback.too-long`, `feedback.incomplete`, `feedback.too-large`. */
  preview(row: FeedbackRow, hub: string): FeedbackPreview {
    const { text, removed } = this.#payload(row);
    const all = this.#attachments.list(row);
    const attachments = all.filter(({ included }) => included);
    const bytes = attachments.reduce((sum, each) => sum + each.bytes, Buffer.byteLength(text));
    if (bytes > largestItemBytes) throw tooLarge(bytes);
    return { digest: digestOf(text, hub), hub, item: text, removed, attachments, bytes };
  }

  /**
   * The item with its file frozen, where the digest is that of what would leave now. Throws `feedback.changed`, and
   * `feedback.wrong-state` of one that is on its way already.
   */
  freeze(row: FeedbackRow, digest: string, hub: string): FeedbackRow {
    if (row.state !== 'draft' && row.state !== 'exported') throw notDraft(row);
    if (this.preview(row, hub).digest !== digest) throw changed();
    return { ...row, payload: this.#payload(row).text, changedAt: new Date().toISOString() };
  }

  /** The item's own file and its attachments, as they were agreed to. */
  parts(row: FeedbackRow): Part[] {
    const attachments = this.#attachments.included(row.id).map(({ file, mediaType }) => ({
      ...{ field: 'attachment', name: file, mediaType },
      bytes: this.#files.read(row.id, file),
    }));
    const item = Buffer.from(row.payload ?? '');
    return [{ field: 'item', name: 'item.json', mediaType: 'application/json', bytes: item }, ...attachments];
  }

  #payload(row: FeedbackRow): Payload {
    // Once agreed to it is what it is.
    if (row.payload !== null) return { text: row.payload, removed: removalsIn(row.payload) };
    const [fault] = formFaults(row.kind, row.form);
    if (fault) throw formRefusal(fault);
    return payloadOf(row, this.#attachments.included(row.id), this.#scrubbers.of(row.id));
  }
}
