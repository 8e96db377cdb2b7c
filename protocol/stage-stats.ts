import { z } from 'zod';
import { stages } from './words.ts';

/** One stage's distribution in microseconds. */
export const stageStatsSchema = z.object({
  stage: z.enum(stages),
  count: z.int(),
  p50: z.number(),
  p95: z.number(),
  p99: z.number(),
  p999: z.number(),
  max: z.number(),
});
export type StageStats = z.infer<typeof stageStatsSchema>;
