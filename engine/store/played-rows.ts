import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Distribution } from '../history/distribution.ts';
import { packSeconds, unpackSeconds } from '../history/minute-pack.ts';
import { addPlayed, nothingPlayed, type Played, type PlayedSecond } from '../history/played.ts';
import { localDay } from './local-day.ts';
import type { Database } from './open.ts';

interface FreshRow {
  second: number;
  at: number;
  day: string;
  played: string;
  frameTimes: Uint8Array;
  path: Uint8Array;
  everyFrame: Uint8Array | null;
}

/** What was counted over some time, as it lies in a table. */
interface SumRow {
  played: string;
  frameTimes: Uint8Array;
  path: Uint8Array;
}

/** Sums that grow: counts and both distributions. */
class Sum {
  readonly #played = nothingPlayed();
  readonly #frameTimes = new Distribution();
  readonly #path = new Distribution();

  add(row: SumRow | undefined): this {
    if (!row) return this;
    addPlayed(this.#played, JSON.parse(row.played) as Played);
    this.#frameTimes.merge(row.frameTimes);
    this.#path.merge(row.path);
    return this;
  }

  get row(): SumRow {
    return {
      played: JSON.stringify(this.#played),
      frameTimes: this.#frameTimes.encode(),
      path: this.#path.encode(),
    };
  }
}

const sums = 'played, frame_times AS frameTimes, path';
const setSums = 'played = excluded.played, frame_times = excluded.frame_times, path = excluded.path';

const prepare = (database: Database) => ({
  addFresh: database.prepare<FreshRow & { id: string }>(
    `INSERT OR REPLACE INTO fresh_seconds
     VALUES (@id, @second, @at, @day, @played, @frameTimes, @path, @everyFrame)`,
  ),
  openMinutes: database
    .prepare<[id: string, before: number], number>(
      'SELECT DISTINCT second / 60 FROM fresh_seconds WHERE session_id = ? AND second < ? ORDER BY 1',
    )
    .pluck(),
  fresh: database.prepare<[id: string, from: number, to: number], FreshRow>(
    `SELECT second, at, day, ${sums}, every_frame AS everyFrame FROM fresh_seconds
     WHERE session_id = ? AND second >= ? AND second < ? ORDER BY second`,
  ),
  leftOver: database.prepare<[], { id: string; minute: number }>(
    `SELECT session_id AS id, second / 60 AS minute FROM fresh_seconds
     JOIN sessions ON sessions.id = session_id WHERE state = 'ended' LIMIT 1`,
  ),
  dropFresh: database.prepare<[id: string, from: number, to: number]>(
    'DELETE FROM fresh_seconds WHERE session_id = ? AND second >= ? AND second < ?',
  ),
  minute: database.prepare<[id: string, minute: number], SumRow>(
    `SELECT ${sums} FROM minutes WHERE session_id = ? AND minute = ?`,
  ),
  putMinute: database.prepare<SumRow & { id: string; minute: number; at: number; day: string }>(
    `INSERT INTO minutes VALUES (@id, @minute, @at, @day, @played, @frameTimes, @path)
     ON CONFLICT DO UPDATE SET ${setSums}`,
  ),
  playedOnDay: database
    .prepare<[id: string, day: string], number>(
      'SELECT 1 FROM minutes WHERE session_id = ? AND day = ? LIMIT 1',
    )
    .pluck(),
  details: database.prepare<[id: string, minute: number], { seconds: Buffer; everyFrame: Buffer | null }>(
    'SELECT seconds, every_frame AS everyFrame FROM minute_details WHERE session_id = ? AND minute = ?',
  ),
  putDetails: database.prepare<[string, number, number, Uint8Array, Uint8Array | null]>(
    'INSERT OR REPLACE INTO minute_details VALUES (?, ?, ?, ?, ?)',
  ),
  session: database.prepare<[id: string], SumRow>(`SELECT ${sums} FROM session_figures WHERE session_id = ?`),
  putSession: database.prepare<SumRow & { id: string }>(
    `INSERT INTO session_figures (session_id, played, frame_times, path)
     VALUES (@id, @played, @frameTimes, @path) ON CONFLICT DO UPDATE SET ${setSums}`,
  ),
  putStages: database.prepare<[id: string, stages: string]>(
    `INSERT INTO session_figures (session_id, played, frame_times, path, stages)
     VALUES (?, '{"frames":0,"elapsedMs":0,"lateFrames":0,"decisions":0,"decisionsBy":{}}', x'00', x'00', ?)
     ON CONFLICT DO UPDATE SET stages = excluded.stages`,
  ),
  game: database.prepare<[id: string], string>(`SELECT record ->> 'game' FROM sessions WHERE id = ?`).pluck(),
  day: database.prepare<[day: string, game: string], SumRow>(
    `SELECT ${sums} FROM days WHERE day = ? AND game = ?`,
  ),
  putDay: database.prepare<SumRow & { day: string; game: string; sessions: number }>(
    `INSERT INTO days VALUES (@day, @game, @sessions, 0, @played, @frameTimes, @path)
     ON CONFLICT DO UPDATE SET sessions = sessions + excluded.sessions, ${setSums}`,
  ),
  claimGoal: database.prepare<[day: string, id: string]>(
    'UPDATE session_figures SET goal_day = ? WHERE session_id = ? AND goal_day IS NULL',
  ),
  addGoal: database.prepare<[day: string, game: string]>(
    'UPDATE days SET goals = goals + 1 WHERE day = ? AND game = ?',
  ),
});

/**
 * Writes what was played: seconds as they come; and each minute that is over, packed into one row for plots and
 * one with its details, and added to its session and its day. All of it happens in the caller's transaction, so
 * that a second is counted once, whatever happens.
 */
export class PlayedRows {
  readonly #statements;

  constructor(database: Database) {
    this.#statements = prepare(database);
  }

  /** One second of a session; `at`: now. Minutes that it leaves behind are packed. */
  add(id: string, { second, played, frameTimes, path, everyFrame }: PlayedSecond, at: Date): void {
    this.#statements.addFresh.run({
      ...{ id, second, frameTimes, path, everyFrame },
      at: at.getTime(),
      day: localDay(at),
      played: JSON.stringify(played),
    });
    this.packUpTo(id, Math.floor(second / 60) * 60);
  }

  /** Packs every minute of a session whose seconds all lie before `second`. */
  packUpTo(id: string, second: number): void {
    for (const minute of this.#statements.openMinutes.all(id, second)) this.#pack(id, minute);
  }

  /** Packs a minute that a session which is over has left lying (of an older layout). False: there is none. */
  packLeftOver(): boolean {
    const found = this.#statements.leftOver.get();
    if (found) this.#pack(found.id, found.minute);
    return found !== undefined;
  }

  putStages(id: string, stages: unknown): void {
    this.#statements.putStages.run(id, JSON.stringify(stages));
  }

  /** Counts a session's goal as reached, on the day given and once; not where nothing was played of it. */
  reached(id: string, at: Date): void {
    const { claimGoal, addGoal } = this.#statements;
    const day = localDay(at);
    if (claimGoal.run(day, id).changes > 0) addGoal.run(day, this.#gameOf(id));
  }

  #pack(id: string, minute: number): void {
    const to = this.#statements;
    const range = [id, minute * 60, (minute + 1) * 60] as const;
    const rows = to.fresh.all(...range);
    const first = rows[0];
    if (!first) return;
    const { day, at } = first;
    const isNewDay = to.playedOnDay.get(id, day) === undefined;
    const gained = rows.reduce((sum, row) => sum.add(row), new Sum());
    to.putMinute.run({
      id,
      minute,
      at,
      day,
      ...new Sum().add(to.minute.get(id, minute)).add(gained.row).row,
    });
    this.#putDetails(id, minute, at, rows);
    to.putSession.run({ id, ...new Sum().add(to.session.get(id)).add(gained.row).row });
    const game = this.#gameOf(id);
    const sessions = isNewDay ? 1 : 0;
    to.putDay.run({ day, game, sessions, ...new Sum().add(to.day.get(day, game)).add(gained.row).row });
    to.dropFresh.run(...range);
  }

  #putDetails(id: string, minute: number, at: number, rows: FreshRow[]): void {
    // A minute that was packed already (its session was thought to be over) keeps what it had.
    const had = this.#statements.details.get(id, minute);
    const seconds = rows.map((row) => ({ ...row, played: JSON.parse(row.played) as Played }));
    const frames = rows.flatMap(({ everyFrame }) => (everyFrame ? [everyFrame] : []));
    const all = had ? [...unpackSeconds(had.seconds), ...seconds] : seconds;
    const before = had?.everyFrame ? [inflateRawSync(had.everyFrame)] : [];
    const everyFrame = frames.length + before.length > 0 ? joinFrames(before, frames) : null;
    this.#statements.putDetails.run(id, minute, at, packSeconds(all), everyFrame);
  }

  #gameOf(id: string): string {
    return this.#statements.game.get(id) ?? '';
  }
}

/** Every second's frame times, each with its length before it (4 bytes, little endian), deflated together. */
const joinFrames = (before: Uint8Array[], seconds: Uint8Array[]): Uint8Array =>
  deflateRawSync(
    Buffer.concat([
      ...before,
      ...seconds.flatMap((bytes) => {
        const length = Buffer.alloc(4);
        length.writeUInt32LE(bytes.length);
        return [length, bytes];
      }),
    ]),
  );

/** The frame times of each second, as `encodeFrameTimes` wrote them. */
export const splitFrames = (joined: Uint8Array): Uint8Array[] => {
  const bytes = inflateRawSync(joined);
  const seconds: Uint8Array[] = [];
  for (let at = 0; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at);
    seconds.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return seconds;
};
