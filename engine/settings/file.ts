import { constants, copyFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { settingsFileName } from '../data-folder.ts';
import type { NoticeText } from '../notices.ts';
import { replaceFile } from '../replace-file.ts';
import { type SettingName, type Settings, settingNamed, settingNames } from '../settings.ts';
import { type GivenSettings, withDefaults } from './given.ts';

/** More is no settings file. */
const largestBytes = 1024 * 1024;

/** What a settings file holds. */
export interface FileContent {
  /** Entries that can be used. */
  values: Partial<Settings>;
  /** Entries of another version: not ours to use, and not ours to throw away. */
  foreign: Record<string, unknown>;
}

/** One entry that cannot be used, in words: `autosaveSeconds (Too small: expected number to be >=1)`. */
type Fault = string;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Settings that a file may give: all but those that have to be known before it is found. */
export const isOfFile = (name: string): name is SettingName =>
  (settingNames as string[]).includes(name) && settingNamed(name as SettingName).given !== 'launch';

const sort = (entries: [string, unknown][]): FileContent & { faults: Fault[] } => {
  const values: [string, unknown][] = [];
  const foreign: [string, unknown][] = [];
  const faults: Fault[] = [];
  for (const [name, given] of entries) {
    if (!isOfFile(name)) {
      foreign.push([name, given]);
      continue;
    }
    const parsed = settingNamed(name).schema.safeParse(given);
    if (parsed.success) values.push([name, parsed.data]);
    else faults.push(`${name} (${parsed.error.issues[0]?.message})`);
  }
  return { values: Object.fromEntries(values), foreign: Object.fromEntries(foreign), faults };
};

/** The text of the file; null: there is none. Throws what the file system says. */
const textOf = (path: string): string | null => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return null;
  if (found.size > largestBytes) throw new Error(`it is ${found.size} bytes long`);
  return readFileSync(path, 'utf8');
};

const parse = (text: string): [string, unknown][] => {
  const parsed: unknown = JSON.parse(text);
  if (!isRecord(parsed)) throw new Error('it is no list of names and values');
  return Object.entries(parsed);
};

/** Keeps what is there under another name, before anything is written in its place. */
const setAside = (path: string): string => {
  const aside = `${path}.broken-${new Date().toISOString().replaceAll(':', '-')}`;
  copyFileSync(path, aside, constants.COPYFILE_EXCL);
  return aside;
};

export const writeSettingsFile = (path: string, { values, foreign }: FileContent): void =>
  replaceFile(path, `${JSON.stringify({ ...foreign, ...values }, null, 2)}\n`);

/** What can be used of the file, and in words what cannot; null: nothing is wrong with it. */
const look = (path: string): { content: FileContent; what: string | null } => {
  try {
    const text = textOf(path);
    const { faults, ...content } = sort(text?.trim() ? parse(text) : []);
    const some = faults.length === 1 ? 'A setting' : 'Some settings';
    const what = `${some} in ${path} cannot be used: ${faults.join(', ')}. The others are.`;
    return { content, what: faults.length === 0 ? null : what };
  } catch (error) {
    const what = `The settings in ${path} cannot be read: ${(error as Error).message}.`;
    return { content: { values: {}, foreign: {} }, what };
  }
};

/**
 * The settings that the engine would start with, for whoever only looks: the file is read as far as it can be, and
 * left alone.
 */
export const settingsAtStart = (given: GivenSettings): Settings => {
  const launch = withDefaults(given);
  const { values } = look(join(launch.dataDir, settingsFileName)).content;
  const ofFile = Object.entries(values).filter(([name]) => given[name as SettingName] === undefined);
  return { ...launch, ...Object.fromEntries(ofFile) };
};

/**
 * Reads the settings file. One that cannot be used, or only in part, is set aside as it is
 * (`settings.json.broken-…`), what can be used of it is kept, and the user is told by name what cannot.
 * Never throws: the app has to start whatever somebody wrote into it.
 */
export const readSettingsFile = (path: string, tell: (notice: NoticeText) => void): FileContent => {
  const { what, content } = look(path);
  if (what === null) return content;
  try {
    const aside = setAside(path);
    writeSettingsFile(path, content);
    tell({ level: 'warning', message: what, remedy: `The file as it was is kept as ${aside}.` });
  } catch (error) {
    tell({
      level: 'warning',
      message: what,
      remedy: `Mend the file, or delete it. (${(error as Error).message})`,
    });
  }
  return content;
};
