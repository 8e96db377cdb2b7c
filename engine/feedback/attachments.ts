import { join } from 'node:path';
import { EeveeError, type Problem } from '../../protocol/errors.ts';
import type { Attachment, AttachmentEdit } from '../../protocol/feedback.ts';
import {
  type AttachmentKind,
  attachmentKinds,
  type FeedbackKind,
  offeredAttachments,
} from '../../protocol/feedback-words.ts';
import { problemFrom } from '../problem.ts';
import { sessionFolder } from '../session/folder.ts';
import type { AttachmentRow, FeedbackRow } from '../store/feedback-rows.ts';
import type { FeedbackTable } from '../store/feedback-table.ts';
import { type Collected, clipEvery, collect, type Round, type Sources } from './attach/collect.ts';
import { editPicture } from './attach/picture.ts';
import { cutClip } from './clip/ask-cutter.ts';
import { type OutboxFiles, sha256Of } from './files.ts';
import type { Scrubbers } from './scrub/scrubbers.ts';

/** What stands for an attachment that is not there yet. */
const empty = (kind: AttachmentKind): Attachment => ({
  kind,
  state: 'collecting',
  included: false,
  name: '',
  mediaType: '',
  bytes: 0,
  sha256: '',
  edit: null,
  removed: [],
  clip: null,
  problem: null,
});

const shown = ({
  file,
  kind,
  included,
  mediaType,
  bytes,
  sha256,
  edit,
  removed,
  clip,
}: AttachmentRow): Attachment => ({
  ...empty(kind),
  state: 'ready',
  name: file,
  ...{ included, mediaType, bytes, sha256, edit, removed, clip },
});

const notCollected: Problem = {
  code: 'feedback.attachment-missing',
  message: 'It was not collected: Eevee ended before it could be.',
  remedy: 'Collect it now.',
};

/** A clip is data of ours; other JSON is text that may be rewritten. */
const editedAs = (row: AttachmentRow): AttachmentEdit['of'] =>
  row.clip ? 'replay' : row.mediaType === 'image/png' ? 'picture' : 'text';

const wrongEdit = (row: AttachmentRow): EeveeError =>
  new EeveeError({
    code: 'feedback.attachment-invalid',
    message: `The ${row.kind} cannot be changed like that.`,
    remedy: `Give an edit of "${editedAs(row)}".`,
    field: 'edit.of',
    allowed: [editedAs(row)],
  });

/**
 * What can go along with each item: collected in the background when a form is opened, scrubbed, written as files
 * and only then noted in the database. Off until it is ticked.
 */
export class Attachments {
  readonly #table: FeedbackTable;
  readonly #files: OutboxFiles;
  readonly #sources: Sources;
  readonly #scrubbers: Scrubbers;
  /** Under way, or why it failed; by item and kind. */
  readonly #standing = new Map<string, 'collecting' | Problem>();
  /** One core at a time: cutting a replay takes a whole one. */
  #queue: Promise<void> = Promise.resolve();

  constructor(table: FeedbackTable, files: OutboxFiles, sources: Sources, scrubbers: Scrubbers) {
    this.#table = table;
    this.#files = files;
    this.#sources = sources;
    this.#scrubbers = scrubbers;
  }

  /** Everything that the item's form offers, in the order in which it is offered. */
  list(item: FeedbackRow): Attachment[] {
    const rows = new Map(this.#table.attachments(item.id).map((row) => [row.kind, row]));
    return offeredAttachments[item.kind as FeedbackKind].map((kind) => {
      const standing = this.#standing.get(`${item.id}/${kind}`);
      if (standing === 'collecting') return empty(kind);
      const row = rows.get(kind);
      if (row) return shown(row);
      return { ...empty(kind), state: 'failed', problem: standing ?? notCollected };
    });
  }

  /** Those that were ticked, in the order in which they are offered. */
  included(id: string): AttachmentRow[] {
    const place = ({ kind }: AttachmentRow): number => attachmentKinds.indexOf(kind);
    return this.#table
      .attachments(id)
      .filter((row) => row.included)
      .sort((a, b) => place(a) - place(b));
  }

  /** Throws `feedback.attachment-missing`. */
  row(id: string, kind: AttachmentKind): AttachmentRow {
    const row = this.#table.attachments(id).find((each) => each.kind === kind);
    if (row) return row;
    throw new EeveeError({
      code: 'feedback.attachment-missing',
      message: `This report has no ${kind}.`,
      remedy: 'Collect it first, or send the report without it.',
      field: 'kind',
      value: kind,
    });
  }

  /** Collects in the background; `list` says how far it is. Settles when all are there, or failed. */
  collect(item: FeedbackRow, kinds: readonly AttachmentKind[]): Promise<void> {
    for (const kind of kinds) this.#standing.set(`${item.id}/${kind}`, 'collecting');
    const session = item.sessionId === null ? null : this.#session(item.sessionId);
    const work = async (): Promise<void> => {
      const round: Round = {};
      for (const kind of kinds) {
        const key = `${item.id}/${kind}`;
        try {
          this.#keep(item.id, kind, await collect(kind, session, this.#sources, round));
          this.#standing.delete(key);
        } catch (error) {
          this.#standing.set(key, problemFrom(error));
        }
      }
    };
    this.#queue = this.#queue.then(work);
    return this.#queue;
  }

  /** Settles when nothing is being collected any more. */
  get idle(): Promise<void> {
    return this.#queue;
  }

  setIncluded(id: string, kind: AttachmentKind, included: boolean): void {
    this.#table.putAttachment({ ...this.row(id, kind), included });
  }

  /** Makes the file anew from what was collected; null: as it was collected. Throws `feedback.attachment-invalid`. */
  async edit(item: FeedbackRow, kind: AttachmentKind, edit: AttachmentEdit | null): Promise<void> {
    const row = this.row(item.id, kind);
    if (edit !== null && edit.of !== editedAs(row)) throw wrongEdit(row);
    const source = this.#files.read(item.id, row.source);
    const bytes = edit === null ? source : await this.#edited(item, row, source, edit);
    const text = editedAs(row) === 'text';
    const clean = text ? this.#scrubbers.of(item.id).scrub(bytes.toString('utf8')) : null;
    const kept = clean ? Buffer.from(clean.text) : bytes;
    const file = edit === null ? row.source : this.#files.write(item.id, kind, this.#extension(row), kept);
    this.#table.putAttachment({
      ...this.row(item.id, kind),
      file,
      bytes: kept.length,
      sha256: sha256Of(kept),
      // The text itself is in the file.
      edit: edit?.of === 'text' ? { of: 'text', text: '' } : edit,
      removed: clean?.removed ?? [],
    });
    this.tidy(item.id);
  }

  async #edited(
    item: FeedbackRow,
    row: AttachmentRow,
    source: Buffer,
    edit: AttachmentEdit,
  ): Promise<Buffer> {
    switch (edit.of) {
      case 'text':
        return Buffer.from(edit.text);
      case 'picture':
        return editPicture(source, edit.covers, edit.crop);
      case 'replay':
        return this.#trimmed(item, row, edit);
    }
  }

  async #trimmed(
    item: FeedbackRow,
    row: AttachmentRow,
    { from, to }: Extract<AttachmentEdit, { of: 'replay' }>,
  ): Promise<Buffer> {
    const frames = row.clip?.frames ?? 0;
    if (from >= to || to > frames) {
      throw new EeveeError({
        code: 'feedback.attachment-invalid',
        message: `Frames ${from} to ${to} are not a part of this replay, which has ${frames}.`,
        remedy: 'Choose a beginning before the end, within the replay.',
        field: 'edit',
      });
    }
    const replay = sessionFolder(join(this.#sources.sessions, item.sessionId ?? '')).inputs;
    const clip = this.#files.path(item.id, row.source);
    return (await cutClip({ replay, clip, from, to, every: clipEvery })).file;
  }

  /** Removes files of an item that no row names any more. */
  tidy(id: string): void {
    this.#files.keepOnly(id, this.names(id));
  }

  /** Every file that an item's rows name. */
  names(id: string): Set<string> {
    const rows = this.#table.attachments(id);
    return new Set(
      rows.flatMap(({ file, source, pictures }) => [file, source, ...(pictures ? [pictures] : [])]),
    );
  }

  /** Once an item has left, only what went along is kept. */
  forgetUnsent(id: string): void {
    for (const row of this.#table.attachments(id)) {
      if (row.included) this.#table.putAttachment({ ...row, source: row.file });
      else this.#table.dropAttachment(id, row.kind);
    }
    this.tidy(id);
  }

  #extension(row: AttachmentRow): string {
    return row.file.slice(row.file.lastIndexOf('.'));
  }

  /** Files first, the row after: a row never names a file that is not whole. */
  #keep(
    id: string,
    kind: AttachmentKind,
    { extension, mediaType, bytes, text, pictures, clip }: Collected,
  ): void {
    // The item may have been deleted, or sent, while this was being collected.
    const item = this.#table.item(id);
    if (item === null || item.deletedAt !== null || item.state !== 'draft') return;
    const clean = text ? this.#scrubbers.of(id).scrub(Buffer.from(bytes).toString('utf8')) : null;
    const kept = clean ? Buffer.from(clean.text) : bytes;
    const file = this.#files.write(id, kind, extension, kept);
    this.#table.putAttachment({
      feedbackId: id,
      kind,
      file,
      source: file,
      pictures: pictures ? this.#files.write(id, 'pictures', '.png', pictures) : null,
      mediaType,
      bytes: kept.length,
      sha256: sha256Of(kept),
      included: false,
      edit: null,
      removed: clean?.removed ?? [],
      clip: clip ?? null,
    });
    this.tidy(id);
  }

  #session(id: string) {
    try {
      return this.#sources.supervisor.get(id);
    } catch {
      return null;
    }
  }
}
