import { copyFileSync, existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import type { CreateSession, Session, WindowChoice } from '../../protocol/sessions.ts';
import type { DataFolder } from '../data-folder.ts';
import { newId } from '../new-id.ts';
import type { Settings } from '../settings.ts';
import { type Cores, requirePlays } from './cores.ts';
import { makeSessionFolder, type SessionFolder, sessionFolder } from './folder.ts';
import { type PlayableGame, playableGame, requireGoal } from './games.ts';
import type { CoreSource, StartPlan, WindowSource } from './messages.ts';
import { newRecord } from './new-record.ts';
import { romSystems } from './rom-systems.ts';
import { checkRom } from './roms.ts';
import { inheritStates, requireState } from './saves.ts';
import { requireSensibleStops } from './stop/check.ts';
import { requireTurn } from './turns.ts';

/** A session that may begin: everything about it has been checked. */
export interface Admitted {
  record: Session;
  plan: StartPlan;
  folder: SessionFolder;
}

/** What a source's own checks came to, and how the record shows it. */
interface AdmittedSource {
  source: CoreSource | WindowSource;
  shown: Pick<Session, 'title' | 'rom' | 'romSha256' | 'core' | 'window'>;
}

/**
 * The one door through which a session comes in. Checks game, goal, and what runs the game (core, ROM and the
 * state to resume from, or a window), and only then makes the session's folder. `title`: of a ROM of the player's own.
 * Throws `configuration.*` and `resource.*`.
 */
export const admit = async (
  asked: CreateSession,
  earlier: Session | null,
  cores: Cores,
  data: DataFolder,
  settings: Settings,
  title?: string,
): Promise<Admitted> => {
  const game = chooseGame(asked, earlier, settings.game);
  requireGoal(asked.goal, game);
  const turn = asked.turn ?? (asked.player === 'none' ? 'player' : 'ai');
  requireTurn(turn, asked);
  requireSensibleStops(asked.stopWhen, { ...asked, guide: game?.guide ?? null });
  const id = newId();
  const folder = (): SessionFolder => makeSessionFolder(join(data.sessions, id));
  const { source, shown } = asked.window
    ? admitWindow(asked, asked.window, game)
    : await admitCore(asked, earlier, game, cores, data, folder);
  const made = folder();
  const { seed, clock, speed, goal, player, stopWhen } = asked;
  const wanted = { id, seed, clock, speed, goal, player, turn, stopWhen };
  const plan: StartPlan = {
    ...wanted,
    folder: made.root,
    game: game?.id ?? null,
    guide: game?.guide ?? null,
    source,
    modelDir: settings.modelDir,
    eyes: settings.eyes,
    frameLimit: asked.frameLimit,
    endOnGoal: asked.endOnGoal,
    autosaveSeconds: settings.autosaveSeconds,
    rewindBytes: settings.rewindMegabytes * 1024 * 1024,
  };
  const named = game === null && title !== undefined ? { title } : {};
  const record = newRecord({ ...wanted, game: game?.id ?? ownRom, ...shown, ...named });
  return { record, plan, folder: made };
};

/** A core with a game, and the state to resume from, copied into the session's folder. */
const admitCore = async (
  asked: CreateSession,
  earlier: Session | null,
  game: PlayableGame | null,
  cores: Cores,
  data: DataFolder,
  makeFolder: () => SessionFolder,
): Promise<AdmittedSource> => {
  // Of a game in another program's window nothing is kept, neither its core nor its ROM.
  if (earlier?.window) throw noAutosave(earlier);
  const named = asked.core ?? earlier?.core;
  const namedCore = named === undefined ? null : await cores.at(named);
  const rom = await checkRom(game?.rom ?? resolve(asked.rom ?? earlier?.rom ?? ''), namedCore);
  const resumed = earlier && resumableState(earlier, asked.resumeState, rom.sha256, data);
  if (namedCore && rom.system) requirePlays(namedCore, rom.system);
  const core = namedCore ?? (await cores.find(rom.system ?? 'gb'));
  const startState = resumed && makeFolder().startState;
  if (resumed && startState) {
    copyFileSync(resumed.path, startState);
    inheritStates(folderOf(earlier, data), makeFolder());
  }
  return {
    source: {
      kind: 'core',
      rom: rom.path,
      romSha256: rom.sha256,
      core,
      systemDir: data.system,
      setup: resumed ? [] : (game?.setup(asked.seed) ?? []),
      startState,
    },
    shown: {
      title: game?.title ?? basename(rom.path),
      rom: rom.path,
      romSha256: rom.sha256,
      core: core.path,
    },
  };
};

/** What a session in a window cannot be given, and why. */
const notInWindows = {
  rom: 'its program has a ROM already',
  core: 'its program runs the game',
  resumeFrom: 'its program cannot be given a saved state',
} as const;

/**
 * A game that runs in another program's window. Whether there is such a window is found out by the session's own
 * process when it opens it.
 */
const admitWindow = (
  asked: CreateSession,
  window: WindowChoice,
  game: PlayableGame | null,
): AdmittedSource => {
  const refuse = (field: string, value: unknown, why: string): never => {
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `A game in another program’s window cannot be given "${field}": ${why}.`,
      remedy: `Leave "${field}" out, or play the game with a core.`,
      field,
      value,
    });
  };
  for (const field of Object.keys(notInWindows) as (keyof typeof notInWindows)[]) {
    if (asked[field] !== undefined) refuse(field, asked[field], notInWindows[field]);
  }
  if (asked.clock !== 'real-time') refuse('clock', asked.clock, 'its program does not wait for us');
  if (asked.speed !== 1) refuse('speed', asked.speed, 'its program sets the pace');
  const screen = game?.screen ?? romSystems.gb.screen;
  return {
    source: { kind: 'window', window, screen },
    shown: { title: game?.title ?? window.name ?? '', rom: '', romSha256: '', core: '', window },
  };
};

const chooseGame = (
  asked: CreateSession,
  earlier: Session | null,
  usualGame: string,
): PlayableGame | null => {
  if (asked.rom !== undefined && asked.game !== undefined) {
    throw new EeveeError({
      code: 'configuration.invalid',
      message: 'Both "game" and "rom" were given.',
      remedy: 'Give a game of the catalogue, or a ROM file, but not both.',
      field: 'rom',
      value: asked.rom,
    });
  }
  if (asked.rom !== undefined) return null;
  // Resuming without a word about the game means: the same one.
  if (asked.game === undefined && earlier) return earlier.game === ownRom ? null : playableGame(earlier.game);
  return playableGame(asked.game ?? usualGame);
};

/** What a session with a ROM of the player's own has as its game. */
const ownRom = 'rom';

const folderOf = ({ id }: Session, data: DataFolder): SessionFolder => sessionFolder(join(data.sessions, id));

/** The state that a session goes on from: the one named, else the last autosave. */
const resumableState = (
  earlier: Session,
  name: string | undefined,
  romSha256: string,
  data: DataFolder,
): { path: string } => {
  if (earlier.romSha256 !== romSha256) {
    throw new EeveeError({
      code: 'resource.state-foreign',
      message: `Session ${earlier.id} played another ROM (${earlier.title}).`,
      remedy: 'Leave game and rom out to resume it with its own.',
      field: 'resumeFrom',
      value: earlier.id,
    });
  }
  if (name !== undefined) return requireState(folderOf(earlier, data), name);
  // The data folder may have been moved since: what counts is where the session's files are now.
  const here = folderOf(earlier, data).autosave;
  const path = [earlier.autosave?.path, here].find((each) => each !== undefined && existsSync(each));
  if (earlier.autosave && path !== undefined) return { path };
  throw noAutosave(earlier);
};

const noAutosave = ({ id }: Session): EeveeError =>
  new EeveeError({
    code: 'resource.state-missing',
    message: `Session ${id} left no autosave.`,
    remedy: 'Start the game from the beginning.',
    field: 'resumeFrom',
    value: id,
  });
