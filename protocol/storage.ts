import { z } from 'zod';

/** What the data folder is made of. */
export const storageParts = ['database', 'sessions', 'logs', 'other'] as const;

/** Answer of `GET /v1/storage`. */
export const storageSchema = z.object({
  /** The data folder, and the folder of its logs. */
  folder: z.string(),
  logs: z.string(),
  /** Bytes of each part. */
  bytes: z.record(z.enum(storageParts), z.number()),
  /** Bytes that are free on its disk. */
  freeBytes: z.number(),
});
export type Storage = z.infer<typeof storageSchema>;
