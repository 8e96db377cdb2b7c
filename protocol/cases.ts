import { z } from 'zod';
import { decisionSchema, observationSchema } from './observation.ts';
import { sessionIdSchema } from './sessions.ts';
import { clocks, ratingReasons, ratingVerdicts } from './words.ts';

/** Body of `PUT /v1/sessions/:id/ratings/:frame`. */
export const rateSchema = z.strictObject({
  verdict: z.enum(ratingVerdicts),
  /** What was wrong; only with `down`. */
  reason: z.enum(ratingReasons).nullable().default(null),
  /** The same in the user's own words. */
  words: z.string().trim().max(500).default(''),
});
export type Rate = z.infer<typeof rateSchema>;

/** What a user thinks of a decision, which is known by its session and its frame. */
export const ratingSchema = rateSchema.extend({
  sessionId: sessionIdSchema,
  frame: z.int().nonnegative(),
  at: z.iso.datetime(),
  decision: decisionSchema,
  /** The case that was made of it; null where the session cannot be replayed (a window). */
  caseId: sessionIdSchema.nullable(),
});
export type Rating = z.infer<typeof ratingSchema>;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** Files of a case have plain names: none leads out of its folder. */
const fileNameSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}\.(jsonl|state)$/);

/**
 * A decision that was rated, with all that is needed to bring the player to the same moment again: `case.json` in the
 * case's folder, which holds the files beside it.
 */
export const caseSchema = z.object({
  format: z.literal('eevee-case-1'),
  id: sessionIdSchema,
  at: z.iso.datetime(),
  /** Of the program that made the case. */
  version: z.string(),
  rating: rateSchema,
  decision: decisionSchema,
  /** What the eyes said of the frame; null where the session's engine had ended, a re-run finds it again. */
  observation: observationSchema.nullable(),
  session: z.object({
    id: sessionIdSchema,
    /** Id in the catalogue; null: a ROM of the player's own. */
    game: z.string().nullable(),
    title: z.string(),
    goal: z.string().nullable(),
    seed: z.int(),
    clock: z.enum(clocks),
  }),
  /** The ROM itself is not part of a case. */
  rom: z.object({ name: z.string(), sha256: sha256Schema }),
  core: z.object({ name: z.string(), version: z.string() }),
  model: z.object({ name: z.string(), sha256: sha256Schema, letters: sha256Schema.nullable() }),
  /** `inputs.jsonl` (`engine/session/replay-file.ts`), cut off at the decision, and the states that it begins from. */
  files: z.array(fileNameSchema),
});
export type Case = z.infer<typeof caseSchema>;

/** A case as one file: what `GET /v1/cases/:id/export` gives and `eevee case FILE` takes. */
export const caseFileSchema = z.object({
  format: z.literal('eevee-case-file-1'),
  case: caseSchema,
  /** Contents by name, base64. */
  files: z.record(fileNameSchema, z.base64()),
});
export type CaseFile = z.infer<typeof caseFileSchema>;

const choiceSchema = decisionSchema.pick({
  task: true,
  skill: true,
  action: true,
  why: true,
  confidence: true,
});

/** What a re-run came to. */
export const caseVerdictSchema = z.object({
  id: sessionIdSchema,
  /** Whether the player of today decides as it did then: the same task, skill and action. */
  same: z.boolean(),
  was: choiceSchema,
  /** Null: it decided nothing at that moment. */
  now: choiceSchema.nullable(),
  /** Why it decided nothing, in words. */
  silence: z.string().nullable(),
  /** The first frame at which its buttons were others than those recorded; null: none up to the case's moment. */
  strayedAt: z.int().nullable(),
  /** Whether the eyes say of the frame what they said then; null where that was not kept. */
  sameSight: z.boolean().nullable(),
  /** Whether the network is the one of then. */
  sameModel: z.boolean(),
  /** Whether the core is the same version of the one of then. */
  sameCore: z.boolean(),
  frames: z.int(),
});
export type CaseVerdict = z.infer<typeof caseVerdictSchema>;
