import { type Command, Option } from 'commander';
import { flagOf, type GivenSettings, readGiven, variableOf } from '../settings/given.ts';
import { type SettingName, type Settings, settingList } from '../settings.ts';

/** Adds the engine's settings to a command as options; their help is the list's own text. */
export const addSettingOptions = (command: Command, names: readonly SettingName[]): Command => {
  for (const name of names) {
    const { about, unit, initial } = settingList[name];
    const shown = JSON.stringify(initial());
    const text = `${about} (${variableOf(name)}; default: ${shown})`;
    command.addOption(new Option(`--${flagOf(name)} <${unit.replaceAll(' ', '')}>`, text));
  }
  return command;
};

/**
 * The settings that a command was called with. `usual` goes before the settings file, too: what suits a command
 * that prints on a terminal. Throws `configuration.invalid`.
 */
export const settingsOf = (
  options: Partial<Record<SettingName, unknown>>,
  usual: Partial<Settings> = {},
): GivenSettings => {
  const given = { ...options };
  for (const name of Object.keys(usual) as SettingName[]) {
    if (given[name] === undefined && process.env[variableOf(name)] === undefined) given[name] = usual[name];
  }
  return readGiven(given);
};
