import { EeveeError } from '../../protocol/errors.ts';
import { type SettingName, type Settings, settingList, settingNamed, settingNames } from '../settings.ts';

/** `dataDir` → `data-dir`: the flag of the command line. */
export const flagOf = (name: SettingName): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** `dataDir` → `EEVEE_DATA_DIR`: the environment variable. */
export const variableOf = (name: SettingName): string =>
  `EEVEE_${flagOf(name).replaceAll('-', '_').toUpperCase()}`;

/** Settings that a flag or the environment may give. */
export const launchNames = settingNames.filter((name) => settingNamed(name).given !== 'file');

/** The settings that this launch was given, and by what; the others may come from the settings file. */
export type GivenSettings = {
  [Name in SettingName]?: { value: Settings[Name]; source: 'command line' | 'environment' };
};

/** The `allowed` of a problem, where a setting has a list of options. */
const allowedOf = (name: SettingName): { allowed?: string[] } => {
  const { form } = settingList[name];
  return form.kind === 'choice' ? { allowed: form.options } : {};
};

/**
 * What flags (`given`) and environment say; flags go first.
 * Throws `configuration.invalid` naming the setting.
 */
export const readGiven = (
  given: Partial<Record<SettingName, unknown>> = {},
  environment: NodeJS.ProcessEnv = process.env,
): GivenSettings => {
  const read = (name: SettingName) => {
    const source = given[name] === undefined ? 'environment' : 'command line';
    const value =
      given[name] ?? (settingNamed(name).given === 'file' ? undefined : environment[variableOf(name)]);
    if (value === undefined) return [];
    const parsed = settingList[name].schema.safeParse(value);
    if (parsed.success) return [[name, { value: parsed.data, source }]];
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `The setting --${flagOf(name)} cannot be ${JSON.stringify(value)}: ${parsed.error.issues[0]?.message}.`,
      remedy: `Give --${flagOf(name)} or ${variableOf(name)} a value in ${settingList[name].unit}, or leave it out.`,
      field: name,
      value,
      ...allowedOf(name),
    });
  };
  return Object.fromEntries(settingNames.flatMap(read)) as GivenSettings;
};

/** Every setting: as given, else its default. */
export const withDefaults = (given: GivenSettings): Settings =>
  Object.fromEntries(
    settingNames.map((name) => [name, given[name] ? given[name].value : settingList[name].initial()]),
  ) as Settings;

/**
 * The settings to run with where no settings file counts: what was given, else the environment, else the default.
 * Throws `configuration.invalid` naming the setting.
 */
export const readSettings = (
  given: Partial<Record<SettingName, unknown>> = {},
  environment: NodeJS.ProcessEnv = process.env,
): Settings => withDefaults(readGiven(given, environment));
