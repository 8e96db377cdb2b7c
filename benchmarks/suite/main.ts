import { existsSync, mkdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { note, printProblem, say } from '../../engine/cli/print.ts';
import { corePathsToTry } from '../../engine/session/core-paths.ts';
import { Cores } from '../../engine/session/cores.ts';
import { checkRom } from '../../engine/session/roms.ts';
import { readSettings, type Settings } from '../../engine/settings.ts';
import { type LoadedGame, loadGame } from '../../games/catalog.ts';
import type { CoreInfo } from '../../native/types.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { finishRun } from './finish.ts';
import { headerOf, requireSameRun } from './header.ts';
import { beginRun, newestUnfinished, readRun, runFiles } from './journal.ts';
import { resultLines } from './lines.ts';
import { type Selection, selectionOf, type TypedOptions } from './options.ts';
import { playRun } from './run.ts';
import type { Episode, RunHeader, RunResult } from './schema.ts';

/** What ends the command with which code. */
export const exitCodes = { passed: 0, wrong: 1, gateFailed: 2, interrupted: 130 };

interface Options extends TypedOptions {
  out?: string;
  resume?: boolean;
  core?: string;
  gate: boolean;
  strict?: boolean;
  list?: boolean;
}

const root = join(import.meta.dirname, '..', '..');
/** Where runs and what outlives them are kept, unless told otherwise. */
const benchFolder = join(root, 'artifacts', 'bench');
const cacheFolder = process.env['EEVEE_BENCH_CACHE'] ?? join(benchFolder, 'cache');

const words = (text: string, before: string[] = []): string[] => [
  ...before,
  ...text.split(',').filter(Boolean),
];

const program = new Command('bench')
  .description('Plays scenarios with a player, judges them from memory, and holds the result to the gate.')
  .option('--game <name>', 'whose scenarios (default: the game in the box)')
  .option('--kind <names>', 'kinds of scenario, with commas (default: all but whole-story)', words)
  .option('--scenarios <names>', 'scenarios by name, with commas', words)
  .option('--seeds <range>', 'such as 0-29, the default')
  .option('--player <name>', 'ai (default), oracle, random or mash')
  .option('--jobs <number>', 'episodes at the same time (default: one a core)')
  .option('--clock <clock>', 'lockstep (default), or real-time')
  .option('--quick', 'two seeds of each scenario')
  .option('--judging', 'allow the seeds that are kept for judging')
  .option('--out <folder>', 'where the run is kept (default: a new folder in artifacts/bench)')
  .option('--resume', 'go on with an interrupted run: that of --out, or the newest')
  .option('--core <file>', 'a libretro core (default: the first one found)')
  .option('--no-gate', 'end with 0 whatever the gate says')
  .option('--strict', 'what was not measured fails the gate')
  .option('--list', 'show the scenarios, and play nothing')
  .showHelpAfterError()
  .action(async (options: Options) => {
    process.exitCode = options.list ? list(options) : await bench(options);
  });

/** A core that plays the game, asked in a process of its own. */
const openCore = async (
  game: LoadedGame,
  named: string | undefined,
  settings: Settings,
): Promise<CoreInfo> => {
  const rom = await checkRom(game.romPath);
  if (rom.sha256 !== game.romSha256)
    throw new EeveeError({
      code: 'resource.rom-system',
      message: `The ROM of ${game.title} is not the one that its memory map was written for.`,
      remedy: 'Build the game again.',
      command: `node games/${game.id}/build.js`,
      field: 'rom',
      value: rom.sha256,
      allowed: [game.romSha256],
    });
  const cores = new Cores(corePathsToTry(settings.corePaths, join(settings.dataDir, 'cores')));
  return named === undefined ? cores.find(rom.system ?? 'gb') : cores.at(resolve(named));
};

const list = ({ game }: Options): number => {
  for (const { name, kind, title, frameLimit } of loadGame(game ?? readSettings().game).scenarios)
    say(`${name.padEnd(28)} ${kind.padEnd(12)} ${String(frameLimit).padStart(8)} frames  ${title}`);
  return exitCodes.passed;
};

/** `2026-01-31T12-00-00-oracle`: sorts by time. */
const newFolder = (player: string): string =>
  join(benchFolder, `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')}-${player}`);

/** Options that say what a run plays: one that goes on plays what it began with. */
const choosing = ['kind', 'scenarios', 'seeds', 'player', 'clock', 'quick', 'judging'] as const;

/** Options as they would be typed to begin a run like that again. */
const typedAgain = ({ identity }: RunHeader, options: Options): TypedOptions => {
  const given = choosing.find((name) => options[name] !== undefined);
  if (given)
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `--${given} cannot be given with --resume: a run goes on as it began.`,
      remedy: `Leave --${given} out, or start a new run.`,
      field: given,
    });
  return {
    game: identity.game,
    scenarios: identity.scenarios.map(({ name }) => name),
    seeds: `${identity.seeds.first}-${identity.seeds.last}`,
    player: identity.player,
    clock: identity.clock,
    // It was allowed when the run began.
    judging: true,
    ...(options.jobs === undefined ? {} : { jobs: options.jobs }),
  };
};

/** A run about to be played. */
interface Prepared {
  game: LoadedGame;
  core: CoreInfo;
  settings: Settings;
  selection: Selection;
  header: RunHeader;
  folder: string;
  finished: Episode[];
}

const prepare = async (options: Options): Promise<Prepared> => {
  const settings = readSettings();
  const earlierFolder = options.resume ? resolve(options.out ?? newestUnfinished(benchFolder)) : null;
  const earlier = earlierFolder === null ? null : readRun(earlierFolder);
  const typed = earlier ? typedAgain(earlier.header, options) : options;
  const game = loadGame(typed.game ?? settings.game);
  const selection = selectionOf(typed, game);
  const core = await openCore(game, options.core ?? earlier?.header.identity.core.path, settings);
  const header = await headerOf(selection, game, core, settings);
  const common = { game, core, settings, selection };
  if (earlier && earlierFolder !== null) {
    requireSameRun(earlier.header, header, earlierFolder);
    return { ...common, folder: earlierFolder, header: earlier.header, finished: earlier.episodes };
  }
  const folder = resolve(options.out ?? newFolder(selection.player));
  mkdirSync(folder, { recursive: true });
  beginRun(folder, header);
  return { ...common, folder, header, finished: [] };
};

const bench = async (options: Options): Promise<number> => {
  const prepared = await prepare(options);
  const { game, core, settings, selection, header, folder, finished } = prepared;
  const interrupt = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupt.abort());
  const systemDir = join(cacheFolder, 'system');
  mkdirSync(systemDir, { recursive: true });
  const { modelDir, eyes } = settings;
  const outcome = await playRun({
    folder,
    ...selection,
    sessions: { game, core, systemDir, modelDir, eyes, clock: selection.clock },
    worker: { game: game.id, romSha256: game.romSha256, core, cacheFolder: join(cacheFolder, 'set-ups') },
    finished,
    signal: interrupt.signal,
  });
  if (outcome.interrupted) {
    note(`Interrupted; ${outcome.episodes.length} of ${outcome.planned} episodes are kept.`);
    note(`  Go on with: npm run bench -- --resume --out ${folder}`);
    return exitCodes.interrupted;
  }
  const result = finishRun(
    folder,
    cacheFolder,
    header,
    selection.scenarios,
    outcome,
    options.strict === true,
  );
  for (const line of resultLines(result)) say(line);
  for (const line of failureLines(result, folder)) say(line);
  say(`Report: ${shown(runFiles(folder).report)}`);
  if (outcome.stopped !== null) {
    note(`Stopped early: ${outcome.stopped}.`);
    return exitCodes.wrong;
  }
  return options.gate && result.gate.judged && !result.gate.passed ? exitCodes.gateFailed : exitCodes.passed;
};

/** As short as it can be typed. */
const shown = (path: string): string => {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') || !existsSync(path) ? path : near;
};

const mostShown = 5;

const failureLines = ({ episodes, gate }: RunResult, folder: string): string[] => {
  const missed = gate.judged ? episodes.filter(({ result }) => result !== 'success') : [];
  const lines = missed.slice(0, mostShown).map(({ scenario, seed, reason, replay, problem }) => {
    const how =
      replay === null ? (problem?.message ?? '') : `npm run eevee -- replay ${shown(join(folder, replay))}`;
    return `✗ ${scenario}, seed ${seed}: ${reason}. ${how}`;
  });
  const more = missed.length - lines.length;
  return more > 0 ? [...lines, `  … and ${more} more in the report`] : lines;
};

try {
  await program.parseAsync();
} catch (error) {
  printProblem(error);
  process.exitCode = exitCodes.wrong;
}
