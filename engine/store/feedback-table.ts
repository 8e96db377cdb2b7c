import { EeveeError } from '../../protocol/errors.ts';
import { writeProblem } from '../data-folder.ts';
import {
  type AttachmentColumns,
  type AttachmentRow,
  attachmentFromColumns,
  attachmentToColumns,
  type FeedbackColumns,
  type FeedbackRow,
  itemFromColumns,
  itemToColumns,
} from './feedback-rows.ts';
import type { Database } from './open.ts';

const itemColumns = `id, kind, state, session_id AS sessionId, session, form, created_at AS createdAt,
  changed_at AS changedAt, done_at AS doneAt, deleted_at AS deletedAt, key, replaces, payload, hub, tries,
  next_try_at AS nextTryAt, said`;
const attachmentColumns = `feedback_id AS feedbackId, kind, file, source, pictures, media_type AS mediaType,
  bytes, sha256, included, edit, removed, clip`;

const prepare = (database: Database) => ({
  put: database.prepare<FeedbackColumns>(
    `INSERT INTO feedback VALUES (@id, @kind, @state, @sessionId, @session, @form, @createdAt, @changedAt,
       @doneAt, @deletedAt, @key, @replaces, @payload, @hub, @tries, @nextTryAt, @said)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, session_id = excluded.session_id,
       form = excluded.form, changed_at = excluded.changed_at, done_at = excluded.done_at,
       deleted_at = excluded.deleted_at, key = excluded.key, replaces = excluded.replaces,
       payload = excluded.payload, hub = excluded.hub, tries = excluded.tries,
       next_try_at = excluded.next_try_at, said = excluded.said`,
  ),
  item: database.prepare<[id: string], FeedbackColumns>(`SELECT ${itemColumns} FROM feedback WHERE id = ?`),
  items: database.prepare<[limit: number], FeedbackColumns>(
    `SELECT ${itemColumns} FROM feedback WHERE deleted_at IS NULL ORDER BY id DESC LIMIT ?`,
  ),
  inState: database.prepare<[state: string], FeedbackColumns>(
    `SELECT ${itemColumns} FROM feedback WHERE state = ? AND deleted_at IS NULL ORDER BY id`,
  ),
  deletedBefore: database.prepare<[at: string], { id: string }>(
    'SELECT id FROM feedback WHERE deleted_at < ?',
  ),
  drop: database.prepare<[id: string]>('DELETE FROM feedback WHERE id = ?'),
  putAttachment: database.prepare<AttachmentColumns>(
    `INSERT OR REPLACE INTO feedback_attachments VALUES (@feedbackId, @kind, @file, @source, @pictures,
       @mediaType, @bytes, @sha256, @included, @edit, @removed, @clip)`,
  ),
  attachments: database.prepare<[id: string], AttachmentColumns>(
    `SELECT ${attachmentColumns} FROM feedback_attachments WHERE feedback_id = ?`,
  ),
  dropAttachment: database.prepare<[id: string, kind: string]>(
    'DELETE FROM feedback_attachments WHERE feedback_id = ? AND kind = ?',
  ),
});

/**
 * Feedback in the database. Every verb is one transaction that is on the disk when it returns; a disk that
 * refuses throws `resource.disk-full` or its like, and what was there before is still there.
 */
export class FeedbackTable {
  readonly #database: Database;
  readonly #path: string;
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Database, path: string) {
    this.#database = database;
    this.#path = path;
    this.#statements = prepare(database);
  }

  put(row: FeedbackRow): void {
    this.#write(() => this.#statements.put.run(itemToColumns(row)));
  }

  item(id: string): FeedbackRow | null {
    const columns = this.#statements.item.get(id);
    return columns ? itemFromColumns(columns) : null;
  }

  /** Newest first, without the deleted ones. */
  items(limit: number): FeedbackRow[] {
    return this.#statements.items.all(limit).map(itemFromColumns);
  }

  /** Oldest first, without the deleted ones. */
  inState(state: FeedbackRow['state']): FeedbackRow[] {
    return this.#statements.inState.all(state).map(itemFromColumns);
  }

  /** Ids of what was deleted before that time. */
  deletedBefore(at: string): string[] {
    return this.#statements.deletedBefore.all(at).map(({ id }) => id);
  }

  /** Removes an item for ever, its attachments' rows with it. */
  drop(id: string): void {
    this.#write(() => this.#statements.drop.run(id));
  }

  /** Inserts or replaces; its files must be on the disk before. */
  putAttachment(row: AttachmentRow): void {
    this.#write(() => this.#statements.putAttachment.run(attachmentToColumns(row)));
  }

  attachments(id: string): AttachmentRow[] {
    return this.#statements.attachments.all(id).map(attachmentFromColumns);
  }

  dropAttachment(id: string, kind: string): void {
    this.#write(() => this.#statements.dropAttachment.run(id, kind));
  }

  #write(act: () => void): void {
    try {
      this.#database.transaction(act).immediate();
    } catch (error) {
      const problem = writeProblem(error, this.#path);
      throw problem ? new EeveeError(problem, { cause: error }) : error;
    }
  }
}
