import { z } from 'zod';
import { screenModes } from './words.ts';

/** What happens when a condition is met: the game stands still as it was, or the session ends. */
const stops = { action: z.enum(['pause', 'end']).default('pause') };
const minutes = z
  .number()
  .min(0.05)
  .max(7 * 24 * 60);

/**
 * When a session is to stop. Each is judged by what the session sees and measures, never by the game's memory, and
 * is met at the moment when it becomes true: whoever goes on after a pause is stopped again only when it becomes
 * true again.
 */
export const stopConditionSchema = z.discriminatedUnion('when', [
  /** The goal that is played for is reached. */
  z.strictObject({ when: z.literal('goal-reached'), ...stops }),
  /** An errand of the goal is done. `task`: its name in the game's guide. */
  z.strictObject({ when: z.literal('task-done'), task: z.string().min(1).max(64), ...stops }),
  /** The player gave up: it knows no way on. */
  z.strictObject({ when: z.literal('gave-up'), ...stops }),
  /** That many minutes were played since the condition was set, by the wall clock, pauses left out. */
  z.strictObject({ when: z.literal('minutes'), minutes, ...stops }),
  /** That many frames were played since the condition was set. */
  z.strictObject({ when: z.literal('frames'), frames: z.int().min(1).max(1e9), ...stops }),
  /** That moment has come. */
  z.strictObject({ when: z.literal('clock-time'), at: z.iso.datetime({ offset: true }), ...stops }),
  /** The eyes see a screen of that kind, at two looks in a row. */
  z.strictObject({ when: z.literal('screen-mode'), mode: z.enum(screenModes), ...stops }),
  /** The eyes read these words on the screen, also across lines; case and blanks do not count. */
  z.strictObject({ when: z.literal('text'), words: z.string().trim().min(1).max(64), ...stops }),
  /** More than that share of the frames of the last minute began late. In real time only. */
  z.strictObject({ when: z.literal('late-frames'), percent: z.number().min(0.1).max(100), ...stops }),
  /** For that many minutes of play nothing was seen that was not seen before: no new view, no new text. */
  z.strictObject({ when: z.literal('no-progress'), minutes, ...stops }),
]);
export type StopCondition = z.infer<typeof stopConditionSchema>;

/** More than anybody can keep in mind. */
export const stopConditionsSchema = z.array(stopConditionSchema).max(20);

/** Body of `PUT /v1/sessions/:id/stop-when`. */
export const stopWhenSchema = z.strictObject({ stopWhen: stopConditionsSchema });

/** Why a session stands still although nobody paused it. */
export const stoppedSchema = z.object({
  /** In words: "The screen shows a battle." */
  message: z.string(),
  condition: stopConditionSchema,
  frame: z.int(),
});
export type Stopped = z.infer<typeof stoppedSchema>;
