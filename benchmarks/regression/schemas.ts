import { z } from 'zod';

/** Of more, the differences between every two would fill the memory; nobody needs them to see 5%. */
const mostSamples = 4000;

/** One figure of a run, with every sample it was measured by. */
export const figureSchema = z
  .strictObject({
    /** In words, such as "frames to the gate". */
    figure: z.string().min(1).max(200),
    unit: z.string().min(1).max(40),
    better: z.enum(['lower', 'higher']),
    samples: z.array(z.number()).min(1).max(mostSamples),
    /** What each sample was measured on, such as the seed: with the same keys, two runs are compared in pairs. */
    keys: z.array(z.union([z.int(), z.string()])).optional(),
    /** Time of the fixed work of `yardstick.ts` beside each sample, which the sample is divided by. */
    yardstick: z.array(z.number().positive()).optional(),
  })
  .refine(({ samples, keys }) => !keys || keys.length === samples.length, 'one key for each sample is needed')
  .refine(({ keys }) => !keys || new Set(keys).size === keys.length, 'a key occurs twice')
  .refine(
    ({ samples, yardstick }) => !yardstick || yardstick.length === samples.length,
    'one reading of the yardstick for each sample is needed',
  );
export type Figure = z.infer<typeof figureSchema>;

/** What has to be the same for two runs to be comparable. */
export const identityShape = {
  machine: z.strictObject({ processor: z.string(), cores: z.int().positive() }),
  rom: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** Whatever decides what was played: scenarios, seeds, clock, core. */
  settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  players: z.array(z.string()).min(1),
};

/** A run as the check reads it; a baseline is a run that was kept. */
export const runFiguresSchema = z
  .strictObject({
    format: z.literal('eevee-run-figures'),
    version: z.literal(1),
    ...identityShape,
    figures: z.array(figureSchema).min(1),
  })
  .refine(
    ({ figures }) => new Set(figures.map(({ figure }) => figure)).size === figures.length,
    'a figure occurs twice',
  );
export type RunFigures = z.infer<typeof runFiguresSchema>;
