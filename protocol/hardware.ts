import { z } from 'zod';

/** Which settings a computer gets, from most modest to most generous. */
export const tiers = ['low', 'mid', 'high'] as const;
export type Tier = (typeof tiers)[number];

/** What a survey could not find out is null: "unknown". */
const text = z.string().nullable();
const amount = z.number().nullable();

export const graphicsSchema = z.object({
  name: text,
  vendor: text,
  /** Its own memory; null for one that borrows the computer's, and where what was reported cannot be true. */
  memoryBytes: amount,
  kind: z.enum(['integrated', 'discrete', 'virtual', 'unknown']),
});
export type Graphics = z.infer<typeof graphicsSchema>;

/** What a computer is made of, without names or serial numbers of anything that identifies it. */
export const foundSchema = z.object({
  processor: z.object({
    name: text,
    vendor: text,
    architecture: text,
    cores: amount,
    threads: amount,
    /** Threads that this process may run on (affinity). */
    usableThreads: amount,
    /** The best instruction set that our kernels use here: `avx2`, `neondot`, …; null: it could not be asked. */
    instructionSet: text,
  }),
  memoryBytes: amount,
  graphics: z.array(graphicsSchema),
  displays: z.array(
    z.object({
      /** Pixels. */
      width: amount,
      height: amount,
      /** Hz. */
      refreshRate: amount,
      main: z.boolean(),
    }),
  ),
  power: z.object({
    battery: z.boolean().nullable(),
    /** False: the battery is being used up. */
    mains: z.boolean().nullable(),
    percent: amount,
  }),
  system: z.object({ platform: text, name: text, release: text, virtual: z.boolean().nullable() }),
  /** Limits of a container or control group; null: none. */
  container: z.object({
    version: z.enum(['cgroup v1', 'cgroup v2']).nullable(),
    processors: amount,
    memoryBytes: amount,
  }),
  /** What could not be asked, and why, in words. */
  faults: z.array(z.object({ what: z.string(), why: z.string() })),
});
export type Found = z.infer<typeof foundSchema>;

/** Results of the micro-benchmark; null: that part could not be run. */
export const benchFiguresSchema = z.object({
  /** Integer work on one core: million steps of a sort a second. */
  integer: amount,
  /** Memory bandwidth of one core copying: bytes read and written, GB (10⁹) a second. */
  memory: amount,
  /** One run of the eyes' network, begun 60 times a second: median, microseconds. */
  network: amount,
  /** The same as fast as it goes, microseconds. */
  networkUnpaced: amount,
  /** How long the whole measurement took, milliseconds. */
  tookMs: z.number(),
  faults: z.array(z.object({ what: z.string(), why: z.string() })),
});
export type BenchFigures = z.infer<typeof benchFiguresSchema>;

/** What sessions may spend; how much of it is in force follows from the tier and the governor. */
export const tuningSchema = z.object({
  picturesPerSecond: z.number(),
  overlayPerSecond: z.number(),
  framesBetweenLooks: z.int(),
  fastestSpeed: z.number(),
});
export type Tuning = z.infer<typeof tuningSchema>;
export type TuningName = keyof Tuning;

/** One step of the governor, up or down. */
export const governorStepSchema = z.object({
  at: z.iso.datetime(),
  /** Steps below the tier's own settings, before and after. */
  from: z.int(),
  to: z.int(),
  /** In words: what was done and why. */
  message: z.string(),
});
export type GovernorStep = z.infer<typeof governorStepSchema>;

/** Answer of `GET /v1/hardware`. */
export const hardwareSchema = z.object({
  /** `measuring`: the survey or the micro-benchmark is under way. `unmeasured`: neither was asked for yet. */
  state: z.enum(['unmeasured', 'measuring', 'ready']),
  found: foundSchema.nullable(),
  figures: benchFiguresSchema.nullable(),
  /** When the figures were taken. */
  measuredAt: z.iso.datetime().nullable(),
  tier: z.object({
    /** The one in force. */
    tier: z.enum(tiers),
    /** In a sentence: "mid, because …". */
    why: z.string(),
    /** Whether it was measured, chosen by the user, given by the setting `tier`, or taken until there is a result. */
    from: z.enum(['measured', 'chosen', 'setting', 'assumed']),
    /** What the measurement says, and its own sentence, whatever is in force; null before there is one. */
    measured: z.object({ tier: z.enum(tiers), why: z.string() }).nullable(),
  }),
  settings: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      about: z.string(),
      unit: z.string(),
      tiers: z.record(z.enum(tiers), z.number()),
      /** In force now. */
      value: z.number(),
    }),
  ),
  governor: z.object({
    /** Steps below the tier's own settings; 0: nothing is lowered. */
    level: z.int(),
    lowest: z.int(),
    /** In a sentence. */
    standing: z.string(),
    /** Newest first. */
    log: z.array(governorStepSchema),
  }),
});
export type Hardware = z.infer<typeof hardwareSchema>;

/** Body of `PUT /v1/hardware/tier`. */
export const chooseTierSchema = z.strictObject({ tier: z.enum(tiers) });
