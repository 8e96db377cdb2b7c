import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { EeveeError } from '../../protocol/errors.ts';
import type { CreateSession, WindowChoice } from '../../protocol/sessions.ts';
import { clocks, playerKinds, speeds, turns } from '../../protocol/words.ts';
import type { SettingName } from '../settings.ts';
import { addSettingOptions } from './setting-options.ts';

/** What `eevee play` was called with. */
export interface PlayOptions extends Partial<Record<SettingName, string>> {
  rom?: string;
  core?: string;
  window?: string;
  display?: string;
  goal?: string;
  seed?: number;
  clock?: (typeof clocks)[number];
  speed?: string;
  player?: (typeof playerKinds)[number];
  turn?: (typeof turns)[number];
  headless?: boolean;
  exitOnGoal?: boolean;
  frameLimit?: number;
  minutes?: number;
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
/** Settings that make sense for one play; the others come from the environment. */
const settings: SettingName[] = ['game', 'port', 'dataDir', 'logLevel', 'modelDir', 'autosaveSeconds'];

/** Adds the options of `eevee play`, in the order in which its help shows them. */
export const addPlayOptions = (command: Command): Command => {
  command
    .option('--rom <file>', 'a ROM of your own, instead of --game', (path) => resolve(path))
    .option('--core <file>', 'a libretro core (default: the first one found)', (path) => resolve(path))
    .option(
      '--window <title>',
      'a window in which the game runs already: its title, part of it, or its number',
    )
    .option('--display <name>', 'the X display of that window (default: this one)')
    .option('--goal <name>', 'what to aim for (default: nothing)')
    .option('--seed <number>', 'start of the random numbers (default: 0)', whole(0))
    .addOption(new Option('--clock <clock>', 'real-time, or lockstep: as fast as it goes').choices(clocks))
    .addOption(new Option('--speed <factor>', 'of the real-time clock').choices(speeds.map(String)))
    .addOption(new Option('--player <kind>', 'who plays (default: eyes)').choices(playerKinds))
    .addOption(
      new Option('--turn <whose>', 'whose turn it is first; advisor: yours, and the AI advises').choices(
        turns,
      ),
    )
    .option('--headless', 'no page: play, print what happens, and end')
    .option('--exit-on-goal', 'end when the goal is reached')
    .option('--frame-limit <frames>', 'end after that many frames', whole(1))
    .option('--minutes <number>', 'end after that many minutes', positive)
    .option('--json <file>', 'write the result as JSON; "-" prints it');
  return addSettingOptions(command, settings);
};

/** Throws `configuration.invalid` for a display without a window. */
const windowChoice = ({ window, display }: PlayOptions): WindowChoice | undefined => {
  if (window !== undefined) return { name: window, ...(display === undefined ? {} : { display }) };
  if (display === undefined) return undefined;
  throw new EeveeError({
    code: 'configuration.invalid',
    message: '--display was given without --window.',
    remedy: 'Name the window to play in, too.',
    field: 'display',
    value: display,
  });
};

/** The body of `POST /v1/sessions` that the options ask for. */
export const sessionBody = (options: PlayOptions): Partial<CreateSession> => {
  const { game, rom, core, goal, seed, clock, speed, player, turn, frameLimit, exitOnGoal } = options;
  const body: Record<string, unknown> = { rom, core, goal, seed, clock, player, turn, frameLimit };
  if (game !== undefined) body['game'] = game;
  const window = windowChoice(options);
  if (window) body['window'] = window;
  if (speed !== undefined) body['speed'] = Number(speed);
  body['endOnGoal'] = exitOnGoal === true;
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
};
