import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';
import type { z } from 'zod';
import { listGames } from '../games/catalog.ts';
import { usualKeys, usualPad } from '../protocol/controls.ts';
import type { SettingGroup, SettingTime } from '../protocol/settings-words.ts';
import { eyesRuntimes } from './perception/sight.ts';
import { tierChoices } from './platform/tier/choices.ts';
import * as kinds from './settings/kinds.ts';

/** How much the engine writes to its log, from most to least. */
export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** `$XDG_DATA_HOME/eevee`, or what the XDG base directory specification says when that is unset. */
const defaultDataDir = (): string => {
  const home = process.env['XDG_DATA_HOME'];
  return join(home?.startsWith('/') ? home : join(homedir(), '.local', 'share'), 'eevee');
};
const fromRoot = (...parts: string[]): string => join(import.meta.dirname, '..', ...parts);

/** What each setting tells of itself beside its default. */
interface About<Value> {
  title: string;
  unit: string;
  /** In a sentence. */
  about: string;
  group: SettingGroup;
  applies: SettingTime;
  /**
   * Where it may be given. `launch`: by flag and environment only, because it has to be known before the
   * settings file is found or is none of the page's business. `file`: on the page and in the file only.
   */
  given?: 'anywhere' | 'launch' | 'file';
  /** What is wrong with a value of the right type, seen when somebody chooses it; null: nothing. */
  refuse?: (value: Value) => string | null;
}
interface Setting<Schema extends z.ZodType> extends kinds.Kind<Schema>, About<z.infer<Schema>> {
  /** Default, found when asked: it may depend on the environment. */
  initial: () => z.infer<Schema>;
}
const setting = <Schema extends z.ZodType>(
  kind: kinds.Kind<Schema>,
  initial: () => z.infer<Schema>,
  about: About<z.infer<Schema>>,
): Setting<Schema> => ({ ...kind, initial, ...about });

const noFolder = (path: string): string | null =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? null : `there is no folder ${path}`;
const noPath = (paths: string[]): string | null => {
  const missing = paths.find((path) => !existsSync(path));
  return missing === undefined ? null : `there is nothing at ${missing}`;
};
const noGame = (name: string): string | null => {
  const games = listGames().map(({ id }) => id);
  return games.includes(name) ? null : `there is no such game, only ${games.join(', ')}`;
};

/**
 * Every setting of the app: its type, default, unit, meaning and place. The page, `settings.json`, the command
 * line's flags (`--data-dir`), the environment (`EEVEE_DATA_DIR`) and the help all come from this list. There is
 * no setting for the address: the engine binds to 127.0.0.1 and nothing else.
 */
export const settingList = {
  keys: setting(kinds.keys(), () => structuredClone(usualKeys), {
    title: 'Keyboard',
    unit: 'keys',
    about: 'Keys that press the game’s buttons while it is your turn.',
    group: 'play',
    applies: 'now',
    given: 'file',
  }),
  padButtons: setting(kinds.pad(), () => structuredClone(usualPad), {
    title: 'Gamepad',
    unit: 'buttons',
    about: 'Buttons of a gamepad that press the game’s buttons while it is your turn; sticks steer as well.',
    group: 'play',
    applies: 'now',
    given: 'file',
  }),
  autosaveSeconds: setting(kinds.amount(1, 3600), () => 10, {
    title: 'Autosave every',
    unit: 'seconds',
    about: 'Seconds of play between two autosaves.',
    group: 'play',
    applies: 'next-session',
  }),
  rewindMegabytes: setting(kinds.whole(0, 4096), () => 64, {
    title: 'Memory for going back',
    unit: 'megabytes',
    about: 'Memory that a session may use to go back in time; 0: no going back.',
    group: 'play',
    applies: 'next-session',
  }),
  pauseKey: setting(kinds.globalKey(), () => 'Control+Alt+P', {
    title: 'Pause from anywhere',
    unit: 'key',
    about: 'Key that pauses the game and lets it go on, whatever window is in front; empty: none.',
    group: 'play',
    applies: 'now',
    given: 'file',
  }),
  takeOverKey: setting(kinds.globalKey(), () => 'Control+Alt+O', {
    title: 'Take over from anywhere',
    unit: 'key',
    about:
      'Key that takes the buttons from the AI and gives them back, whatever window is in front; empty: none.',
    group: 'play',
    applies: 'now',
    given: 'file',
  }),
  notifications: setting(kinds.choice(['on', 'off']), () => 'on' as const, {
    title: 'Notifications',
    unit: 'on | off',
    about:
      'Whether the desktop tells when a goal is reached, play stops or a benchmark is finished while the window is not in front.',
    group: 'play',
    applies: 'now',
    given: 'file',
  }),
  theme: setting(kinds.choice(['system', 'light', 'dark']), () => 'system' as const, {
    title: 'Colours',
    unit: 'system | light | dark',
    about: 'Light or dark colours; system: as the desktop has them.',
    group: 'picture',
    applies: 'now',
    given: 'file',
  }),
  motion: setting(kinds.choice(['system', 'reduced']), () => 'system' as const, {
    title: 'Motion',
    unit: 'system | reduced',
    about: 'Reduced leaves out fades and slides; system: as the desktop asks.',
    group: 'picture',
    applies: 'now',
    given: 'file',
  }),
  tier: setting(kinds.choice(tierChoices), () => 'auto' as const, {
    title: 'Hardware tier',
    unit: tierChoices.join(' | '),
    about:
      'The hardware tier whose settings sessions get; auto: measured. A choice made in the room Hardware goes before it.',
    group: 'hardware',
    applies: 'next-start',
  }),
  eyes: setting(kinds.choice(eyesRuntimes), () => 'native' as const, {
    title: 'Eyes run by',
    unit: eyesRuntimes.join(' | '),
    about: 'What runs the eyes: our own engine on the frame thread, or onnxruntime beside it.',
    group: 'hardware',
    applies: 'next-session',
  }),
  modelDir: setting(kinds.folder(), () => fromRoot('models', 'thistlevale-eyes'), {
    title: 'Eyes’ network',
    unit: 'folder',
    about: 'The network that the eyes see with.',
    group: 'hardware',
    applies: 'next-session',
    refuse: noFolder,
  }),
  hubUrl: setting(kinds.address(), () => '', {
    title: 'Hub address',
    unit: 'address',
    about: 'Where feedback that you agreed to send goes; empty: nowhere, it can be saved as a file instead.',
    group: 'privacy',
    applies: 'now',
  }),
  dataDir: setting(kinds.folder(), defaultDataDir, {
    title: 'Data folder',
    unit: 'folder',
    about: 'Where sessions, states, logs and the database are kept.',
    group: 'storage',
    applies: 'next-start',
    given: 'launch',
  }),
  historyDetailDays: setting(kinds.whole(1, 365), () => 7, {
    title: 'Keep seconds for',
    unit: 'days',
    about: 'Days for which the history keeps every second and the time of every frame.',
    group: 'storage',
    applies: 'now',
  }),
  historyMinuteDays: setting(kinds.whole(1, 3650), () => 30, {
    title: 'Keep minutes for',
    unit: 'days',
    about:
      'Days for which the history keeps every minute and every decision. Sessions and days are kept for ever.',
    group: 'storage',
    applies: 'now',
  }),
  historyCapMegabytes: setting(kinds.whole(50, 100_000), () => 500, {
    title: 'History at most',
    unit: 'megabytes',
    about: 'The most that the history may take on the disk; the oldest details go first.',
    group: 'storage',
    applies: 'now',
  }),
  backupsKept: setting(kinds.whole(1, 100), () => 5, {
    title: 'Daily backups',
    unit: 'backups',
    about: 'Daily backups of the history that are kept.',
    group: 'storage',
    applies: 'now',
  }),
  game: setting(kinds.text(), () => 'thistlevale', {
    title: 'Usual game',
    unit: 'name',
    about: 'Game that is played when none is named.',
    group: 'advanced',
    applies: 'next-session',
    refuse: noGame,
  }),
  corePaths: setting(kinds.paths(), () => [], {
    title: 'Cores',
    unit: 'paths',
    about: 'libretro cores, or folders that hold them, searched before the usual places.',
    group: 'advanced',
    applies: 'next-start',
    refuse: noPath,
  }),
  maxSessions: setting(kinds.whole(1, 64), () => 8, {
    title: 'Most sessions',
    unit: 'sessions',
    about: 'Sessions that may run at the same time.',
    group: 'advanced',
    applies: 'now',
  }),
  logLevel: setting(kinds.choice(logLevels), () => 'info' as const, {
    title: 'Log',
    unit: logLevels.join(' | '),
    about: 'How much is written to the log.',
    group: 'advanced',
    applies: 'now',
  }),
  port: setting(kinds.whole(0, 65_535), () => 0, {
    title: 'Port',
    unit: 'port',
    about: 'Port of the API on 127.0.0.1; 0 takes a free one.',
    group: 'advanced',
    applies: 'next-start',
  }),
  pageDir: setting(kinds.folder(), () => fromRoot('dist', 'renderer'), {
    title: 'Page',
    unit: 'folder',
    about: 'The built page, served at /.',
    group: 'advanced',
    applies: 'next-start',
    given: 'launch',
  }),
  benchmarkRunner: setting(
    kinds.folder(),
    () => fromRoot('benchmarks', 'runner', `main${extname(import.meta.filename)}`),
    {
      title: 'Benchmark suite',
      unit: 'file',
      about: 'The program that plays benchmarks, started beside the engine.',
      group: 'advanced',
      applies: 'next-start',
      given: 'launch',
    },
  ),
  heartbeatTimeoutMs: setting(kinds.whole(500, 60_000), () => 1500, {
    title: 'Hung after',
    unit: 'milliseconds',
    about: 'Silence of a running session process after which it counts as hung.',
    group: 'advanced',
    applies: 'next-session',
  }),
  startTimeoutMs: setting(kinds.whole(1000, 120_000), () => 15_000, {
    title: 'Start within',
    unit: 'milliseconds',
    about: 'Time that a session process may take to load its core, game and networks.',
    group: 'advanced',
    applies: 'next-session',
  }),
} as const;

export type SettingName = keyof typeof settingList;
export type Settings = { [Name in SettingName]: z.infer<(typeof settingList)[Name]['schema']> };

export const settingNames = Object.keys(settingList) as SettingName[];

/** A setting of the list without what it knows of its own type, which no loop over all of them could use. */
export const settingNamed = (name: SettingName): Setting<z.ZodType> =>
  settingList[name] as unknown as Setting<z.ZodType>;
