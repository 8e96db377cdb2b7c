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
  `
  -- Seconds of the minute under way, as engine/history/played.ts describes them. A minute that is over is packed
  -- into one row of minutes and one of minute_details, and added to its session and its day.
  CREATE TABLE fresh_seconds (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    second INTEGER NOT NULL,       -- since the session began: never the wall clock, which may be set
    at INTEGER NOT NULL,           -- milliseconds since 1970
    day TEXT NOT NULL,             -- the computer's own date
    played TEXT NOT NULL,          -- JSON
    frame_times BLOB NOT NULL,     -- distribution, engine/history/distribution.ts
    path BLOB NOT NULL,            -- the same, of looks
    every_frame BLOB,              -- engine/history/frame-times.ts
    PRIMARY KEY (session_id, second)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE minutes (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    minute INTEGER NOT NULL,
    at INTEGER NOT NULL,
    day TEXT NOT NULL,
    played TEXT NOT NULL,
    frame_times BLOB NOT NULL,
    path BLOB NOT NULL,
    PRIMARY KEY (session_id, minute)
  ) STRICT;
  CREATE INDEX minutes_by_time ON minutes (at);

  CREATE TABLE minute_details (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    minute INTEGER NOT NULL,
    at INTEGER NOT NULL,
    seconds BLOB NOT NULL,         -- engine/history/minute-pack.ts
    every_frame BLOB,              -- deflated
    PRIMARY KEY (session_id, minute)
  ) STRICT;
  CREATE INDEX minute_details_by_time ON minute_details (at);

  CREATE TABLE session_figures (
    session_id TEXT PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    played TEXT NOT NULL,
    frame_times BLOB NOT NULL,
    path BLOB NOT NULL,
    stages TEXT,                   -- JSON: distribution of each stage over the session so far
    goal_day TEXT                  -- the day on which its goal counts as reached
  ) STRICT;

  CREATE TABLE days (
    day TEXT NOT NULL,
    game TEXT NOT NULL,
    sessions INTEGER NOT NULL,
    goals INTEGER NOT NULL,
    played TEXT NOT NULL,
    frame_times BLOB NOT NULL,
    path BLOB NOT NULL,
    PRIMARY KEY (day, game)
  ) STRICT;

  INSERT INTO fresh_seconds
    SELECT session_id, second,
      CAST(unixepoch(created_at, 'subsec') * 1000 AS INTEGER) + second * 1000,
      date(created_at, '+' || second || ' seconds', 'localtime'),
      json_object('frames', frames, 'elapsedMs', CASE WHEN fps > 0 THEN frames * 1000 / fps ELSE 0.0 END,
        'lateFrames', late_frames, 'decisions', 0, 'decisionsBy', json('{}'), 'residentBytes', resident_bytes),
      x'00', x'00', NULL
    FROM seconds JOIN sessions ON sessions.id = session_id;
  DROP TABLE seconds;

  -- Decisions that are no longer the newest ones, many in one row: deflated JSON, an array from number "first" on.
  CREATE TABLE decision_packs (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    first INTEGER NOT NULL,
    count INTEGER NOT NULL,
    at INTEGER NOT NULL,
    pack BLOB NOT NULL,
    PRIMARY KEY (session_id, first)
  ) STRICT;
  CREATE INDEX decision_packs_by_time ON decision_packs (at);

  -- What the store remembers of itself: when it was last tidied and checked.
  CREATE TABLE housekeeping (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE feedback (
    id TEXT PRIMARY KEY,           -- UUID v7
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    session_id TEXT,               -- no reference: what was said outlives the session
    session TEXT,                  -- JSON: what is told of it, as it stood when the form was opened
    form TEXT NOT NULL,            -- JSON, as it was written
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    done_at TEXT,                  -- acknowledged, or exported
    deleted_at TEXT,               -- can be undone until it is swept
    key TEXT NOT NULL UNIQUE,      -- tells the hub one item from another
    replaces TEXT NOT NULL,        -- JSON: keys of this item that the hub may have seen before it was changed
    payload TEXT,                  -- the item's own file as it was agreed to
    hub TEXT,                      -- where it was agreed to go
    tries INTEGER NOT NULL,
    next_try_at TEXT,
    said TEXT
  ) STRICT;
  CREATE INDEX feedback_by_state ON feedback (state);

  CREATE TABLE feedback_attachments (
    feedback_id TEXT NOT NULL REFERENCES feedback (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    file TEXT NOT NULL,            -- in the item's folder: what would be sent
    source TEXT NOT NULL,          -- the same as it was collected
    pictures TEXT,                 -- of a replay: to be looked at, never sent
    media_type TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    included INTEGER NOT NULL,
    edit TEXT,                     -- JSON
    removed TEXT NOT NULL,         -- JSON
    clip TEXT,                     -- JSON
    PRIMARY KEY (feedback_id, kind)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  CREATE TABLE ratings (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    frame INTEGER NOT NULL,        -- of the decision: no two of a session have the same
    at TEXT NOT NULL,
    verdict TEXT NOT NULL,         -- 'up' or 'down'
    rating TEXT NOT NULL,          -- the whole rating as the API gives it, JSON
    PRIMARY KEY (session_id, frame)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  -- NULL: a session like any other; else when it was deleted, and it can still be brought back.
  ALTER TABLE sessions ADD COLUMN removed_at TEXT;
  CREATE INDEX sessions_removed ON sessions (removed_at) WHERE removed_at IS NOT NULL;
  `,
];

/** The version that this engine reads and writes. */
export const databaseVersion = migrations.length;
