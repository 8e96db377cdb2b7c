import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CreateSession } from '../../protocol/sessions.ts';
import { clocks, playerKinds, speeds } from '../../protocol/words.ts';
import type { SettingName } from '../settings.ts';
import { addSettingOptions } from './setting-options.ts';

/** What `eevee play` was called with. */
export interface PlayOptions extends Partial<Record<SettingName, string>> {
  rom?: string;
  core?: string;
  goal?: string;
  seed?: number;
  seeds?: { first: number; last: number };
  clock?: (typeof clocks)[number];
  speed?: string;
  player?: (typeof playerKinds)[number];
  headless?: boolean;
  exitOnGoal?: boolean;
  frameLimit?: number;
  minutes?: number;
  jobs: number;
  json?: string;
}

/** A whole number from `least` on, for options of the command line. */
export const whole =
  (least: number) =>
  (text: string): number => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= least) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${least}.`);
  };
const positive = (text: string): number => {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError('It must be a number above 0.');
};
const range = (text: string): { first: number; last: number } => {
  const [first, last = first] = text.split('-').map((part) => (part === '' ? Number.NaN : Number(part)));
  if (Number.isInteger(first) && Number.isInteger(last) && first! >= 0 && first! <= last!)
    return { first: first!, last: last! };
  throw new InvalidArgumentError('It must be a range such as 0-99.');
};

/** Settings that make sense for one play; the others come from the environment. */
const settings: SettingName[] = ['game', 'port', 'dataDir', 'logLevel', 'modelDir', 'autosaveSeconds'];

/** Adds the options of `eevee play`, in the order in which its help shows them. */
export const addPlayOptions = (command: Command): Command => {
  command
    .option('--rom <file>', 'a ROM of your own, instead of --game', (path) => resolve(path))
    .option('--core <file>', 'a libretro core (default: the first one found)', (path) => resolve(path))
    .option('--goal <name>', 'what to aim for (default: nothing)')
    .option('--seed <number>', 'start of the random numbers (default: 0)', whole(0))
    .option('--seeds <range>', 'play and judge each seed of a range, such as 0-99, in lockstep', range)
    .addOption(new Option('--clock <clock>', 'real-time, or lockstep: as fast as it goes').choices(clocks))
    .addOption(new Option('--speed <factor>', 'of the real-time clock').choices(speeds.map(String)))
    .addOption(new Option('--player <kind>', 'who plays (default: eyes)').choices(playerKinds))
    .option('--headless', 'no page: play, print what happens, and end')
    .option('--exit-on-goal', 'end when the goal is reached')
    .option('--frame-limit <frames>', 'end after that many frames', whole(1))
    .option('--minutes <number>', 'end after that many minutes', positive)
    .option('--jobs <number>', 'with --seeds: sessions at the same time', whole(1), 1)
    .option('--json <file>', 'write the result as JSON; "-" prints it');
  return addSettingOptions(command, settings);
};

/** The body of `POST /v1/sessions` that the options ask for. */
export const sessionBody = (options: PlayOptions): Partial<CreateSession> => {
  const { game, rom, core, goal, seed, clock, speed, player, frameLimit, exitOnGoal } = options;
  const body: Record<string, unknown> = { rom, core, goal, seed, clock, player, frameLimit };
  if (game !== undefined) body['game'] = game;
  if (speed !== undefined) body['speed'] = Number(speed);
  body['endOnGoal'] = exitOnGoal === true;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
};
