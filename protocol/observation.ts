import { z } from 'zod';
import { adviceAnswers, buttons, cellClasses, screenModes } from './words.ts';

/** What perception says of one frame: plain data, so that it can be stored, sent and replayed. */
export const observationSchema = z.object({
  /** Number of the frame in the session, from 0. */
  frame: z.int().nonnegative(),
  mode: z.enum(screenModes),
  /** Probability of `mode`, 0–1. */
  modeConfidence: z.number().min(0).max(1),
  /** Cells across and down, in pixels of the game 16 apart. */
  columns: z.int().positive(),
  rows: z.int().positive(),
  /** Class index (`cellClasses`) of each cell, row by row. Meaningful while `aligned`. */
  cells: z.array(
    z
      .int()
      .min(0)
      .max(cellClasses.length - 1),
  ),
  /** Probability of each cell's class, 0–100, same order. */
  cellConfidence: z.array(z.int().min(0).max(100)),
  /** True when the view rests on the 16×16 grid: nothing scrolls. */
  aligned: z.boolean(),
  /** Pixels by which the view's content moved since the last observation: positive dx = the view went right. */
  scroll: z.object({ dx: z.int(), dy: z.int() }),
  /** Lines of text that can be read on screen, from above; absent where these eyes cannot read. */
  text: z.array(z.string()).optional(),
});
export type Observation = z.infer<typeof observationSchema>;

/** One node of the goal stack as shown to the player: goal → task → skill. */
export const goalNodeSchema = z.object({
  name: z.string(),
  /** In words: "Read the town's sign". */
  title: z.string(),
  state: z.enum(['waiting', 'active', 'done', 'failed']),
  /** Frames spent on it so far, by whoever held the buttons; absent in sessions of earlier versions. */
  frames: z.int().nonnegative().optional(),
  /** How often it was begun. */
  tries: z.int().nonnegative().optional(),
  /** How much of it is done, 0–1; absent where that cannot be known. */
  share: z.number().min(0).max(1).optional(),
});
export type GoalNode = z.infer<typeof goalNodeSchema>;

/** One decision of the player: what it chose, why, and how sure it is. */
export const decisionSchema = z.object({
  frame: z.int().nonnegative(),
  goal: z.string(),
  task: z.string(),
  skill: z.string(),
  /** The action in words: "walk up 3 cells". */
  action: z.string(),
  why: z.string(),
  /** 0–1. */
  confidence: z.number().min(0).max(1),
  /** The tasks of the goal with their state, for the goal stack. */
  tasks: z.array(goalNodeSchema),
});
export type Decision = z.infer<typeof decisionSchema>;

/** What the player would press in the human's place. */
export const adviceSchema = decisionSchema.extend({
  /** Counts up in its session, from 0. */
  number: z.int().nonnegative(),
  /** The frame at which it was first said; `frame` is the one that it was last thought through at. */
  since: z.int().nonnegative(),
  buttons: z.array(z.enum(buttons)).min(1),
  answer: z.enum(adviceAnswers),
});
export type Advice = z.infer<typeof adviceSchema>;

/** How often advice was followed, and how often something else was pressed. */
export const agreementSchema = z.object({ followed: z.int(), differed: z.int() });
export type Agreement = z.infer<typeof agreementSchema>;
