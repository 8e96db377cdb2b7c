import { z } from 'zod';
import { runHeaderSchema } from './benchmark-run.ts';
import { benchmarkProgressSchema, benchmarkRowsSchema, runComparisonSchema } from './benchmarks.ts';
import { problemSchema } from './errors.ts';
import { clocks, scenarioKinds, suitePlayers } from './words.ts';

/** What the engine asks of the process that plays benchmarks: one request a process, then wishes. */
export const toRunnerSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('play'),
    /** Folder of the run; with `resume` one that an earlier part has begun. */
    folder: z.string(),
    resume: z.boolean(),
    game: z.string().optional(),
    kinds: z.array(z.enum(scenarioKinds)).optional(),
    scenarios: z.array(z.string()).optional(),
    seeds: z.object({ first: z.int(), last: z.int() }).optional(),
    player: z.enum(suitePlayers).optional(),
    clock: z.enum(clocks).optional(),
    jobs: z.int(),
    /** What the process and its children give way with: 0 (not at all) to 19. */
    niceness: z.int().min(0).max(19),
  }),
  /** Episodes at the same time from now on. */
  z.object({ type: z.literal('jobs'), jobs: z.int() }),
  /** Stop; what was finished is kept. */
  z.object({ type: z.literal('cancel') }),
  /** What is known of an interrupted run. */
  z.object({ type: z.literal('describe'), folder: z.string() }),
  /** Make report and figures of a `result.json` that came alone. */
  z.object({ type: z.literal('complete'), folder: z.string() }),
  z.object({ type: z.literal('compare'), baseline: z.string(), run: z.string() }),
]);
export type ToRunner = z.infer<typeof toRunnerSchema>;

/** What that process says. */
export const fromRunnerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begun'), header: runHeaderSchema, progress: benchmarkProgressSchema }),
  z.object({
    type: z.literal('progress'),
    progress: benchmarkProgressSchema,
    rows: benchmarkRowsSchema.nullable(),
  }),
  /** All was played, or it stopped early; `result.json` says the rest. */
  z.object({ type: z.literal('finished') }),
  /** It was cancelled; what was finished is kept. */
  z.object({ type: z.literal('interrupted') }),
  z.object({
    type: z.literal('described'),
    progress: benchmarkProgressSchema,
    rows: benchmarkRowsSchema,
  }),
  /** `comparable`: whether the scenarios are those of today, so that figures could be made. */
  z.object({ type: z.literal('completed'), comparable: z.boolean() }),
  z.object({ type: z.literal('compared'), comparison: runComparisonSchema }),
  z.object({ type: z.literal('problem'), problem: problemSchema }),
]);
export type FromRunner = z.infer<typeof fromRunnerSchema>;
