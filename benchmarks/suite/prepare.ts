import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { corePathsToTry } from '../../engine/session/core-paths.ts';
import { Cores } from '../../engine/session/cores.ts';
import { checkRom } from '../../engine/session/roms.ts';
import { readSettings } from '../../engine/settings/given.ts';
import type { Settings } from '../../engine/settings.ts';
import { type LoadedGame, loadGame } from '../../games/catalog.ts';
import type { CoreInfo } from '../../native/types.ts';
import type { Episode, RunHeader } from '../../protocol/benchmark-run.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { headerOf, requireSameRun } from './header.ts';
import { JobLimit } from './job-limit.ts';
import { beginRun, newestUnfinished, readRun } from './journal.ts';
import { type Selection, selectionOf, type TypedOptions } from './options.ts';
import { pruneSetUps } from './prune.ts';
import type { RunListener, RunPlan } from './run.ts';

/** Everything that was typed after `npm run bench --`. */
export interface Options extends TypedOptions {
  out?: string;
  resume?: boolean;
  core?: string;
  gate: boolean;
  strict?: boolean;
  list?: boolean;
  scaling?: boolean;
}

const root = join(import.meta.dirname, '..', '..');
/** Where runs and what outlives them are kept, unless told otherwise. */
const benchFolder = join(root, 'artifacts', 'bench');
/** States of set-ups and the scale of the scores. */
export const cacheFolder = process.env['EEVEE_BENCH_CACHE'] ?? join(benchFolder, 'cache');

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

/** `2026-01-31T12-00-00-oracle`: sorts by time. */
export const newFolder = (player: string): string =>
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
export interface Prepared {
  game: LoadedGame;
  core: CoreInfo;
  settings: Settings;
  selection: Selection;
  header: RunHeader;
  folder: string;
  finished: Episode[];
}

/**
 * Checks everything that a run needs and begins its folder, or opens the one that goes on. Throws
 * `configuration.*` and `resource.*`.
 */
export const prepare = async (options: Options): Promise<Prepared> => {
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

/** What plays a prepared run. */
export const planOf = (
  { game, core, settings, selection, folder, finished }: Prepared,
  signal: AbortSignal,
  listener: RunListener,
  jobs = new JobLimit(selection.jobs),
): RunPlan => {
  const systemDir = join(cacheFolder, 'system');
  const setUps = join(cacheFolder, 'set-ups');
  pruneSetUps(setUps, game.romSha256);
  mkdirSync(systemDir, { recursive: true });
  const { modelDir, eyes } = settings;
  return {
    folder,
    ...selection,
    jobs,
    listener,
    sessions: { game, core, systemDir, modelDir, eyes, clock: selection.clock },
    worker: { game: game.id, romSha256: game.romSha256, core, cacheFolder: setUps },
    finished,
    signal,
  };
};
