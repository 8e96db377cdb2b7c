import type { Decision } from '../../protocol/observation.ts';
import type { Second, Session } from '../../protocol/sessions.ts';
import type { Database } from './open.ts';

/** Which sessions are meant: those that began in a range of ISO times, of one game, before another one. */
export interface SessionFilter {
  from: string | null;
  to: string | null;
  game: string | null;
}

const inFilter = `(@from IS NULL OR created_at >= @from) AND (@to IS NULL OR created_at < @to)
  AND (@game IS NULL OR record ->> 'game' = @game)`;

interface SecondSums {
  frames: number;
  playedSeconds: number;
  lateFrames: number;
  pathMax: number | null;
  residentBytes: number | null;
}

/** What the history reads of the database; every statement prepared once. */
export class HistoryRows {
  readonly #page;
  readonly #count;
  readonly #sums;
  readonly #seconds;
  readonly #decisionCount;
  readonly #decisions;

  constructor(database: Database) {
    this.#page = database.prepare<
      SessionFilter & { limit: number; before: string | null },
      { record: string }
    >(
      `SELECT record FROM sessions WHERE ${inFilter} AND (@before IS NULL OR (created_at, rowid) <
         (SELECT created_at, rowid FROM sessions WHERE id = @before))
       ORDER BY created_at DESC, rowid DESC LIMIT @limit`,
    );
    this.#count = database
      .prepare<SessionFilter, number>(`SELECT count(*) FROM sessions WHERE ${inFilter}`)
      .pluck();
    this.#sums = database.prepare<[id: string], SecondSums>(
      `SELECT coalesce(sum(frames), 0) AS frames, total(CASE WHEN fps > 0 THEN frames / fps END) AS playedSeconds,
         coalesce(sum(late_frames), 0) AS lateFrames, max(max) AS pathMax, max(resident_bytes) AS residentBytes
       FROM seconds WHERE session_id = ?`,
    );
    this.#seconds = database.prepare<[id: string, from: number, to: number], Second>(
      `SELECT second, frames, fps, p50, p99, max, late_frames AS lateFrames, resident_bytes AS residentBytes
       FROM seconds WHERE session_id = ? AND second >= ? AND second < ? ORDER BY second`,
    );
    this.#decisionCount = database
      .prepare<[id: string], number>('SELECT count(*) FROM decisions WHERE session_id = ?')
      .pluck();
    this.#decisions = database.prepare<
      [id: string, before: number, limit: number],
      { number: number; decision: string }
    >(
      `SELECT number, decision FROM decisions WHERE session_id = ? AND number < ? ORDER BY number DESC LIMIT ?`,
    );
  }

  /** Newest first; `before`: a session's id, only those that began before it. */
  sessions(filter: SessionFilter, limit: number, before: string | null): Session[] {
    return this.#page.all({ ...filter, limit, before }).map(({ record }) => JSON.parse(record) as Session);
  }

  count(filter: SessionFilter): number {
    return this.#count.get(filter) ?? 0;
  }

  sums(id: string): SecondSums {
    return this.#sums.get(id) as SecondSums;
  }

  seconds(id: string, from: number, to: number): Second[] {
    return this.#seconds.all(id, from, to);
  }

  decisionCount(id: string): number {
    return this.#decisionCount.get(id) ?? 0;
  }

  /** Oldest first, with their numbers. */
  decisions(id: string, before: number, limit: number): { number: number; decision: Decision }[] {
    return this.#decisions
      .all(id, before, limit)
      .reverse()
      .map(({ number, decision }) => ({ number, decision: JSON.parse(decision) as Decision }));
  }
}
