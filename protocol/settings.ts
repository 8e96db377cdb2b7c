import { z } from 'zod';
import { settingGroups, settingSources, settingTimes } from './settings-words.ts';

/** What a value looks like, so that a page can ask for it. */
export const settingFormSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), least: z.number(), most: z.number(), whole: z.boolean() }),
  z.object({ kind: z.literal('choice'), options: z.array(z.string()) }),
  z.object({ kind: z.literal('text') }),
  /** An http or https address, or nothing. */
  z.object({ kind: z.literal('address') }),
  z.object({ kind: z.literal('folder') }),
  /** A list of files and folders. */
  z.object({ kind: z.literal('paths') }),
  /** `KeyMap` of `controls.ts`. */
  z.object({ kind: z.literal('keys') }),
  /** `PadMap` of `controls.ts`. */
  z.object({ kind: z.literal('pad') }),
]);
export type SettingForm = z.infer<typeof settingFormSchema>;

/** One setting, as `GET /v1/settings` lists it. */
export const settingSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** In a sentence. */
  about: z.string(),
  unit: z.string(),
  group: z.enum(settingGroups),
  form: settingFormSchema,
  applies: z.enum(settingTimes),
  /** What is chosen; `inForce` is what the engine runs with until it starts again. */
  value: z.unknown(),
  inForce: z.unknown(),
  /** The value that it has when nobody chose one. */
  usual: z.unknown(),
  source: z.enum(settingSources),
  /** Why it cannot be changed here, in a sentence; null: it can. */
  locked: z.string().nullable(),
  /** True when `value` waits for the next start. */
  waiting: z.boolean(),
});
export type Setting = z.infer<typeof settingSchema>;

/** Answer of every request on settings: how all of them stand now. */
export const settingsSchema = z.object({
  /** The file that keeps them. */
  file: z.string(),
  settings: z.array(settingSchema),
});
export type SettingsAnswer = z.infer<typeof settingsSchema>;

/** Body of `PUT /v1/settings/:name`. */
export const putSettingSchema = z.strictObject({ value: z.unknown() });
/** Body of `PUT /v1/settings`: some settings by name; all of them are taken, or none. */
export const putSettingsSchema = z.strictObject({
  values: z.record(z.string().max(64), z.unknown()),
});
