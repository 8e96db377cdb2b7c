import type { HistoryChoices } from '../../protocol/session-keepsakes.ts';
import type { Database } from './open.ts';

/** An event as it was kept. */
export interface EventRow {
  id: number;
  at: string;
  type: string;
  data: unknown;
}

/** Types of events that are told; the others are too many (autosaves) or told elsewhere (advice). */
const told = `type IN ('created', 'standing', 'state', 'jump', 'load', 'end')`;

/** What is left of a session beside its figures: its events, what it can be found by, and taking it away. */
export class KeepsakeRows {
  readonly #events;
  readonly #count;
  readonly #games;
  readonly #goals;
  readonly #mark;
  readonly #unmark;
  readonly #marked;
  readonly #remove;

  constructor(database: Database) {
    this.#events = database.prepare<[id: string, limit: number], Omit<EventRow, 'data'> & { data: string }>(
      `SELECT id, at, type, data FROM events WHERE session_id = ? AND ${told} ORDER BY id DESC LIMIT ?`,
    );
    this.#count = database
      .prepare<[id: string], number>(`SELECT count(*) FROM events WHERE session_id = ? AND ${told}`)
      .pluck();
    this.#games = database.prepare<[], HistoryChoices['games'][number]>(
      `SELECT record ->> 'game' AS game, record ->> 'title' AS title, count(*) AS sessions
       FROM sessions WHERE removed_at IS NULL GROUP BY 1, 2 ORDER BY sessions DESC, title LIMIT 100`,
    );
    this.#goals = database.prepare<[], HistoryChoices['goals'][number]>(
      `SELECT record ->> 'goal' AS goal, count(*) AS sessions
       FROM sessions WHERE removed_at IS NULL AND record ->> 'goal' IS NOT NULL GROUP BY 1 ORDER BY sessions DESC, goal LIMIT 100`,
    );
    this.#mark = database.prepare<[at: string, id: string]>(
      'UPDATE sessions SET removed_at = ? WHERE id = ? AND removed_at IS NULL',
    );
    this.#unmark = database.prepare<[id: string, since: string]>(
      'UPDATE sessions SET removed_at = NULL WHERE id = ? AND removed_at > ?',
    );
    this.#marked = database
      .prepare<[upTo: string], string>('SELECT id FROM sessions WHERE removed_at <= ?')
      .pluck();
    this.#remove = database.prepare<[id: string]>('DELETE FROM sessions WHERE id = ?');
  }

  /** The newest `limit` events, oldest first. */
  events(id: string, limit: number): EventRow[] {
    return this.#events
      .all(id, limit)
      .reverse()
      .map((row) => ({ ...row, data: JSON.parse(row.data) as unknown }));
  }

  eventCount(id: string): number {
    return this.#count.get(id) ?? 0;
  }

  choices(): HistoryChoices {
    return { games: this.#games.all(), goals: this.#goals.all() };
  }

  /** From now on nothing else here knows the session, until it is unmarked. */
  markRemoved(id: string, at: string): void {
    this.#mark.run(at, id);
  }

  /** Brings a session back that was deleted after `since`. */
  unmarkRemoved(id: string, since: string): void {
    this.#unmark.run(id, since);
  }

  /** Sessions that were deleted up to a time. */
  removedUpTo(at: string): string[] {
    return this.#marked.all(at);
  }

  /** Takes a session away for good, with everything that hangs on it. */
  remove(id: string): void {
    this.#remove.run(id);
  }
}
