import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What `record.ts` writes. */
const recordingSchema = z.object({
  processor: z.string(),
  cores: z.int(),
  romSha256: z.string(),
  core: z.string(),
  settings: z.record(z.string(), z.union([z.string(), z.number()])),
  seeds: z.object({ first: z.int(), last: z.int() }),
  samples: z.record(z.string(), z.array(z.number())),
});
export type Recording = z.infer<typeof recordingSchema>;

/** One of the recordings in recordings/, by its name. */
export const loadRecording = (name: string): Recording => {
  const path = join(import.meta.dirname, 'recordings', `${name}.json`);
  return recordingSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
};
