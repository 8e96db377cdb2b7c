import { z } from 'zod';
import { sessionIdSchema } from './sessions.ts';
import { playerKinds, speeds } from './words.ts';

/** The catalogue's name for a game in the box, twelve characters for one of the player's own. */
export const libraryIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);

/** A title as the player may give it: one line, and not only blanks. */
const titleSchema = z
  .string()
  .trim()
  .min(1)
  .max(120)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'a title is one line of text');

/** Whether a game's file is still what was added. */
export const fileStates = ['there', 'missing', 'changed'] as const;
export type FileState = (typeof fileStates)[number];

/** How a game was played last, to start it the same way again. */
export const lastChoiceSchema = z.object({
  goal: z.string().nullable(),
  seed: z.int(),
  speed: z.literal(speeds),
  player: z.enum(playerKinds),
});
export type LastChoice = z.infer<typeof lastChoiceSchema>;

/** A game of the library: one that came with Eevee, or a ROM of the player's own. */
export const libraryEntrySchema = z.object({
  id: libraryIdSchema,
  /** Name in the catalogue; null: a ROM of the player's own. */
  game: z.string().nullable(),
  title: z.string(),
  /** In words: "Game Boy Color". */
  system: z.string(),
  bytes: z.int(),
  /** Of the ROM as it was added; empty for a game in the box that is not built yet. */
  sha256: z.string(),
  path: z.string(),
  /** True: the file is a copy in our data folder. False: it is the player's, and never touched. */
  copied: z.boolean(),
  file: z.enum(fileStates),
  addedAt: z.iso.datetime(),
  lastPlayedAt: z.iso.datetime().nullable(),
  timesPlayed: z.int(),
  /** Time during which a session of it ran, pauses left out. */
  secondsPlayed: z.number(),
  /** Number of its picture, which changes when the picture does; 0: there is none yet. */
  art: z.int(),
  /** The player chose the picture; it is not replaced by a better one. */
  artPinned: z.boolean(),
  /** What the AI can play for. Empty: it does not know this game. */
  goals: z.array(z.object({ name: z.string(), title: z.string() })),
  lastChoice: lastChoiceSchema.nullable(),
});
export type LibraryEntry = z.infer<typeof libraryEntrySchema>;

/** Answer to adding a game. */
export const addedSchema = z.object({
  entry: libraryEntrySchema,
  /** What came of it: a new game, one that was there already, or a game whose file was put right. */
  outcome: z.enum(['added', 'known', 'located', 'replaced']),
  /** The same in a sentence. */
  message: z.string(),
});
export type Added = z.infer<typeof addedSchema>;

/** Body of `POST /v1/library`: a ROM that stays where it is. */
export const addRomSchema = z.strictObject({ path: z.string().min(1).max(4096) });

const yes = z.enum(['true', 'false']).transform((text) => text === 'true');

/** Query of `POST /v1/library/upload`, whose body is the file itself. */
export const uploadQuerySchema = z.strictObject({
  /** The file's name: titles come from it, and messages name it. */
  name: z.string().min(1).max(255),
  /** The game whose lost file this is; absent: a game to add. */
  for: libraryIdSchema.optional(),
  /** With `for`: take it although it is another ROM than the game's was. */
  replace: yes.optional(),
});

/** Body of `PATCH /v1/library/:id`. */
export const patchEntrySchema = z
  .strictObject({
    title: titleSchema.optional(),
    /** Where the file is now. */
    path: z.string().min(1).max(4096).optional(),
    /** The file at its path is another one than was added: take it as it is now. */
    acceptChanged: z.literal(true).optional(),
  })
  .refine((body) => Object.keys(body).length > 0, { message: 'give a title, a path or acceptChanged' });
export type PatchEntry = z.infer<typeof patchEntrySchema>;

/** Body of `PUT /v1/library/:id/art`: the newest picture of that session becomes the game's. */
export const pinArtSchema = z.strictObject({ session: sessionIdSchema });
