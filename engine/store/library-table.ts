import type { Database } from './open.ts';

/** A game of the library as the store keeps it. */
export interface LibraryRow {
  id: string;
  game: string | null;
  title: string;
  /** `gb`, `gbc` or `gba`. */
  system: string;
  bytes: number;
  sha256: string;
  path: string;
  /** 0 or 1, as SQLite has it. */
  copied: number;
  modifiedMs: number;
  addedAt: string;
  removedAt: string | null;
  lastPlayedAt: string | null;
  timesPlayed: number;
  secondsPlayed: number;
  art: number;
  artScore: number;
  artPinned: number;
  /** JSON. */
  choice: string | null;
}

const columns: Record<keyof LibraryRow, string> = {
  id: 'id',
  game: 'game',
  title: 'title',
  system: 'system',
  bytes: 'bytes',
  sha256: 'sha256',
  path: 'path',
  copied: 'copied',
  modifiedMs: 'modified_ms',
  addedAt: 'added_at',
  removedAt: 'removed_at',
  lastPlayedAt: 'last_played_at',
  timesPlayed: 'times_played',
  secondsPlayed: 'seconds_played',
  art: 'art',
  artScore: 'art_score',
  artPinned: 'art_pinned',
  choice: 'choice',
};
const names = Object.entries(columns);
const selected = names.map(([property, column]) => `${column} AS ${property}`).join(', ');
const put = `INSERT OR REPLACE INTO library (${names.map(([, column]) => column).join(', ')})
  VALUES (${names.map(([property]) => `@${property}`).join(', ')})`;

const prepare = (database: Database) => ({
  put: database.prepare<LibraryRow>(put),
  all: database.prepare<[], LibraryRow>(`SELECT ${selected} FROM library`),
  one: database.prepare<[id: string], LibraryRow>(`SELECT ${selected} FROM library WHERE id = ?`),
  ofRom: database.prepare<[sha256: string], LibraryRow>(
    `SELECT ${selected} FROM library WHERE sha256 = ? ORDER BY game IS NULL LIMIT 1`,
  ),
  drop: database.prepare<[id: string]>('DELETE FROM library WHERE id = ?'),
});

/** The table of games. Every method throws SQLite's own errors; nothing is gathered or tried again. */
export class LibraryTable {
  readonly #statements: ReturnType<typeof prepare>;

  constructor(database: Database) {
    this.#statements = prepare(database);
  }

  /** Every game, also those that were removed and can still be brought back. */
  all(): LibraryRow[] {
    return this.#statements.all.all();
  }

  one(id: string): LibraryRow | null {
    return this.#statements.one.get(id) ?? null;
  }

  /** The game with that ROM; one in the box before one of the player's own. */
  ofRom(sha256: string): LibraryRow | null {
    return this.#statements.ofRom.get(sha256) ?? null;
  }

  put(row: LibraryRow): void {
    this.#statements.put.run(row);
  }

  /** Changes some columns of a game; one that is gone meanwhile stays gone. */
  change(id: string, change: Partial<LibraryRow>): void {
    const row = this.one(id);
    if (row) this.put({ ...row, ...change });
  }

  drop(id: string): void {
    this.#statements.drop.run(id);
  }
}
