import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * Options of `npm start`, written once: what is parsed, what `--help` says, and what the session gets.
 * @typedef {{ name: string, value?: string, about: string, session?: string, number?: boolean,
 *   path?: boolean }} Option
 */

/** @type {Option[]} */
export const options = [
  {
    name: 'game',
    value: 'name',
    about: 'a game that comes with Eevee (default: the one in the box)',
    session: 'game',
  },
  {
    name: 'rom',
    value: 'file',
    about: 'a Game Boy ROM of your own, instead of --game',
    session: 'rom',
    path: true,
  },
  {
    name: 'core',
    value: 'file',
    about: 'a libretro core (default: the first one found)',
    session: 'core',
    path: true,
  },
  {
    name: 'window',
    value: 'name',
    about: "another emulator's window in which the game runs already: its title, part of it, or its number",
  },
  { name: 'goal', value: 'name', about: 'what to aim for; none: just play (default: gate)', session: 'goal' },
  {
    name: 'seed',
    value: 'number',
    about: 'start of the random numbers (default: 0)',
    session: 'seed',
    number: true,
  },
  {
    name: 'clock',
    value: 'clock',
    about: 'real-time, or lockstep: as fast as it goes (default: real-time)',
    session: 'clock',
  },
  {
    name: 'speed',
    value: 'number',
    about: '0.5, 1, 2, 4 or 8 times real time (default: 1)',
    session: 'speed',
    number: true,
  },
  {
    name: 'frame-limit',
    value: 'number',
    about: 'end after that many frames',
    session: 'frameLimit',
    number: true,
  },
  { name: 'exit-on-goal', about: 'end when the goal is reached' },
  { name: 'headless', about: 'no window; prints an address to watch at in a browser' },
  { name: 'no-window', about: 'the same as --headless' },
  { name: 'port', value: 'number', about: 'port of the engine on 127.0.0.1 (default: a free one)' },
  { name: 'data-dir', value: 'folder', about: 'where sessions, states and logs are kept', path: true },
  { name: 'retry-electron', about: 'try again to fetch the official Electron' },
  { name: 'help', about: 'this help' },
];

/** Options that the command line of the engine takes under the same name. */
const playOptions = [
  'game',
  'rom',
  'core',
  'window',
  'goal',
  'seed',
  'clock',
  'speed',
  'frame-limit',
  'exit-on-goal',
  'port',
  'data-dir',
];

/** @param {Option} option */
const shown = ({ name, value }) => `--${name}${value ? ` <${value}>` : ''}`;

export const helpText = () => {
  const width = Math.max(...options.map((option) => shown(option).length));
  const lines = options.map((option) => `  ${shown(option).padEnd(width)}  ${option.about}`);
  return `Eevee plays a Game Boy game in front of you, from the screen alone.

Usage: npm start -- [options]

${lines.join('\n')}

With a display it opens a window; without one it plays on and serves the same page to a browser on this
machine. The first start installs and builds what is missing.
`;
};

/**
 * Values of the options: text, or true for those without a value. Throws an Error in words.
 * @param {string[]} args
 * @param {string} folder where relative paths begin
 * @returns {Record<string, string | boolean | undefined>}
 */
export const parseOptions = (args, folder) => {
  const known = Object.fromEntries(
    options.map(({ name, value }) => [
      name,
      { type: /** @type {'string' | 'boolean'} */ (value ? 'string' : 'boolean') },
    ]),
  );
  const { values } = parseArgs({ args, options: known, strict: true, allowPositionals: false });
  for (const { name, number, path } of options) {
    const given = values[name];
    if (path && typeof given === 'string') values[name] = resolve(folder, given);
    if (number && given !== undefined && (given === '' || !Number.isFinite(Number(given)))) {
      throw new Error(`--${name} takes a number, not '${given}'.`);
    }
  }
  if (values['game'] !== undefined && values['rom'] !== undefined) {
    throw new Error('--game and --rom exclude each other: give one of them.');
  }
  return /** @type {Record<string, string | boolean | undefined>} */ (values);
};

/**
 * The goal to play for: as given; else that of the game in the box; none for a game we know nothing of.
 * @param {Record<string, string | boolean | undefined>} values
 */
const goalOf = ({ goal, game, rom }) => {
  if (goal === 'none') return null;
  return goal ?? (game === undefined && rom === undefined ? 'gate' : null);
};

/**
 * Body of `POST /v1/sessions` (`protocol/sessions.ts`) for the window's first session.
 * @param {Record<string, string | boolean | undefined>} values
 */
export const sessionBody = (values) => {
  /** @type {Record<string, unknown>} */
  const body = {};
  for (const { name, session, number } of options) {
    if (session && values[name] !== undefined) body[session] = number ? Number(values[name]) : values[name];
  }
  if (values['window'] !== undefined) body['window'] = { name: values['window'] };
  return { ...body, goal: goalOf(values), endOnGoal: values['exit-on-goal'] === true };
};

/**
 * Arguments of `eevee play` that do the same without a window.
 * @param {Record<string, string | boolean | undefined>} values
 */
export const playArguments = (values) => {
  const given = { ...values, goal: goalOf(values) ?? undefined };
  return playOptions.flatMap((name) => {
    const value = given[/** @type {keyof typeof given} */ (name)];
    if (value === undefined) return [];
    return value === true ? [`--${name}`] : [`--${name}`, String(value)];
  });
};
