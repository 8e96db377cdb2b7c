import { z } from 'zod';

const taskBase = { name: z.string(), title: z.string() };

/** One errand of a goal. */
export const guideTaskSchema = z.discriminatedUnion('kind', [
  /** From power-on to the first step. */
  z.object({ kind: z.literal('begin'), ...taskBase }),
  /** Through doors until outdoors. */
  z.object({ kind: z.literal('leave-house'), ...taskBase }),
  /** The nearest sign. */
  z.object({ kind: z.literal('read-sign'), ...taskBase }),
  /** Into a building that was not visited yet, and out again. */
  z.object({ kind: z.literal('visit-house'), ...taskBase }),
  /** On in a direction until a gate is found, and through it. */
  z.object({
    kind: z.literal('find-gate'),
    ...taskBase,
    heading: z.enum(['up', 'down', 'left', 'right']),
  }),
]);
export type GuideTask = z.infer<typeof guideTaskSchema>;

/** Something to play for, as a list of errands in order. */
export const guideGoalSchema = z.object({
  name: z.string(),
  /** In words, for the player to choose from. */
  title: z.string(),
  tasks: z.array(guideTaskSchema).min(1),
});
export type GuideGoal = z.infer<typeof guideGoalSchema>;

/**
 * What a player would know of a game before playing: the manual, not the map. Each game in `games/` brings
 * one as data; the player holds no knowledge of any game beyond it.
 */
export const guideSchema = z.object({
  /** Where in the view, in cells, the player's figure stands. */
  view: z.object({ playerColumn: z.int().nonnegative(), playerRow: z.int().nonnegative() }),
  controls: z.object({
    /** Leaves the title screen. */
    begin: z.enum(['start', 'a']),
    /** Talks to people, reads signs. */
    talk: z.enum(['a', 'b']),
    /** Turns text pages without starting a new talk; leaves menus. */
    dismiss: z.enum(['a', 'b']),
  }),
  goals: z.array(guideGoalSchema).min(1),
});
export type Guide = z.infer<typeof guideSchema>;
