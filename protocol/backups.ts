import { z } from 'zod';

const count = z.int().nonnegative();

/**
 * Why a backup was made: once a day; because somebody asked; before another one took its place; before a newer
 * Eevee changed the database's layout.
 */
export const backupReasons = ['daily', 'manual', 'before-restore', 'before-upgrade'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** A backup's name is its file's in the data folder's `backups`: `eevee-2026-01-31T12-00-00Z-daily.db`. */
export const backupNameSchema = z
  .string()
  .regex(/^eevee-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ(-\d+)?-(daily|manual|before-restore|before-upgrade)\.db$/);

/** One backup of the database: sessions, figures, decisions, library. States and replays are files of their own. */
export const backupSchema = z.object({
  name: backupNameSchema,
  at: z.iso.datetime(),
  bytes: count,
  reason: z.enum(backupReasons),
});
export type Backup = z.infer<typeof backupSchema>;

/** Answer of `POST /v1/backups/:name/restore`. */
export const restoredSchema = z.object({
  restored: backupSchema,
  /** The database as it was before, as a backup to go back to. */
  before: backupSchema,
  /** Sessions that the history has now. */
  sessions: count,
});
export type Restored = z.infer<typeof restoredSchema>;

/** Answer of `GET /v1/history/storage`: what the history takes, and what happens to it. */
export const historyStorageSchema = z.object({
  /** The database. */
  bytes: count,
  /** Of these, room that the next writes take, or that is given back bit by bit. */
  freeBytes: count,
  /** The most that it may take; when it is reached, the oldest details go first. */
  capBytes: count,
  sessions: count,
  /** When the oldest session began; null: there is none. */
  oldest: z.iso.datetime().nullable(),
  /** Days for which seconds with single frame times are kept, and minutes with decisions. Days are kept for ever. */
  detailDays: count,
  minuteDays: count,
  /** When details that were too old or too many were last looked for; null: not yet. */
  tidiedAt: z.iso.datetime().nullable(),
  /** When the whole database was last checked, and whether it was found sound; null: not yet. */
  checkedAt: z.iso.datetime().nullable(),
  sound: z.boolean().nullable(),
  backups: count,
  backupBytes: count,
  lastBackupAt: z.iso.datetime().nullable(),
});
export type HistoryStorage = z.infer<typeof historyStorageSchema>;
