import { z } from 'zod';

/** A write before the first frame that gives the game its seed; `value: "seed"` stands for the seed itself. */
const seedWriteSchema = z.strictObject({
  symbol: z.string(),
  value: z.union([z.literal('seed'), z.int().min(0).max(0xffff)]),
});

/** `game.json` of a game's folder. Paths are relative to it. */
export const gameFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  description: z.string(),
  system: z.enum(['gb', 'gba']),
  rom: z.string(),
  memoryMap: z.string(),
  seed: z.array(seedWriteSchema),
  licence: z.string(),
});
export type GameFile = z.infer<typeof gameFileSchema>;

/** One variable of a game's memory. */
export const variableSchema = z.strictObject({
  name: z.string(),
  /** As the emulated processor sees it. */
  address: z.int().min(0).max(0xffff_ffff),
  type: z.enum(['u8', 'u16le', 'u8[]']),
  /** In bytes. */
  length: z.int().positive(),
  description: z.string(),
});
export type Variable = z.infer<typeof variableSchema>;

/** The memory map that a ROM's build writes. */
export const memoryMapSchema = z.strictObject({
  game: z.string(),
  /** SHA-256 of the ROM that the addresses belong to. */
  rom: z.string(),
  symbols: z.array(variableSchema),
});
export type MemoryMap = z.infer<typeof memoryMapSchema>;

/** `scenarios/*.json`: something to be judged on. */
export const scenarioSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** Goal of the guide that the player is given. */
  goal: z.string(),
  start: z.literal('power-on'),
  /** Reached when all these bits of a variable are set. */
  success: z.strictObject({ symbol: z.string(), bitsSet: z.array(z.int().min(0).max(15)).min(1) }),
  frameLimit: z.int().positive(),
});
export type Scenario = z.infer<typeof scenarioSchema>;
