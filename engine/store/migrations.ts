/**
 * The database's history: migration n takes it from `user_version` n − 1 to n. Only ever appended to; an
 * entry that has been released is never changed.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE sessions (
    id TEXT PRIMARY KEY,
    created_at TEXT NOT NULL,
    state TEXT NOT NULL,
    record TEXT NOT NULL           -- the whole session as the API gives it, JSON
  ) STRICT;
  CREATE INDEX sessions_by_time ON sessions (created_at);

  CREATE TABLE seconds (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    second INTEGER NOT NULL,
    frames INTEGER NOT NULL,
    fps REAL NOT NULL,
    p50 REAL NOT NULL,             -- frame path, microseconds
    p99 REAL NOT NULL,
    max REAL NOT NULL,
    late_frames INTEGER NOT NULL,
    resident_bytes INTEGER NOT NULL,
    PRIMARY KEY (session_id, second)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE decisions (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,       -- from 0 in its session
    frame INTEGER NOT NULL,
    decision TEXT NOT NULL,        -- JSON
    PRIMARY KEY (session_id, number)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE events (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    session_id TEXT REFERENCES sessions (id) ON DELETE CASCADE,
    type TEXT NOT NULL,            -- 'state', 'turn', 'goal', 'autosave', 'end', …
    data TEXT NOT NULL             -- JSON
  ) STRICT;
  CREATE INDEX events_by_session ON events (session_id, id);

  CREATE TABLE notices (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    level TEXT NOT NULL,
    message TEXT NOT NULL,
    remedy TEXT
  ) STRICT;
  `,
  `
  CREATE TABLE hardware (
    fingerprint TEXT PRIMARY KEY,  -- JSON: what makes a computer another one when it changes
    at TEXT NOT NULL,              -- when it was measured
    figures TEXT NOT NULL,         -- JSON: results of the micro-benchmark
    instruction_set TEXT,
    tier TEXT NOT NULL,            -- what follows from them, and why in words
    why TEXT NOT NULL,
    chosen TEXT,                   -- the user's own choice; NULL: none
    seen INTEGER NOT NULL          -- counts up; the largest is the hardware seen last
  ) STRICT;

  CREATE TABLE governor_steps (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    level_from INTEGER NOT NULL,
    level_to INTEGER NOT NULL,
    message TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE library (
    id TEXT PRIMARY KEY,
    game TEXT,                     -- name in the catalogue; NULL: a ROM of the player's own
    title TEXT NOT NULL,
    system TEXT NOT NULL,          -- 'gb', 'gbc', 'gba'
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    path TEXT NOT NULL,
    copied INTEGER NOT NULL,       -- 1: the file is our copy
    modified_ms REAL NOT NULL,     -- of the file when its hash was last taken
    added_at TEXT NOT NULL,
    removed_at TEXT,               -- NULL: in the library; else it can still be brought back
    last_played_at TEXT,
    times_played INTEGER NOT NULL DEFAULT 0,
    seconds_played REAL NOT NULL DEFAULT 0,
    art INTEGER NOT NULL DEFAULT 0,
    art_score REAL NOT NULL DEFAULT 0,
    art_pinned INTEGER NOT NULL DEFAULT 0,
    choice TEXT                    -- how it was played last, JSON
  ) STRICT;
  CREATE UNIQUE INDEX library_own_roms ON library (sha256) WHERE game IS NULL;
  `,
];

/** The version that this engine reads and writes. */
export const databaseVersion = migrations.length;
