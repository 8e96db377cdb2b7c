import { z } from 'zod';
import { setupStepSchema } from './scenario/schema.ts';

/** A write before the first frame that gives the game its seed; `value: "seed"` stands for the seed itself. */
const seedWriteSchema = z.strictObject({
  symbol: z.string(),
  value: z.union([z.literal('seed'), z.int().min(0).max(0xffff)]),
});

/** A door for hosts in the game's memory: arguments, then the number of a request; the game clears it when done. */
const hostDoorSchema = z.strictObject({
  /** Variable that takes the number of a request; 0: none is waiting. */
  request: z.string(),
  /** Variable that takes the arguments, one byte each from its first byte on. */
  arguments: z.string(),
  /** Numbers of the requests by name. */
  requests: z.record(z.string(), z.int().min(1).max(0xff)),
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
  /** From power-on to where the game can be played: what every set-up that begins a new game does first. */
  newGame: z.array(setupStepSchema).optional(),
  /** How the game is asked for a warp, a battle, a shop: set-ups only. */
  hostDoor: hostDoorSchema.optional(),
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
  /** Which of the game's looks the ROM has, where there are several: same rules and addresses, other pictures. */
  look: z.int().min(1).optional(),
  game: z.string(),
  /** SHA-256 of the ROM that the addresses belong to. */
  rom: z.string(),
  symbols: z.array(variableSchema),
});
export type MemoryMap = z.infer<typeof memoryMapSchema>;
