import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { z } from 'zod';
import { EeveeError } from '../protocol/errors.ts';
import { eyesRuntimes } from './perception/sight.ts';
import { tierChoices } from './platform/tier/choices.ts';

/** How much the engine writes to its log, from most to least. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const pathList = z.preprocess(
  (given) => (typeof given === 'string' ? given.split(delimiter).filter(Boolean) : given),
  z.array(z.string()),
);
const number = (least: number, most: number) =>
  z.preprocess((given) => (given === '' ? Number.NaN : Number(given)), z.number().min(least).max(most));
const integer = (least: number, most: number) =>
  z.preprocess((given) => (given === '' ? Number.NaN : Number(given)), z.int().min(least).max(most));

/** `$XDG_DATA_HOME/eevee`, or what the XDG base directory specification says when that is unset. */
const defaultDataDir = (): string => {
  const home = process.env['XDG_DATA_HOME'];
  return join(home?.startsWith('/') ? home : join(homedir(), '.local', 'share'), 'eevee');
};
const fromRoot = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);

interface Setting<Schema extends z.ZodType> {
  schema: Schema;
  /** Default, found when asked: it may depend on the environment. */
  initial: () => z.infer<Schema>;
  unit: string;
  about: string;
}
const setting = <Schema extends z.ZodType>(
  schema: Schema,
  initial: () => z.infer<Schema>,
  unit: string,
  about: string,
): Setting<Schema> => ({ schema, initial, unit, about });

/**
 * Every setting of the engine: its type, default, unit and meaning. The command line's flags
 * (`--data-dir`), the environment (`EEVEE_DATA_DIR`) and the help all come from this list. There is no
 * setting for the address: the engine binds to 127.0.0.1 and nothing else.
 */
export const settingList = {
  port: setting(integer(0, 65_535), () => 0, 'port', 'Port of the API on 127.0.0.1; 0 takes a free one.'),
  dataDir: setting(
    z.string().min(1),
    defaultDataDir,
    'folder',
    'Where sessions, states, logs and the database are kept.',
  ),
  logLevel: setting(
    z.enum(logLevels),
    () => 'info' as const,
    logLevels.join(' | '),
    'How much is written to the log.',
  ),
  corePaths: setting(
    pathList,
    () => [],
    'paths',
    'libretro cores, or folders that hold them, searched before the usual places.',
  ),
  game: setting(z.string().min(1), () => 'thistlevale', 'name', 'Game that is played when none is named.'),
  modelDir: setting(
    z.string().min(1),
    () => fromRoot('models', 'thistlevale-eyes'),
    'folder',
    'The network that the eyes see with.',
  ),
  eyes: setting(
    z.enum(eyesRuntimes),
    () => 'native' as const,
    eyesRuntimes.join(' | '),
    'What runs the eyes: our own engine on the frame thread, or onnxruntime beside it.',
  ),
  tier: setting(
    z.enum(tierChoices),
    () => 'auto' as const,
    tierChoices.join(' | '),
    'The hardware tier whose settings sessions get; auto: measured. A choice made on the page goes before it.',
  ),
  pageDir: setting(z.string(), () => fromRoot('dist', 'renderer'), 'folder', 'The built page, served at /.'),
  autosaveSeconds: setting(number(1, 3600), () => 10, 'seconds', 'Seconds of play between two autosaves.'),
  maxSessions: setting(integer(1, 64), () => 8, 'sessions', 'Sessions that may run at the same time.'),
  heartbeatTimeoutMs: setting(
    integer(500, 60_000),
    () => 1500,
    'milliseconds',
    'Silence of a running session process after which it counts as hung.',
  ),
  startTimeoutMs: setting(
    integer(1000, 120_000),
    () => 15_000,
    'milliseconds',
    'Time that a session process may take to load its core, game and networks.',
  ),
} as const;

export type SettingName = keyof typeof settingList;
export type Settings = { [Name in SettingName]: z.infer<(typeof settingList)[Name]['schema']> };

export const settingNames = Object.keys(settingList) as SettingName[];

/** `dataDir` → `data-dir`: the flag of the command line. */
export const flagOf = (name: SettingName): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** `dataDir` → `EEVEE_DATA_DIR`: the environment variable. */
export const variableOf = (name: SettingName): string =>
  `EEVEE_${flagOf(name).replaceAll('-', '_').toUpperCase()}`;

/**
 * The settings to run with: what was given, else the environment, else the default.
 * Throws `configuration.invalid` naming the setting.
 */
export const readSettings = (
  given: Partial<Record<SettingName, unknown>> = {},
  environment: NodeJS.ProcessEnv = process.env,
): Settings => {
  const read = (name: SettingName): unknown => {
    const { schema, initial, unit } = settingList[name];
    const value = given[name] ?? environment[variableOf(name)];
    if (value === undefined) return initial();
    const parsed = schema.safeParse(value);
    if (parsed.success) return parsed.data;
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `The setting --${flagOf(name)} cannot be ${JSON.stringify(value)}: ${parsed.error.issues[0]?.message}.`,
      remedy: `Give --${flagOf(name)} or ${variableOf(name)} a value in ${unit}, or leave it out.`,
      field: name,
      value,
      ...(name === 'logLevel' ? { allowed: [...logLevels] } : {}),
    });
  };
  return Object.fromEntries(settingNames.map((name) => [name, read(name)])) as Settings;
};
