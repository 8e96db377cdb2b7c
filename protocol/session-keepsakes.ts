import { z } from 'zod';

/** What can happen in a session apart from playing. */
const sessionEventKinds = [
  'started',
  'paused',
  'resumed',
  'turn',
  'speed',
  'goal',
  'saved',
  'went-back',
  'undone',
  'redone',
  'loaded',
  'ended',
] as const;

/** Something that happened: somebody took over, saved or went back; how it ended. */
export const sessionEventSchema = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  kind: z.enum(sessionEventKinds),
  /** Frame of the session; null where it has none. Of a jump the one that was left. */
  frame: z.int().nullable(),
  /** Of a jump: the frame gone to, by its number in the session; null where that is another session's. */
  to: z.int().nullable().optional(),
  /** In words. */
  message: z.string(),
});
export type SessionEvent = z.infer<typeof sessionEventSchema>;

/** Answer of `GET /v1/history/sessions/:id/events`, oldest first. */
export const sessionEventsSchema = z.object({
  events: z.array(sessionEventSchema),
  /** Events beyond the newest ones that are told. */
  left: z.int().nonnegative(),
});
export type SessionEvents = z.infer<typeof sessionEventsSchema>;

/** Answer of `GET /v1/history/sessions/:id/files`. */
export const sessionFilesSchema = z.object({
  /** The session's folder, and bytes of everything in it. */
  folder: z.string(),
  bytes: z.number(),
  /** The recorded inputs, and the command that plays them again; null: none were recorded. */
  replay: z.object({ path: z.string(), bytes: z.number(), command: z.string() }).nullable(),
});
export type SessionFiles = z.infer<typeof sessionFilesSchema>;

/** Answer of `GET /v1/history/choices`: what sessions can be looked for by. */
export const historyChoicesSchema = z.object({
  games: z.array(z.object({ game: z.string(), title: z.string(), sessions: z.int() })),
  goals: z.array(z.object({ goal: z.string(), sessions: z.int() })),
});
export type HistoryChoices = z.infer<typeof historyChoicesSchema>;
