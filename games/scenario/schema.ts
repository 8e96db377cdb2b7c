import { z } from 'zod';
import { buttons, scenarioKinds } from '../../protocol/words.ts';

/** Comparisons, named as stable-retro's `scenario.json` names them. */
export const comparisons = [
  'equal',
  'not-equal',
  'less-than',
  'greater-than',
  'less-or-equal',
  'greater-or-equal',
] as const;
export type Comparison = (typeof comparisons)[number];

const most = 0xffff_ffff;
const whole = z.int().min(0).max(most);

/** A number that may differ from seed to seed. What is written in two places is drawn twice. */
const valueSchema = z.union([
  whole,
  /** One of these. */
  z.strictObject({ seeded: z.array(whole).min(1) }),
  /** Anything from the first to the last, both included. */
  z.strictObject({ range: z.tuple([whole, whole]) }),
  /** What was drawn for a parameter of the scenario; `index` picks one number of a drawn list. */
  z.strictObject({ parameter: z.string(), index: z.int().nonnegative().optional() }),
]);
export type Value = z.infer<typeof valueSchema>;

/** Drawn once a seed, for use in several places: a number, or a list of numbers that belong together. */
const parameterSchema = z.union([
  z.strictObject({ seeded: z.array(z.union([whole, z.array(whole).min(1)])).min(1) }),
  z.strictObject({ range: z.tuple([whole, whole]) }),
]);
export type Parameter = z.infer<typeof parameterSchema>;

/** Where in memory a number lies. Without more: the whole variable, low byte first. */
const amountShape = {
  variable: z.string(),
  /** First byte within the variable. */
  offset: valueSchema.optional(),
  /** Bytes of the number, low byte first; with `offset` or `entry` one unless told. */
  bytes: z.int().min(1).max(4).optional(),
  /**
   * The variable is a table of entries of `stride` bytes: the number `at` bytes into the first entry that
   * begins with `key`; 0 where there is none.
   */
  entry: z
    .strictObject({
      key: valueSchema,
      stride: z.int().positive(),
      at: z.int().nonnegative(),
      /** Variable that says how many entries there are; what lies behind them is old. */
      countIn: z.string().optional(),
    })
    .optional(),
};
export const amountSchema = z.strictObject(amountShape);
export type Amount = z.infer<typeof amountSchema>;

const compareSchema = z.strictObject({
  ...amountShape,
  op: z.enum(comparisons),
  reference: z.union([valueSchema, amountSchema]),
  /** `delta`: what the number grew by since the episode began. */
  measurement: z.enum(['absolute', 'delta']).optional(),
});
/** Bits of a variable that must be 1, and that must be 0; bit 8 is the lowest of the second byte. */
const bitList = z.array(valueSchema).min(1);
const bitsSchema = z.union([
  z.strictObject({ variable: z.string(), bitsSet: bitList, bitsClear: bitList.optional() }),
  z.strictObject({ variable: z.string(), bitsClear: bitList }),
]);
const countSchema = z.strictObject({
  /** Entries of a table that satisfy a comparison are counted. */
  count: z.strictObject({
    variable: z.string(),
    stride: z.int().positive().default(1),
    /** Byte of an entry that is compared, and how many bytes it has. */
    at: z.int().nonnegative().default(0),
    bytes: z.int().min(1).max(4).default(1),
    /** Entries of the table; default: as many as fit into the variable. */
    entries: z.int().positive().optional(),
    /** Variable that says how many entries there are just now. */
    countIn: z.string().optional(),
    op: z.enum(comparisons),
    reference: valueSchema,
  }),
  op: z.enum(comparisons),
  reference: valueSchema,
  measurement: z.enum(['absolute', 'delta']).optional(),
});

export type Compare = z.infer<typeof compareSchema>;
export type Bits = z.infer<typeof bitsSchema>;
export type Count = z.infer<typeof countSchema>;
/** A condition on the game's memory. */
export type Condition =
  | Compare
  | Bits
  | Count
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    compareSchema,
    bitsSchema,
    countSchema,
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** Frames after which a step that waits gives up, unless it says otherwise. */
const usualPatience = 1200;

/** One step of a set-up. */
export const setupStepSchema = z.union([
  /** Writes a number into a variable, low byte first, over as many bytes as told (default: all of it). */
  z.strictObject({
    write: z.string(),
    value: valueSchema,
    offset: valueSchema.optional(),
    bytes: z.int().min(1).max(4).optional(),
  }),
  /** Writes a list of bytes into a variable. */
  z.strictObject({ write: z.string(), values: z.array(valueSchema).min(1), offset: valueSchema.optional() }),
  /** Asks the game's door for hosts, and waits until the request was taken. */
  z.strictObject({
    request: z.string(),
    arguments: z.array(valueSchema).default([]),
    limit: z.int().positive().default(usualPatience),
  }),
  /** Lets frames pass. */
  z.strictObject({ wait: valueSchema }),
  /** Presses buttons: held for `hold` frames, then released for `release`; again and again with `until`. */
  z.strictObject({
    press: z.array(z.enum(buttons)).min(1),
    hold: z.int().positive().default(2),
    release: z.int().positive().default(6),
    until: conditionSchema.optional(),
    limit: z.int().positive().default(usualPatience),
  }),
  /** Lets frames pass until a condition holds. */
  z.strictObject({ until: conditionSchema, limit: z.int().positive().default(usualPatience) }),
]);
export type SetupStep = z.infer<typeof setupStepSchema>;

/** How far the goal is, for strategic coherence: a weighted sum of numbers in memory, smaller is nearer. */
const progressSchema = z.strictObject({
  terms: z
    .array(
      z.union([
        z.strictObject({
          ...amountShape,
          /** With a target the term is the distance to it. */
          target: valueSchema.optional(),
          weight: z.number().default(1),
          /** The term counts only while this holds. */
          when: conditionSchema.optional(),
        }),
        /** A step on the way: weighs until it holds. */
        z.strictObject({ unless: conditionSchema, weight: z.number().default(1) }),
      ]),
    )
    .min(1),
  /** Frames that a decision may take without bringing anything nearer before it counts as wasted. */
  patience: z.int().positive().default(240),
});
export type Progress = z.infer<typeof progressSchema>;

const startSchema = z.union([
  z.literal('power-on'),
  z.strictObject({
    /** What comes before the steps: the beginning of a new game, or nothing. */
    from: z.enum(['new-game', 'power-on']).default('new-game'),
    steps: z.array(setupStepSchema).default([]),
  }),
]);

/** `scenarios/*.json`: a kind of task with a start, a goal and a limit. docs/scenarios.md explains the fields. */
export const scenarioSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  kind: z.enum(scenarioKinds),
  title: z.string().min(1),
  /** Goal of the guide that the player is given; null while the guide has none for it. */
  goal: z.string().nullable(),
  /** What a player is told, in words; `{name}` stands for a parameter. */
  told: z.string().optional(),
  parameters: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), parameterSchema).default({}),
  start: startSchema,
  success: conditionSchema,
  failure: conditionSchema.optional(),
  progress: progressSchema.optional(),
  /** Frames from the start within which the goal must be reached. */
  frameLimit: z.int().positive().max(10_000_000),
  /** Seeds that make sense; default: all. */
  seeds: z.strictObject({ first: z.int().nonnegative(), last: z.int().nonnegative() }).optional(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
