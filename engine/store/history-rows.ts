import type { Session } from '../../protocol/sessions.ts';
import type { StageStats } from '../../protocol/stage-stats.ts';
import { Distribution } from '../history/distribution.ts';
import { type KeptSecond, unpackSeconds } from '../history/minute-pack.ts';
import { addPlayed, nothingPlayed, type Played } from '../history/played.ts';
import type { Database } from './open.ts';
import { splitFrames } from './played-rows.ts';
import { readSession } from './session-record.ts';

/** Which sessions are meant: those that began in a range of ISO times, of one game, with one goal and one outcome. */
export interface SessionFilter {
  from: string | null;
  to: string | null;
  game: string | null;
  goal: string | null;
  /** The reason of its end; `running`: it has none. */
  outcome: string | null;
}

/** What was counted over some time. */
export interface Counted {
  played: Played;
  frameTimes: Distribution;
  path: Distribution;
}

/** The same as bytes, for whoever adds up many of them. */
export interface CountedBytes {
  at: number;
  played: Played;
  frameTimes: Uint8Array;
  path: Uint8Array;
}

interface Row {
  at: number;
  played: string;
  frameTimes: Uint8Array;
  path: Uint8Array;
}

const inFilter = `removed_at IS NULL AND (@from IS NULL OR created_at >= @from) AND (@to IS NULL OR created_at < @to)
  AND (@game IS NULL OR record ->> 'game' = @game) AND (@goal IS NULL OR record ->> 'goal' = @goal)
  AND (@outcome IS NULL OR coalesce(record ->> '$.end.reason', 'running') = @outcome)`;
const sums = 'played, frame_times AS frameTimes, path';

const prepare = (database: Database) => ({
  page: database.prepare<SessionFilter & { limit: number; before: string | null }, { record: string }>(
    `SELECT record FROM sessions WHERE ${inFilter} AND (@before IS NULL OR (created_at, rowid) <
       (SELECT created_at, rowid FROM sessions WHERE id = @before))
     ORDER BY created_at DESC, rowid DESC LIMIT @limit`,
  ),
  count: database.prepare<SessionFilter, number>(`SELECT count(*) FROM sessions WHERE ${inFilter}`).pluck(),
  countAll: database.prepare<[], number>('SELECT count(*) FROM sessions WHERE removed_at IS NULL').pluck(),
  oldest: database
    .prepare<[], string>('SELECT min(created_at) FROM sessions WHERE removed_at IS NULL')
    .pluck(),
  session: database.prepare<[id: string], Omit<Row, 'at'> & { stages: string | null }>(
    `SELECT ${sums}, stages FROM session_figures WHERE session_id = ?`,
  ),
  fresh: database.prepare<[id: string, from: number, to: number], Row & { second: number }>(
    `SELECT second, at, ${sums} FROM fresh_seconds
     WHERE session_id = ? AND second >= ? AND second < ? ORDER BY second`,
  ),
  freshFrames: database
    .prepare<[id: string], Buffer>(
      'SELECT every_frame FROM fresh_seconds WHERE session_id = ? AND every_frame IS NOT NULL ORDER BY second',
    )
    .pluck(),
  hasDetails: database
    .prepare<[id: string], number>(
      'SELECT every_frame IS NOT NULL FROM minute_details WHERE session_id = ? LIMIT 1',
    )
    .pluck(),
  hasMinutes: database
    .prepare<[id: string], number>('SELECT 1 FROM minutes WHERE session_id = ? LIMIT 1')
    .pluck(),
  details: database
    .prepare<[id: string, from: number, to: number], Buffer>(
      'SELECT seconds FROM minute_details WHERE session_id = ? AND minute >= ? AND minute < ? ORDER BY minute',
    )
    .pluck(),
  frames: database
    .prepare<[id: string], Buffer>(
      'SELECT every_frame FROM minute_details WHERE session_id = ? AND every_frame IS NOT NULL ORDER BY minute',
    )
    .pluck(),
  minutes: database.prepare<[id: string, from: number, to: number], Row & { minute: number }>(
    `SELECT minute, at, ${sums} FROM minutes WHERE session_id = ? AND minute >= ? AND minute < ? ORDER BY minute`,
  ),
  span: database
    .prepare<[string, string], number>(
      `SELECT max(coalesce((SELECT max(minute) * 60 + 60 FROM minutes WHERE session_id = ?), 0),
         coalesce((SELECT max(second) + 1 FROM fresh_seconds WHERE session_id = ?), 0))`,
    )
    .pluck(),
  minutesBetween: database.prepare<[from: number, to: number], Row>(
    `SELECT at, ${sums} FROM minutes WHERE at >= ? AND at < ? ORDER BY at`,
  ),
  days: database.prepare<
    { from: string | null; to: string | null; game: string | null },
    Omit<Row, 'at'> & { day: string; sessions: number; goals: number }
  >(
    `SELECT day, sessions, goals, ${sums} FROM days WHERE (@from IS NULL OR day >= @from)
       AND (@to IS NULL OR day <= @to) AND (@game IS NULL OR game = @game) ORDER BY day`,
  ),
});

const bytesOf = ({ at, played, frameTimes, path }: Row): CountedBytes => ({
  ...{ at, frameTimes, path },
  played: JSON.parse(played) as Played,
});

/** What the history reads of the database. Every range includes its beginning and not its end. */
export class HistoryRows {
  readonly #statements;

  constructor(database: Database) {
    this.#statements = prepare(database);
  }

  /** Newest first; `before`: a session's id, only those that began before it. */
  sessions(filter: SessionFilter, limit: number, before: string | null): Session[] {
    return this.#statements.page.all({ ...filter, limit, before }).map(({ record }) => readSession(record));
  }

  count(filter: SessionFilter): number {
    return this.#statements.count.get(filter) ?? 0;
  }

  countAll(): number {
    return this.#statements.countAll.get() ?? 0;
  }

  /** When the oldest session began; null: there is none. */
  oldest(): string | null {
    return this.#statements.oldest.get() ?? null;
  }

  /** A whole session, up to the last second that was written. */
  session(id: string): Counted & { stages: StageStats[] } {
    const counted = { played: nothingPlayed(), frameTimes: new Distribution(), path: new Distribution() };
    const packed = this.#statements.session.get(id);
    const rows = [...(packed ? [packed] : []), ...this.#statements.fresh.all(id, 0, Number.MAX_SAFE_INTEGER)];
    for (const { played, frameTimes, path } of rows) {
      addPlayed(counted.played, JSON.parse(played) as Played);
      counted.frameTimes.merge(frameTimes);
      counted.path.merge(path);
    }
    return { ...counted, stages: packed?.stages ? (JSON.parse(packed.stages) as StageStats[]) : [] };
  }

  /** What is still kept of a session beside its summary. */
  kept(id: string): { seconds: boolean; minutes: boolean; everyFrame: boolean } {
    const details = this.#statements.hasDetails.get(id);
    const fresh = this.#statements.fresh.get(id, 0, Number.MAX_SAFE_INTEGER) !== undefined;
    return {
      seconds: fresh || details !== undefined,
      minutes: fresh || this.#statements.hasMinutes.get(id) !== undefined,
      everyFrame: details === 1 || this.#statements.freshFrames.get(id) !== undefined,
    };
  }

  /** Seconds from the session's beginning to its last. */
  span(id: string): number {
    return this.#statements.span.get(id, id) ?? 0;
  }

  seconds(id: string, from: number, to: number): KeptSecond[] {
    const minutes = [Math.floor(from / 60), Math.ceil(Math.min(to, 1e12) / 60)] as const;
    const packed = this.#statements.details.all(id, ...minutes).flatMap(unpackSeconds);
    const fresh = this.#statements.fresh
      .all(id, from, to)
      .map((row) => ({ ...row, played: JSON.parse(row.played) as Played }));
    return [...packed.filter(({ second }) => second >= from && second < to), ...fresh];
  }

  /** Minutes with the place of their beginning in the session, in seconds; the one under way comes from seconds. */
  minutes(id: string, from: number, to: number): (CountedBytes & { second: number })[] {
    const range = [Math.floor(from / 60), Math.ceil(Math.min(to, 1e12) / 60)] as const;
    const whole = this.#statements.minutes
      .all(id, ...range)
      .map((row) => ({ ...bytesOf(row), second: row.minute * 60 }));
    const open = this.#statements.fresh
      .all(id, from, to)
      .map((row) => ({ ...bytesOf(row), second: row.second }));
    return [...whole, ...open];
  }

  /** Minutes of all sessions that began between two times (milliseconds since 1970), oldest first. */
  *minutesBetween(from: number, to: number): Generator<CountedBytes> {
    for (const row of this.#statements.minutesBetween.iterate(from, to)) yield bytesOf(row);
  }

  /** Every frame's time in microseconds, a second of play at a time, as `encodeFrameTimes` wrote them. */
  *everyFrame(id: string): Generator<Uint8Array> {
    // Read at once: whoever takes them takes their time, and an open query would keep everybody from writing.
    const packed = this.#statements.frames.all(id);
    const fresh = this.#statements.freshFrames.all(id);
    for (const joined of packed) yield* splitFrames(joined);
    yield* fresh;
  }

  /** Days in ascending order, one row a game. */
  days(
    from: string | null,
    to: string | null,
    game: string | null,
  ): (Omit<CountedBytes, 'at'> & { day: string; sessions: number; goals: number })[] {
    return this.#statements.days
      .all({ from, to, game })
      .map((row) => ({ ...row, played: JSON.parse(row.played) as Played }));
  }
}
