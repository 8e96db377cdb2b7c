import { z } from 'zod';
import { benchmarkRunSchema } from './benchmarks.ts';
import { problemSchema } from './errors.ts';
import { adviceSchema, agreementSchema, decisionSchema, observationSchema } from './observation.ts';
import { stageStatsSchema } from './stage-stats.ts';
import { stopConditionsSchema, stoppedSchema } from './stop.ts';
import { buttons, clocks, endReasons, playerKinds, sessionStates, speeds, turns } from './words.ts';

export const sessionIdSchema = z.string().regex(/^[0-9a-z]{12}$/);
export const stateNameSchema = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_-]{0,62}$/);

/** Name of an X display; a path of a socket at most. */
const displaySchema = z.string().min(1).max(256);

/** A window of another program in which a game runs. */
export const windowChoiceSchema = z
  .strictObject({
    /** Its number, as `GET /v1/windows` lists it. */
    id: z.int().min(1).max(0xffff_ffff).optional(),
    /** Or its title, whole or a part of it; or its number as text, as other programs print it (`0x200006`). */
    name: z.string().min(1).max(512).optional(),
    /** The X display; default: the engine's own. */
    display: displaySchema.optional(),
    /** The key for each button, as X names it (`x`, `Return`); default: those of mGBA. */
    keys: z.partialRecord(z.enum(buttons), z.string().max(64)).optional(),
  })
  .refine(({ id, name }) => (id === undefined) !== (name === undefined), {
    message: 'give the window’s number (id) or its name',
  });
export type WindowChoice = z.infer<typeof windowChoiceSchema>;

/** A window that could be played, as `GET /v1/windows` lists it. */
export const windowSchema = z.object({
  id: z.int(),
  title: z.string(),
  /** The class that its program gives it; empty where it gives none. */
  windowClass: z.string(),
  width: z.int(),
  height: z.int(),
  /** False while it is minimised. */
  shown: z.boolean(),
});
export type GameWindow = z.infer<typeof windowSchema>;

/** Query of `GET /v1/windows`. */
export const windowQuerySchema = z.strictObject({ display: displaySchema.optional() });

/** Body of `POST /v1/sessions`. */
export const createSessionSchema = z.strictObject({
  /** A game of the catalogue; default: the one that ships. */
  game: z.string().max(64).optional(),
  /** A ROM file of the player's own, instead of `game`. */
  rom: z.string().max(4096).optional(),
  /** A game of the library, instead of `game` or `rom`. */
  entry: z.string().max(64).optional(),
  /** A window in which `game` runs already, instead of a core: it is seen there, and played with keys. */
  window: windowChoiceSchema.optional(),
  /** Path of a libretro core; default: the first one found that plays the system. */
  core: z.string().max(4096).optional(),
  seed: z.int().min(0).max(0xffff_ffff).default(0),
  clock: z.enum(clocks).default('real-time'),
  /** A goal of the game's guide; null: play without one. */
  goal: z.string().max(64).nullable().default(null),
  player: z.enum(playerKinds).default('eyes'),
  /** Whose turn it is first; default: the AI's where there is one. */
  turn: z.enum(turns).optional(),
  speed: z.literal(speeds).default(1),
  /** Ends the session after that many frames; null: never. */
  frameLimit: z.int().positive().max(1e9).nullable().default(null),
  /** Ends the session when the goal is reached. */
  endOnGoal: z.boolean().default(false),
  /** Pauses or ends the session when one of these is met. */
  stopWhen: stopConditionsSchema.default([]),
  /** Goes on from the last autosave of an ended session of the same game. */
  resumeFrom: sessionIdSchema.optional(),
  /** Which state of that session it goes on from; default: its last autosave. */
  resumeState: stateNameSchema.optional(),
});
export type CreateSession = z.infer<typeof createSessionSchema>;

export const sessionEndSchema = z.object({
  reason: z.enum(endReasons),
  /** In words. */
  message: z.string(),
  problem: problemSchema.optional(),
});
export type SessionEnd = z.infer<typeof sessionEndSchema>;

/** Answer of `GET /v1/sessions/:id`. */
export const sessionSchema = z.object({
  id: sessionIdSchema,
  game: z.string(),
  title: z.string(),
  /** Empty where the game runs in a window: what its program has loaded cannot be known. */
  rom: z.string(),
  romSha256: z.string(),
  core: z.string(),
  /** The window that it is played in; absent: a core runs it. */
  window: windowChoiceSchema.optional(),
  seed: z.int(),
  clock: z.enum(clocks),
  goal: z.string().nullable(),
  player: z.enum(playerKinds),
  speed: z.number(),
  state: z.enum(sessionStates),
  turn: z.enum(turns),
  /** Since when; null: from the beginning. */
  turnSince: z.iso.datetime().nullable(),
  frame: z.int(),
  goalReached: z.boolean(),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  end: sessionEndSchema.nullable(),
  /** What it stops at; absent in records of older versions. */
  stopWhen: stopConditionsSchema.optional(),
  /** The condition at which it stands still; null once it goes on. */
  stopped: stoppedSchema.nullable().optional(),
  /** The last autosave, from which the session can be resumed. */
  autosave: z.object({ path: z.string(), frame: z.int() }).nullable(),
  decision: decisionSchema.nullable(),
  /** What the player says now, in the advisor's turn. */
  advice: adviceSchema.nullable(),
  agreement: agreementSchema,
});
export type Session = z.infer<typeof sessionSchema>;

/** What one second of play looked like; also the row of the store. */
export const secondSchema = z.object({
  /** Seconds since the session began. */
  second: z.int(),
  frames: z.int(),
  fps: z.number(),
  /** Frame path in microseconds within this second. */
  p50: z.number(),
  p99: z.number(),
  max: z.number(),
  lateFrames: z.int(),
  residentBytes: z.int(),
});
export type Second = z.infer<typeof secondSchema>;

/** Answer of `GET /v1/sessions/:id/metrics`. */
export const metricsSchema = z.object({
  id: sessionIdSchema,
  frames: z.int(),
  elapsedMs: z.number(),
  fps: z.number(),
  /** The core's own rate, frames a second; of a window, how often it is looked at. */
  targetFps: z.number(),
  /** Real time: how many frames the clock is behind (+) or ahead (−) of the wall clock since it last began. */
  driftFrames: z.number(),
  /** Frames that began later than one frame after their deadline. */
  lateFrames: z.int(),
  /**
   * Since the clock last began: frames that a stall took and that the clock gave up; of a window, looks that did
   * not happen in their time, so that what was shown meanwhile was never seen.
   */
  lostFrames: z.int(),
  /** Looks whose way from the core to the buttons took longer than the budget (`frameBudgetUs`). */
  slowLooks: z.int(),
  decisions: z.int(),
  residentBytes: z.int(),
  stages: z.array(stageStatsSchema),
  /** The last minute, oldest first. */
  seconds: z.array(secondSchema),
});
export type Metrics = z.infer<typeof metricsSchema>;

export const stepSchema = z.strictObject({ frames: z.int().min(1).max(3600).default(1) });
export const speedSchema = z.strictObject({ speed: z.literal(speeds) });
export const heldButtonsSchema = z.strictObject({ buttons: z.array(z.enum(buttons)).max(buttons.length) });
/** What people call a saved state. */
const saveTitleSchema = z.string().trim().min(1).max(80);
export const saveStateSchema = z.strictObject({
  name: stateNameSchema.default('manual'),
  /** Default: none; its place and its time say what it is. */
  title: saveTitleSchema.optional(),
  /** Whether it may replace an older one of that name. */
  overwrite: z.boolean().default(true),
});
export type SaveState = z.infer<typeof saveStateSchema>;
export const retitleStateSchema = z.strictObject({ title: saveTitleSchema });
export const savedStateSchema = z.object({
  name: stateNameSchema,
  /** What people call it; empty where nobody gave it a title. */
  title: z.string(),
  path: z.string(),
  frame: z.int(),
  bytes: z.int(),
  createdAt: z.iso.datetime(),
  /** What was being done, in words; empty where nobody knows. */
  place: z.string(),
  /** Frames of the story that led there; null: unknown. */
  position: z.int().nullable(),
  /** The session that saved it: a resumed one has those of the one before too. Null: unknown. */
  session: z.string().nullable(),
  /** Whether it has a picture (`GET …/states/:name/thumbnail.png`). */
  thumbnail: z.boolean(),
});
export type SavedState = z.infer<typeof savedStateSchema>;

/** A game of the catalogue, as `GET /v1/games` lists it. */
export const gameSchema = z.object({
  id: z.string(),
  title: z.string(),
  system: z.string(),
  goals: z.array(z.object({ name: z.string(), title: z.string() })),
  ready: z.boolean(),
});
export type Game = z.infer<typeof gameSchema>;

/** Something the user has to be told that belongs to no request: a database set aside, a full disk. */
export const noticeSchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  level: z.enum(['info', 'warning', 'error']),
  message: z.string(),
  remedy: z.string().optional(),
  /** What it speaks of; whoever has looked at that knows, and the notice can go. */
  about: z.object({ kind: z.enum(['session', 'benchmark']), id: z.string() }).optional(),
});
export type Notice = z.infer<typeof noticeSchema>;

/** Notices that were read. Numbers that are not there (any more) do no harm: another window may have been faster. */
export const dismissNoticesSchema = z.strictObject({ ids: z.array(z.int().positive()).min(1).max(1000) });
export type DismissNotices = z.infer<typeof dismissNoticesSchema>;

export const healthSchema = z.object({
  status: z.enum(['ok', 'degraded']),
  version: z.string(),
  uptimeMs: z.number(),
  sessions: z.int(),
});
export type Health = z.infer<typeof healthSchema>;

/** What the stream sends as text, one JSON object a message. */
export const serverEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session'), session: sessionSchema }),
  z.object({ type: z.literal('observation'), sessionId: sessionIdSchema, observation: observationSchema }),
  z.object({ type: z.literal('decision'), sessionId: sessionIdSchema, decision: decisionSchema }),
  z.object({
    type: z.literal('advice'),
    sessionId: sessionIdSchema,
    advice: adviceSchema.nullable(),
    agreement: agreementSchema,
  }),
  z.object({ type: z.literal('metrics'), metrics: metricsSchema }),
  z.object({ type: z.literal('notice'), notice: noticeSchema }),
  /** Notices that were read, or whose place a later one took. */
  z.object({ type: z.literal('notices-gone'), ids: z.array(z.int()) }),
  /** A benchmark run as it stands; null: it was deleted. */
  z.object({ type: z.literal('benchmark'), id: z.string(), run: benchmarkRunSchema.nullable() }),
  z.object({ type: z.literal('problem'), problem: problemSchema }),
]);
export type ServerEvent = z.infer<typeof serverEventSchema>;

/** What a client may send on the stream. */
export const clientMessageSchema = z.discriminatedUnion('type', [
  /** Events of that session from now on; `frames`: its picture too. One session a connection. */
  z.strictObject({ type: z.literal('subscribe'), sessionId: sessionIdSchema, frames: z.boolean() }),
  z.strictObject({ type: z.literal('unsubscribe') }),
  /** "I have drawn frame message n": lets the engine send the next one (two may be under way). */
  z.strictObject({ type: z.literal('ack'), sequence: z.int().nonnegative() }),
  /** Buttons held by the human; not heard while it is the AI's turn. */
  z.strictObject({ type: z.literal('buttons'), buttons: z.array(z.enum(buttons)).max(buttons.length) }),
]);
export type ClientMessage = z.infer<typeof clientMessageSchema>;
