import { delimiter } from 'node:path';
import { z } from 'zod';
import { mostPerButton, padButtons, reservedKeys, sharedControl } from '../../protocol/controls.ts';
import type { SettingForm } from '../../protocol/settings.ts';
import { buttons } from '../../protocol/words.ts';

/** What a setting may be: checked by `schema`, asked for by `form`. */
export interface Kind<Schema extends z.ZodType> {
  schema: Schema;
  form: SettingForm;
}

/** Flags and the environment know text only; anything else than text and numbers is no number. */
const asNumber = (given: unknown): unknown =>
  typeof given === 'string' ? (given.trim() === '' ? Number.NaN : Number(given)) : given;

export const amount = (least: number, most: number): Kind<z.ZodType<number>> => ({
  schema: z.preprocess(asNumber, z.number().min(least).max(most)),
  form: { kind: 'number', least, most, whole: false },
});

export const whole = (least: number, most: number): Kind<z.ZodType<number>> => ({
  schema: z.preprocess(asNumber, z.int().min(least).max(most)),
  form: { kind: 'number', least, most, whole: true },
});

export const choice = <const Option extends string>(options: readonly Option[]): Kind<z.ZodType<Option>> => ({
  schema: z.enum(options) as unknown as z.ZodType<Option>,
  form: { kind: 'choice', options: [...options] },
});

const longestPath = 4096;

export const text = (): Kind<z.ZodType<string>> => ({
  schema: z.string().min(1).max(256),
  form: { kind: 'text' },
});

/** A key for the whole desktop, in Electron's words (`Control+Alt+P`); empty: none. */
export const globalKey = (): Kind<z.ZodType<string>> => ({
  schema: z
    .string()
    .max(64)
    .regex(
      /^(((Control|Ctrl|Alt|Shift|Super|Meta|Command|Cmd|CommandOrControl|Option|AltGr)\+)+([A-Z0-9]|F([1-9]|1\d|2[0-4])|Space|Tab|Insert|Delete|Home|End|PageUp|PageDown|Up|Down|Left|Right))?$/,
      'a key goes with others that are held, such as Control+Alt+P; empty: none',
    ),
  form: { kind: 'text' },
});

export const folder = (): Kind<z.ZodType<string>> => ({
  schema: z.string().min(1).max(longestPath),
  form: { kind: 'folder' },
});

export const paths = (): Kind<z.ZodType<string[]>> => ({
  schema: z.preprocess(
    (given) => (typeof given === 'string' ? given.split(delimiter).filter(Boolean) : given),
    z.array(z.string().min(1).max(longestPath)).max(64),
  ),
  form: { kind: 'paths' },
});

const isAddress = (given: string): boolean => {
  const url = URL.parse(given);
  return url !== null && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password;
};

/** An address without a name and password in it: both would be shown, logged and kept in a readable file. */
export const address = (): Kind<z.ZodType<string>> => ({
  schema: z
    .string()
    .max(2048)
    .refine((given) => given === '' || isAddress(given), {
      message: 'it has to be an address that begins with http:// or https://, without a password, or empty',
    }),
  form: { kind: 'address' },
});

const buttonMap = <Control extends string | number>(control: z.ZodType<Control>) =>
  z.record(z.enum(buttons), z.array(control).max(mostPerButton)).superRefine((map, context) => {
    const shared = sharedControl(map);
    if (!shared) return;
    const message = `${shared.control} is given to two buttons, ${shared.first} and ${shared.second}`;
    context.addIssue({ code: 'custom', message });
  });

export const keys = () => ({
  schema: buttonMap(
    z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/, 'a key goes by its code, such as KeyZ')
      .refine((code) => !reservedKeys.includes(code), 'this key is needed for something else'),
  ),
  form: { kind: 'keys' } as SettingForm,
});

export const pad = () => ({
  schema: buttonMap(
    z
      .int()
      .min(0)
      .max(padButtons - 1),
  ),
  form: { kind: 'pad' } as SettingForm,
});
