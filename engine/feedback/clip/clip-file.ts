import { z } from 'zod';
import { type ReplayHeader, replayHeaderSchema } from '../../session/replay-file.ts';

/** What of a replay's header goes into a clip: no path, no name of a file. */
const clipHeaderSchema = replayHeaderSchema
  .pick({ game: true, romSha256: true, seed: true, setup: true, player: true, goal: true, clock: true })
  .extend({ core: z.object({ name: z.string(), version: z.string() }) });

/**
 * A piece of a session that can be played again: the state that it begins from and the buttons held from there.
 * Whoever has the same ROM and core gets the same frames.
 */
export const clipFileSchema = z.object({
  format: z.literal('eevee-clip-1'),
  header: clipHeaderSchema,
  /** Number of its first frame in the session. */
  firstFrame: z.int(),
  frames: z.int(),
  /** Frames and the mask of buttons held for them, in order. */
  runs: z.array(z.tuple([z.int().positive(), z.int().nonnegative()])),
  /** CRC-32 over the pixels of the last frame, to see that it was played again rightly. */
  lastFrameHash: z.int(),
  /** The sealed state at its start, base64; null: power-on. It holds the game's memory, saved games included. */
  state: z.base64().nullable(),
});
export type ClipFile = z.infer<typeof clipFileSchema>;

/** The header of a clip from that of its session's replay. */
export const clipHeader = (header: ReplayHeader): ClipFile['header'] => ({
  game: header.game,
  romSha256: header.romSha256,
  seed: header.seed,
  setup: header.setup,
  player: header.player,
  goal: header.goal,
  clock: header.clock,
  core: { name: header.core.name, version: header.core.version },
});
