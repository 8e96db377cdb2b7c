import { z } from 'zod';
import { gateVerdictSchema, runHeaderSchema, summaryRowSchema } from './benchmark-run.ts';
import {
  clocks,
  episodeResults,
  firstJudgingSeed,
  lastDevelopmentSeed,
  scenarioKinds,
  suitePlayers,
} from './words.ts';

export const runIdSchema = z.string().regex(/^[0-9a-z]{12}$/);

/** Seeds of one run; more would not fit into a day. */
const mostSeeds = 1000;
const mostJobs = 64;
export const quickSeeds = { first: 0, last: 1 } as const;
export const usualSeeds = { first: 0, last: 29 } as const;

const seedSchema = z
  .int()
  .nonnegative()
  .max(
    lastDevelopmentSeed,
    `seeds from ${firstJudgingSeed.toLocaleString('en')} on are reserved for judging: whoever develops with them can no longer be judged by them`,
  );

/** Which seeds are played, both ends included. */
export const seedRangeSchema = z
  .strictObject({ first: seedSchema, last: seedSchema })
  .refine(({ first, last }) => first <= last, {
    message: 'the last seed is below the first',
    path: ['last'],
  })
  .refine(({ first, last }) => last - first < mostSeeds, {
    message: `more than ${mostSeeds} seeds in one run`,
    path: ['last'],
  });

/** Body of `POST /v1/benchmarks/runs`. */
export const startBenchmarkSchema = z.strictObject({
  /** Whose scenarios; default: the setting `game`. */
  game: z.string().min(1).max(64).optional(),
  /** Default: all but `whole-story`. With `scenarios`: those of them that are of these kinds. */
  kinds: z.array(z.enum(scenarioKinds)).min(1).max(scenarioKinds.length).optional(),
  /** Types of scenario by name. */
  scenarios: z.array(z.string().min(1).max(64)).min(1).max(1000).optional(),
  /** Default: two seeds, or with `quick: false` thirty. */
  seeds: seedRangeSchema.optional(),
  quick: z.boolean().default(true),
  player: z.enum(suitePlayers).default('ai'),
  clock: z.enum(clocks).default('lockstep'),
  /** Episodes at the same time; default: as many as the computer can take. */
  jobs: z.int().min(1).max(mostJobs).optional(),
});
export type StartBenchmark = z.infer<typeof startBenchmarkSchema>;

/** Body of `POST /v1/benchmarks/import`: the text of a `result.json`, and the file's name for messages. */
export const importBenchmarkSchema = z.strictObject({
  name: z.string().max(255).default('the file'),
  content: z.string(),
});
export type ImportBenchmark = z.input<typeof importBenchmarkSchema>;

/** The largest `result.json` that is taken in, in bytes; one of the whole suite with 30 seeds has 1.1 million. */
export const largestResult = 64 * 1024 * 1024;

const countsShape = {
  all: z.int(),
  done: z.int(),
  successes: z.int(),
  failures: z.int(),
  errors: z.int(),
};

/** How far a run is. */
export const benchmarkProgressSchema = z.object({
  ...countsShape,
  kinds: z.array(z.object({ kind: z.enum(scenarioKinds), ...countsShape })),
  /** Episodes at the same time, now. */
  jobs: z.int(),
  /** Episodes a second since the run began or went on; 0 before the first. */
  perSecond: z.number(),
  /** Milliseconds that the rest will take at this rate; null before it is known, and while nothing is played. */
  leftMs: z.number().nullable(),
});
export type BenchmarkProgress = z.infer<typeof benchmarkProgressSchema>;

/** Figures in all, by kind and by type of scenario. */
export const benchmarkRowsSchema = z.object({
  total: summaryRowSchema,
  kinds: z.array(summaryRowSchema),
  scenarios: z.array(summaryRowSchema),
});
export type BenchmarkRows = z.infer<typeof benchmarkRowsSchema>;

/** What the comparison says of one figure. */
export const comparedFigureSchema = z.object({
  figure: z.string(),
  unit: z.string(),
  better: z.enum(['lower', 'higher']),
  call: z.enum(['worse', 'better', 'small', 'same', 'unclear', 'not-compared']),
  /** Medians. */
  before: z.number(),
  after: z.number(),
  samples: z.object({ before: z.int(), after: z.int() }),
  /** Whether every sample is what it was, seed by seed. */
  identical: z.boolean(),
  /** Relative, 0.07 for 7%; for shares a difference (`scale`). Null: not compared. */
  change: z.number().nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  scale: z.enum(['ratio', 'delta']).nullable(),
  /** −1 to 1: Cliff's delta, or of pairs the rank-biserial correlation. */
  effect: z.number().nullable(),
  /** After Holm's adjustment. */
  p: z.number().nullable(),
  /** In a sentence: what changed, and how certain that is. */
  words: z.string(),
});
export type ComparedFigure = z.infer<typeof comparedFigureSchema>;

/** A run compared with another. */
export const runComparisonSchema = z.object({
  /** All of it in a sentence. */
  headline: z.string(),
  verdict: z.enum(['worse', 'better', 'mixed', 'same', 'unclear']),
  figures: z.array(comparedFigureSchema),
});
export type RunComparison = z.infer<typeof runComparisonSchema>;

export const benchmarkStates = ['running', 'interrupted', 'finished'] as const;

/** A run, as lists show it. */
export const benchmarkRunSchema = z.object({
  id: runIdSchema,
  createdAt: z.iso.datetime(),
  state: z.enum(benchmarkStates),
  game: z.string(),
  player: z.enum(suitePlayers),
  clock: z.enum(clocks),
  kinds: z.array(z.enum(scenarioKinds)),
  /** Types of scenario that it plays. */
  scenarios: z.int(),
  seeds: z.object({ first: z.int(), last: z.int() }),
  /** The same for runs that play the same on any build: what a baseline is looked for by. */
  selection: z.string(),
  progress: benchmarkProgressSchema,
  /** Why it stands still, and what to do; null unless it is interrupted. */
  interruption: z.object({ message: z.string(), remedy: z.string() }).nullable(),
  finishedAt: z.iso.datetime().nullable(),
  /** Why it ended before all its episodes; null where it did not. */
  stopped: z.string().nullable(),
  result: z
    .object({
      completion: z.number().nullable(),
      coherence: z.number().nullable(),
      score: z.number().nullable(),
      /** Median frames of the episodes that reached their goal. */
      frames: z.number().nullable(),
      gate: z.enum(['passed', 'failed', 'not held to it']),
    })
    .nullable(),
  baseline: z.boolean(),
  imported: z.boolean(),
  /** Whether it can be compared: it is finished, and its figures are known. */
  comparable: z.boolean(),
  /** What the engine has to say about how it is played, in sentences. */
  notes: z.array(z.string()),
});
export type BenchmarkRun = z.infer<typeof benchmarkRunSchema>;

/** A run with all its figures. */
export const benchmarkDetailSchema = benchmarkRunSchema.extend({
  rows: benchmarkRowsSchema.nullable(),
  gate: gateVerdictSchema.nullable(),
  identity: runHeaderSchema.shape.identity,
  machine: runHeaderSchema.shape.machine,
  versions: runHeaderSchema.shape.versions,
  /** Wall time of its last part, milliseconds. */
  wallMs: z.number().nullable(),
  /** Where its files are. */
  folder: z.string(),
});
export type BenchmarkDetail = z.infer<typeof benchmarkDetailSchema>;

/** An episode, as the tables and plots show it. */
export const benchmarkEpisodeSchema = z.object({
  scenario: z.string(),
  kind: z.enum(scenarioKinds),
  seed: z.int(),
  result: z.enum(episodeResults),
  reason: z.string(),
  /** Of an error; what the player said when it gave up. */
  words: z.string().nullable(),
  frames: z.int(),
  decisions: z.int(),
  /** Wall time, milliseconds. */
  ms: z.number(),
  /** The recorded inputs; null where nothing was played, or they are on another computer. */
  replay: z.string().nullable(),
  /** What to type to see them again; null where there are none. */
  replayCommand: z.string().nullable(),
});
export type BenchmarkEpisode = z.infer<typeof benchmarkEpisodeSchema>;

/** What can be played: answer of `GET /v1/benchmarks/catalog`. */
export const benchmarkCatalogSchema = z.object({
  game: z.string(),
  title: z.string(),
  kinds: z.array(
    z.object({
      kind: z.enum(scenarioKinds),
      /** Whether it is played when nobody says which kinds. */
      usual: z.boolean(),
      scenarios: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          /** What a player is told. */
          told: z.string(),
          frameLimit: z.int(),
          /** Whether the AI has a goal for it; without one it is not told what to do. */
          goalKnown: z.boolean(),
        }),
      ),
    }),
  ),
  players: z.array(
    z.object({
      player: z.enum(suitePlayers),
      ready: z.boolean(),
      /** Why not; null where it is ready. */
      why: z.string().nullable(),
    }),
  ),
  seeds: z.object({
    first: z.int(),
    last: z.int(),
    most: z.int(),
    quick: z.object({ first: z.int(), last: z.int() }),
    usual: z.object({ first: z.int(), last: z.int() }),
  }),
  jobs: z.object({ usual: z.int(), most: z.int() }),
});
export type BenchmarkCatalog = z.infer<typeof benchmarkCatalogSchema>;

/** Answer of `GET /v1/benchmarks/compare`. */
export const benchmarkComparisonSchema = runComparisonSchema.extend({
  run: runIdSchema,
  baseline: runIdSchema,
});
export type BenchmarkComparison = z.infer<typeof benchmarkComparisonSchema>;

export const benchmarkLimits = { seeds: mostSeeds, jobs: mostJobs } as const;
