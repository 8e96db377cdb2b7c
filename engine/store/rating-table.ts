import type { Rating } from '../../protocol/cases.ts';
import type { Database } from './open.ts';

const prepare = (database: Database) => ({
  put: database.prepare<[sessionId: string, frame: number, at: string, verdict: string, rating: string]>(
    `INSERT INTO ratings (session_id, frame, at, verdict, rating) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (session_id, frame) DO UPDATE SET at = excluded.at, verdict = excluded.verdict,
       rating = excluded.rating`,
  ),
  one: database.prepare<[sessionId: string, frame: number], { rating: string }>(
    'SELECT rating FROM ratings WHERE session_id = ? AND frame = ?',
  ),
  ofSession: database.prepare<[sessionId: string], { rating: string }>(
    'SELECT rating FROM ratings WHERE session_id = ? ORDER BY frame',
  ),
  drop: database.prepare<[sessionId: string, frame: number]>(
    'DELETE FROM ratings WHERE session_id = ? AND frame = ?',
  ),
});

/** What users think of decisions. Written at once: whoever rates waits for the answer. */
export class RatingTable {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#statements = prepare(database);
  }

  /** Inserts or replaces the rating of a decision. */
  put(rating: Rating): void {
    const { sessionId, frame, at, verdict } = rating;
    this.#statements.put.run(sessionId, frame, at, verdict, JSON.stringify(rating));
  }

  get(sessionId: string, frame: number): Rating | null {
    const row = this.#statements.one.get(sessionId, frame);
    return row ? (JSON.parse(row.rating) as Rating) : null;
  }

  /** The ratings of a session, by frame. */
  ofSession(sessionId: string): Rating[] {
    return this.#statements.ofSession.all(sessionId).map(({ rating }) => JSON.parse(rating) as Rating);
  }

  drop(sessionId: string, frame: number): void {
    this.#statements.drop.run(sessionId, frame);
  }
}
