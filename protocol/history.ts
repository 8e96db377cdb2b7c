import { z } from 'zod';
import { exportFormats, historyColumnNames, resolutions } from './history-words.ts';
import { decisionSchema } from './observation.ts';
import { sessionIdSchema, sessionSchema } from './sessions.ts';
import { stageStatsSchema } from './stage-stats.ts';
import { endReasons } from './words.ts';

/**
 * The history API: what was played, how well it ran, and what became of it. Figures that were not measured (an
 * older session, a computer that does not tell) are null, never 0. `history-words.ts` says what each quantity
 * is, in which unit, and which definition of "1 % low" we print.
 */

const count = z.int().nonnegative();
const amount = z.number().nullable();

/** Figures over a range of play: a session, a minute, a day. */
export const historyFiguresSchema = z.object({
  frames: count,
  /** Seconds that were played; standing still does not count. */
  playedSeconds: z.number(),
  fps: amount,
  /** Mean frame rate of the slowest 1 % and 0.1 % of frames. */
  low1: amount,
  low01: amount,
  /** Frame times in milliseconds. */
  frameP50: amount,
  frameP99: amount,
  frameMax: amount,
  /** Microseconds from the core to the buttons, of frames that were looked at. */
  pathP50: amount,
  pathP99: amount,
  pathMax: amount,
  lateFrames: count,
  lostFrames: count.nullable(),
  slowLooks: count.nullable(),
  inferences: count.nullable(),
  unchangedFrames: count.nullable(),
  cacheHits: count.nullable(),
  cacheMisses: count.nullable(),
  decisions: count,
  /** How many decisions each skill of the player took, most first. */
  decisionsBy: z.array(z.object({ method: z.string(), count })),
  /** Largest resident memory in bytes. */
  residentBytes: amount,
  engineResidentBytes: amount,
  /** Mean use, in percent of one processor core; of the graphics processor, of the whole. */
  processor: amount,
  engineProcessor: amount,
  graphics: amount,
  /** Mean power. */
  watts: amount,
});
export type HistoryFigures = z.infer<typeof historyFiguresSchema>;

/** A session as the history lists it. */
export const historySessionSchema = z.object({
  session: sessionSchema,
  figures: historyFiguresSchema,
  /** Tasks of the goal that were done, and how many there are; null: it had no goal. */
  tasks: z.object({ done: count, total: count }).nullable(),
  /** Distribution of each stage over the whole session; empty where it was not kept. */
  stages: z.array(stageStatsSchema),
  /** The finest series that is still kept; null: the summary is all. */
  detail: z.enum(resolutions).nullable(),
  /** Whether frame times are kept one by one, as exports for CapFrameX and MangoHud need them. */
  frameTimes: z.boolean(),
});
export type HistorySession = z.infer<typeof historySessionSchema>;

/** A moment: ISO 8601, in UTC or with an offset, or a date alone (its beginning in the engine's time zone). */
const momentSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const pageSize = (initial: number, most: number) => z.coerce.number().int().min(1).max(most).default(initial);

/** Query of `GET /v1/history/sessions`. */
export const historyQuerySchema = z.strictObject({
  /** Sessions that began in this range: `from` included, `to` not. */
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  /** Only of this game, by its id or title as `session.game` has it. */
  game: z.string().max(256).optional(),
  /** Only with this goal, by its name. */
  goal: z.string().max(64).optional(),
  /** Only that ended so, or that have not ended. */
  outcome: z.enum([...endReasons, 'running']).optional(),
  limit: pageSize(50, 200),
  /** `next` of the page before. */
  before: sessionIdSchema.optional(),
});
export type HistoryQuery = z.infer<typeof historyQuerySchema>;

/** Answer of `GET /v1/history/sessions`, newest first. */
export const historyPageSchema = z.object({
  sessions: z.array(historySessionSchema),
  /** Give it as `before` for the next page; null: this is the last. */
  next: sessionIdSchema.nullable(),
  /** Sessions in the whole range. */
  total: count,
});
export type HistoryPage = z.infer<typeof historyPageSchema>;

/**
 * Query of a series. `auto` and `second` tell seconds while they are kept, up to 60 and 90 minutes of play;
 * a longer range is told by the minute.
 */
export const seriesQuerySchema = z.strictObject({
  resolution: z.enum(['auto', ...resolutions]).default('auto'),
  /** At most that many points; neighbours are put together, with percentiles and lows of all their frames. */
  points: z.coerce.number().int().min(2).max(5000).default(600),
  /** Seconds of play since the session began: `from` included, `to` not. */
  from: z.coerce.number().min(0).optional(),
  to: z.coerce.number().min(0).optional(),
});
export type SeriesQuery = z.infer<typeof seriesQuerySchema>;

const column = z.array(z.number().nullable());

/** Columns of equal length, ready for a plot; null: not measured there. A column that has no value is absent. */
export const seriesSchema = z.object({
  resolution: z.enum(resolutions),
  /** Seconds that one point stands for. */
  step: z.number(),
  /** Where each point begins: seconds since the session began, or of a trend since 1970 (UTC). */
  time: z.array(z.number()),
  columns: z.partialRecord(z.enum(historyColumnNames), column),
});
export type Series = z.infer<typeof seriesSchema>;

/** Query of `GET /v1/history/minutes`: at most 7 days, all sessions together. */
export const minutesQuerySchema = z.strictObject({
  from: momentSchema,
  to: momentSchema,
  points: z.coerce.number().int().min(2).max(5000).default(600),
});
export type MinutesQuery = z.infer<typeof minutesQuerySchema>;

/** Query of `GET /v1/history/days`: both days included; default: everything. */
export const daysQuerySchema = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  game: z.string().max(256).optional(),
});
export type DaysQuery = z.infer<typeof daysQuerySchema>;

/** One day of play, kept for ever. */
export const historyDaySchema = z.object({
  /** The computer's own date when it was played. */
  day: z.iso.date(),
  /** Sessions that were played on it, and how many of them reached their goal on it. */
  sessions: count,
  goalsReached: count,
  figures: historyFiguresSchema,
});
export type HistoryDay = z.infer<typeof historyDaySchema>;

/** Answer of `GET /v1/history/days`, oldest first. */
export const historyDaysSchema = z.object({
  days: z.array(historyDaySchema),
  total: historyDaySchema.nullable(),
});
export type HistoryDays = z.infer<typeof historyDaysSchema>;

/** Query of `GET /v1/history/sessions/:id/decisions`. */
export const decisionsQuerySchema = z.strictObject({
  limit: pageSize(100, 500),
  /** Only with a number (`first` and on) below this one. */
  before: z.coerce.number().int().nonnegative().optional(),
});

/** A stretch of a session's decisions, oldest first. */
export const decisionPageSchema = z.object({
  /** Number of the first one here, from 0 in its session; null: there is none. */
  first: count.nullable(),
  total: count,
  decisions: z.array(decisionSchema),
});
export type DecisionPage = z.infer<typeof decisionPageSchema>;

/**
 * Query of `GET /v1/history/sessions/:id/export`. `capframex`: a capture that CapFrameX opens (JSON);
 * `mangohud`: a log as MangoHud writes it (CSV), for mangoplot and flightlessmango.com; both hold every frame.
 * `csv`: the finest series that is kept; `json`: that and the summary.
 */
export const exportQuerySchema = z.strictObject({ format: z.enum(exportFormats) });

/** Query of `GET /v1/history/export`: sessions that began in the range, with their summary figures. */
export const rangeExportQuerySchema = z.strictObject({
  from: momentSchema.optional(),
  to: momentSchema.optional(),
  format: z.enum(['csv', 'json']),
});
