import type {
  ChangeAttachment,
  CreateFeedback,
  FeedbackItem,
  FeedbackPreview,
  WriteFeedback,
} from '../../protocol/feedback.ts';
import { type AttachmentKind, offeredAttachments } from '../../protocol/feedback-words.ts';
import type { FeedbackRow } from '../store/feedback-rows.ts';
import type { FeedbackTable } from '../store/feedback-table.ts';
import type { Sources } from './attach/collect.ts';
import { Attachments } from './attachments.ts';
import { exportZip } from './export.ts';
import { OutboxFiles } from './files.ts';
import { Sender, type SenderSurroundings } from './hub/sender.ts';
import { Parcels } from './parcels.ts';
import { sessionFacts } from './payload.ts';
import { noHub, notDraft, notFound, wrongState } from './refusals.ts';
import { Scrubbers } from './scrub/scrubbers.ts';
import type { Secrets } from './scrub/secrets.ts';
import { uuid7 } from './uuid.ts';

/** Items that a list shows. */
const mostShown = 500;
/** How long a deletion can be undone, at least. */
const undoMs = 24 * 60 * 60 * 1000;
const sendTimeoutMs = 30_000;

/** What the outbox needs of the engine around it. */
export interface OutboxSurroundings {
  table: FeedbackTable;
  /** Folder that holds the attachments. */
  folder: string;
  sources: Sources;
  secrets: Secrets;
  hubUrl: () => string;
  log: SenderSurroundings['log'];
  /** Of the sender; tests cannot wait as long as people can. */
  sending?: Pick<SenderSurroundings, 'delay'> & { timeoutMs?: number };
}

/**
 * Feedback from its first letter to the hub's acknowledgement. Everything is on the disk when a verb returns.
 * Nothing leaves but what its user has previewed and agreed to: sending wants the digest of the preview.
 */
export class Outbox {
  readonly #around: OutboxSurroundings;
  readonly #table: FeedbackTable;
  readonly #files: OutboxFiles;
  readonly #attachments: Attachments;
  readonly #parcels: Parcels;
  readonly #sender: Sender;

  constructor(around: OutboxSurroundings) {
    this.#around = around;
    this.#table = around.table;
    this.#files = new OutboxFiles(around.folder);
    const scrubbers = new Scrubbers(around.secrets);
    this.#attachments = new Attachments(around.table, this.#files, around.sources, scrubbers);
    this.#parcels = new Parcels(this.#attachments, this.#files, scrubbers);
    this.#sweep();
    this.#sender = new Sender({
      table: around.table,
      hubUrl: around.hubUrl,
      partsOf: (row) => this.#parcels.parts(row),
      onSent: (id) => this.#attachments.forgetUnsent(id),
      log: around.log,
      timeoutMs: sendTimeoutMs,
      ...around.sending,
    });
    this.#sender.stir();
  }

  /** Where items go; empty: nowhere. */
  get hub(): string {
    return this.#around.hubUrl();
  }

  /** Newest first. */
  list(): FeedbackItem[] {
    return this.#table.items(mostShown).map((row) => this.#shown(row));
  }

  /** Throws `feedback.not-found`. */
  get(id: string): FeedbackItem {
    return this.#shown(this.#row(id));
  }

  /** Begins a draft, and collects what can go along. */
  create({ kind, sessionId, form }: CreateFeedback): FeedbackItem {
    const id = uuid7();
    const at = new Date().toISOString();
    // A session that is not there is refused before anything is kept.
    const session = this.#sessionFacts(sessionId);
    const row: FeedbackRow = {
      ...{ id, kind, sessionId, session, form, key: id, state: 'draft', createdAt: at, changedAt: at },
      ...{ doneAt: null, deletedAt: null, replaces: [], payload: null, hub: null },
      ...{ tries: 0, nextTryAt: null, said: null },
    };
    this.#table.put(row);
    void this.#attachments.collect(row, offeredAttachments[kind]);
    return this.#shown(row);
  }

  /** Keeps what was written, whether or not it could be sent. Throws `feedback.wrong-state` unless it is a draft. */
  write(id: string, { form, sessionId }: WriteFeedback): FeedbackItem {
    const row = this.#draft(id);
    const written = { ...row, form, changedAt: new Date().toISOString() };
    if (sessionId === undefined || sessionId === row.sessionId) return this.#put(written);
    const moved = { ...written, sessionId, session: this.#sessionFacts(sessionId) };
    this.#table.put(moved);
    void this.#attachments.collect(moved, offeredAttachments[row.kind]);
    return this.#shown(moved);
  }

  /** Ticks an attachment, or changes it. */
  async change(
    id: string,
    kind: AttachmentKind,
    { included, edit }: ChangeAttachment,
  ): Promise<FeedbackItem> {
    const row = this.#draft(id);
    if (edit !== undefined) await this.#attachments.edit(row, kind, edit);
    if (included !== undefined) this.#attachments.setIncluded(id, kind, included);
    return this.get(id);
  }

  /** Collects an attachment once more, in the background. */
  collect(id: string, kind: AttachmentKind): FeedbackItem {
    const row = this.#draft(id);
    if (offeredAttachments[row.kind].includes(kind)) void this.#attachments.collect(row, [kind]);
    return this.#shown(row);
  }

  /** Waits until nothing is being collected any more. */
  collected(): Promise<void> {
    return this.#attachments.idle;
  }

  /** What would be sent of an attachment, byte for byte. */
  content(id: string, kind: AttachmentKind): { mediaType: string; bytes: Buffer } {
    this.#row(id);
    const { file, mediaType } = this.#attachments.row(id, kind);
    return { mediaType, bytes: this.#files.read(id, file) };
  }

  /** Pictures of a replay as it was collected, one below the other, as PNG; null: it has none. */
  pictures(id: string): Buffer | null {
    this.#row(id);
    const { pictures } = this.#attachments.row(id, 'replay');
    return pictures === null ? null : this.#files.read(id, pictures);
  }

  /** Exactly what would leave. Throws `feedback.too-long`, `feedback.incomplete`, `feedback.too-large`. */
  preview(id: string): FeedbackPreview {
    return this.#parcels.preview(this.#row(id), this.hub);
  }

  /** Agrees to what was previewed: it is sent as soon as it can be. Throws `feedback.no-hub`, `feedback.changed`. */
  send(id: string, digest: string): FeedbackItem {
    if (this.hub === '') throw noHub();
    const row = this.#parcels.freeze(this.#row(id), digest, this.hub);
    const item = this.#put({ ...row, state: 'waiting', hub: this.hub, nextTryAt: null, said: null });
    this.#sender.stir();
    return item;
  }

  /** One zip file of what was previewed. The item counts as exported once it is made. */
  export(id: string, digest: string): Uint8Array {
    const row = this.#parcels.freeze(this.#row(id), digest, this.hub);
    const at = new Date();
    const zip = exportZip(row.key, this.#parcels.parts(row), at);
    this.#put({ ...row, state: 'exported', doneAt: at.toISOString() });
    return zip;
  }

  /** Makes it a draft again: while it waits, was refused, or lies in a file. */
  withdraw(id: string): FeedbackItem {
    const row = this.#row(id);
    if (row.state === 'draft') return this.#shown(row);
    if (row.state === 'sent' || row.state === 'sending')
      throw wrongState(row, 'What the hub has, or may have in a moment, cannot be taken back from here.');
    // The hub may have it from a try whose answer was lost. Under a new key it is another item to the hub, which
    // learns from `replaces` to drop the old one.
    const renewed = row.tries > 0 ? { key: uuid7(), replaces: [...row.replaces, row.key] } : {};
    const fresh = {
      state: 'draft',
      payload: null,
      hub: null,
      tries: 0,
      nextTryAt: null,
      doneAt: null,
    } as const;
    return this.#put({ ...row, ...fresh, ...renewed, changedAt: new Date().toISOString() });
  }

  /** Tries again at once. A refused item is sent once more as it is. */
  retry(id: string): FeedbackItem {
    const row = this.#row(id);
    if (row.state !== 'waiting' && row.state !== 'refused')
      throw wrongState(row, 'Only what waits or was refused can be tried again.');
    const item = this.#put({ ...row, state: 'waiting', nextTryAt: null });
    this.#sender.stir(true);
    return item;
  }

  /** Deletes an item; {@link restore} undoes it for a day. Throws `feedback.wrong-state` while it is being sent. */
  remove(id: string): void {
    const row = this.#row(id);
    if (row.state === 'sending') throw wrongState(row, 'Wait a moment, then delete it.');
    this.#table.put({ ...row, deletedAt: new Date().toISOString() });
  }

  restore(id: string): FeedbackItem {
    const row = this.#table.item(id);
    if (row === null) throw notFound(id);
    const item = this.#put({ ...row, deletedAt: null });
    this.#sender.stir();
    return item;
  }

  /** The hub's address has changed. */
  stir(): void {
    this.#sender.stir(true);
  }

  /** Breaks off what is being sent; it is sent again when the engine starts. */
  close(): Promise<void> {
    return this.#sender.close();
  }

  /** Throws `session.not-found`. */
  #sessionFacts(id: string | null): FeedbackRow['session'] {
    return id === null ? null : sessionFacts(this.#around.sources.supervisor.get(id));
  }

  #row(id: string): FeedbackRow {
    const row = this.#table.item(id);
    if (row === null || row.deletedAt !== null) throw notFound(id);
    return row;
  }

  #draft(id: string): FeedbackRow {
    const row = this.#row(id);
    if (row.state === 'draft') return row;
    throw notDraft(row);
  }

  #put(row: FeedbackRow): FeedbackItem {
    this.#table.put(row);
    return this.#shown(row);
  }

  #shown(row: FeedbackRow): FeedbackItem {
    const { id, kind, state, sessionId, form, createdAt, changedAt, doneAt, hub, tries, nextTryAt, said } =
      row;
    const attachments = this.#attachments.list(row);
    return {
      ...{ id, kind, state, sessionId, form, createdAt, changedAt, doneAt, hub, tries, nextTryAt, said },
      attachments: state === 'draft' ? attachments : attachments.filter(({ included }) => included),
    };
  }

  /** What was deleted long ago, and what killed processes left half-done. */
  #sweep(): void {
    for (const id of this.#table.deletedBefore(new Date(Date.now() - undoMs).toISOString())) {
      this.#table.drop(id);
      this.#files.drop(id);
    }
    this.#files.sweep((id) => this.#attachments.names(id));
  }
}
