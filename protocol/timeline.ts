import { z } from 'zod';
import { sessionIdSchema, sessionSchema } from './sessions.ts';

/** What a mark on the timeline stands for. */
export const markKinds = [
  'task-done',
  'goal-reached',
  'take-over',
  'hand-back',
  'went-back',
  'save',
  'autosave',
] as const;
export type MarkKind = (typeof markKinds)[number];

const markSchema = z.object({
  kind: z.enum(markKinds),
  frame: z.int(),
  position: z.int(),
  /** What happened, in words of the game or the user: a task's or a save's title; empty where the kind says all. */
  title: z.string(),
});
export type TimelineMark = z.infer<typeof markSchema>;

/**
 * Answer of `GET /v1/sessions/:id/timeline`. `frame` always is a frame's number in the session, which goes up
 * whatever happens; `position` is its place in the story that led to the present: after going back from position
 * 900 to 300, the frames in between are no part of it any more.
 */
export const timelineSchema = z.object({
  id: sessionIdSchema,
  /** Frames a second of the game. */
  fps: z.number(),
  /** The newest frame and its position: the story ends there. */
  frame: z.int(),
  position: z.int(),
  /** The earliest position that can be gone back to. */
  from: z.int(),
  /** The story in pieces, in order: from `position` on, frames `frame` … `frame + frames − 1`. */
  pieces: z.array(z.object({ position: z.int(), frame: z.int(), frames: z.int() })),
  /** Moments with a thumbnail (`GET …/timeline/:frame.png`), oldest first. */
  keyframes: z.array(z.object({ frame: z.int(), position: z.int(), at: z.iso.datetime() })),
  marks: z.array(markSchema),
  /** The moment that `POST …/rewind/undo` goes back to; null: nothing to take back. */
  undo: z.object({ frame: z.int() }).nullable(),
  redo: z.object({ frame: z.int() }).nullable(),
  /** Memory that all of this takes, and may take. */
  bytes: z.int(),
  limitBytes: z.int(),
});
export type Timeline = z.infer<typeof timelineSchema>;

/** Body of `POST …/rewind`. */
export const rewindSchema = z
  .strictObject({
    /** The frame to go back to, by its number in the session. */
    frame: z
      .int()
      .min(0)
      .max(2 ** 40)
      .optional(),
    /** Or so many seconds of play back; further than there is means: to the earliest frame. */
    seconds: z.number().positive().max(1e7).optional(),
  })
  .refine(({ frame, seconds }) => (frame === undefined) !== (seconds === undefined), {
    message: 'give a frame or a number of seconds, one of them',
  });
export type Rewind = z.infer<typeof rewindSchema>;

/** Answer of the verbs that jump. The session stands still afterwards; whose turn it is stays as it was. */
export const rewoundSchema = z.object({
  session: sessionSchema,
  /** The newest frame before the jump. */
  from: z.int(),
  /** Seconds of play by which the story is shorter now; negative: longer. */
  seconds: z.number(),
  /** The frame of the story that is shown now, under the number that it was first played with. */
  shown: z.int(),
  /** Frames that were run again to get there, and the time from asking to that frame's picture, in milliseconds. */
  replayed: z.int(),
  tookMs: z.number(),
});
export type Rewound = z.infer<typeof rewoundSchema>;
