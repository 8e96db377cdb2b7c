import { z } from 'zod';
import { problemSchema } from './errors.ts';
import { stageStatsSchema } from './stage-stats.ts';
import { clocks, episodeResults, scenarioKinds, suitePlayers } from './words.ts';

/** Decisions of an episode by what they did to the distance to the goal. */
export const coherenceSchema = z.object({
  nearer: z.int(),
  farther: z.int(),
  /** Took longer than the scenario's patience and changed nothing. */
  wasted: z.int(),
});
export type Coherence = z.infer<typeof coherenceSchema>;

/** What a session process measured of itself; only the AI is played in one. */
const sessionFiguresSchema = z.object({
  /** Frames that it ran, and those that began more than one frame after their deadline (real time only). */
  frames: z.int(),
  lateFrames: z.int(),
  /** Looks, and those whose way from the core to the buttons took longer than the budget. */
  looks: z.int(),
  slowLooks: z.int(),
  stages: z.array(stageStatsSchema),
  /** Resident memory: milliseconds since the session began, bytes. */
  memory: z.array(z.tuple([z.number(), z.number()])),
});
export type SessionFigures = z.infer<typeof sessionFiguresSchema>;

/** One episode: a scenario played with one seed. Also a line of the journal. */
export const episodeSchema = z.object({
  scenario: z.string(),
  kind: z.enum(scenarioKinds),
  seed: z.int().nonnegative(),
  result: z.enum(episodeResults),
  /** `reached`, `failure-condition`, `frame-limit`, `gave-up`, `claimed` (the player thought it was done). */
  reason: z.string(),
  problem: problemSchema.optional(),
  /** What the player said when it gave up. */
  lastWords: z.string().optional(),
  /** Frames from the start until it was decided. */
  frames: z.int(),
  decisions: z.int(),
  /** CRC-32 over the pixels of the deciding frame, and over every 30th until then; hexadecimal. */
  frameHash: z.string(),
  trace: z.string(),
  /** Null where the distance to the goal is not known. */
  coherence: coherenceSchema.nullable(),
  /** Inputs, relative to the run's folder; null where nothing was played. */
  replay: z.string().nullable(),
  /** Wall time: all of it, and the making of the start. */
  ms: z.number(),
  setUpMs: z.number(),
  /** When it was over, in milliseconds since the run began (or went on). */
  at: z.number(),
  /** Resident memory of the worker in bytes, and its process id. */
  residentBytes: z.number(),
  worker: z.int(),
  session: sessionFiguresSchema.optional(),
});
export type Episode = z.infer<typeof episodeSchema>;

/** `run.json`: what a run plays, and on what. A run is resumed only where all of `identity` is the same. */
export const runHeaderSchema = z.object({
  format: z.literal('eevee-bench-1'),
  createdAt: z.iso.datetime(),
  identity: z.object({
    game: z.string(),
    romSha256: z.string(),
    core: z.object({ path: z.string(), name: z.string(), version: z.string() }),
    player: z.enum(suitePlayers),
    clock: z.enum(clocks),
    /** SHA-256 of the network that the eyes see with; null where nobody looks. */
    modelSha256: z.string().nullable(),
    eyes: z.string().nullable(),
    scenarios: z.array(z.object({ name: z.string(), kind: z.enum(scenarioKinds), sha256: z.string() })),
    seeds: z.object({ first: z.int(), last: z.int() }),
  }),
  jobs: z.int(),
  versions: z.object({ eevee: z.string(), commit: z.string().nullable(), node: z.string() }),
  machine: z.object({
    processor: z.string(),
    cores: z.int(),
    memoryBytes: z.number(),
    platform: z.string(),
  }),
});
export type RunHeader = z.infer<typeof runHeaderSchema>;

const proportionSchema = z.object({ share: z.number().nullable(), low: z.number(), high: z.number() });

/** Figures of all episodes of a scenario, of a kind, or of the whole run. */
export const summaryRowSchema = z.object({
  name: z.string(),
  episodes: z.int(),
  successes: z.int(),
  errors: z.int(),
  /** Share of successes with Wilson's 95% interval; errors count as missed. */
  completion: proportionSchema,
  /** Frames of the successes: quartiles. */
  frames: z.object({ p25: z.number(), median: z.number(), p75: z.number() }).nullable(),
  decisions: z.number(),
  coherence: coherenceSchema.nullable(),
  /** 0: as slow as random buttons; 1: as fast as the oracle. Null without both to compare with. */
  score: z.number().nullable(),
  /** Share of looks and frames that kept their time; null where nobody had a deadline. */
  compliance: z.number().nullable().default(null),
  /** The most resident memory that a process had that played these, in bytes; null where nothing was played. */
  residentBytes: z.number().nullable().default(null),
});
export type SummaryRow = z.infer<typeof summaryRowSchema>;

/** One figure that the gate looks at. */
export const gateFigureSchema = z.object({
  name: z.string(),
  verdict: z.enum(['pass', 'fail', 'not measured']),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  threshold: z.string(),
  /** In words: what was measured, and why it passes or not. */
  why: z.string(),
});
export type GateFigure = z.infer<typeof gateFigureSchema>;

/** What the gate says of a run. `judged`: whether this player is held to it at all. */
export const gateVerdictSchema = z.object({
  passed: z.boolean(),
  judged: z.boolean(),
  figures: z.array(gateFigureSchema),
});
export type GateVerdict = z.infer<typeof gateVerdictSchema>;

/** `result.json`: all that is known of a run. */
export const runResultSchema = runHeaderSchema.extend({
  finishedAt: z.iso.datetime(),
  /** Of the last part of the run, where it was interrupted. */
  wallMs: z.number(),
  /** Episodes that earlier parts of the run had finished. */
  earlier: z.int(),
  /** Why the run ended before all its episodes; null where it did not. */
  stopped: z.string().nullable(),
  planned: z.int(),
  total: summaryRowSchema,
  kinds: z.array(summaryRowSchema),
  scenarios: z.array(summaryRowSchema),
  gate: gateVerdictSchema,
  episodes: z.array(episodeSchema),
});
export type RunResult = z.infer<typeof runResultSchema>;
