import { randomInt } from 'node:crypto';
import { copyFileSync, existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import type { CreateSession, Session } from '../../protocol/sessions.ts';
import type { DataFolder } from '../data-folder.ts';
import type { Settings } from '../settings.ts';
import { type Cores, requirePlays } from './cores.ts';
import { makeSessionFolder, type SessionFolder } from './folder.ts';
import { type PlayableGame, playableGame, requireGoal } from './games.ts';
import type { StartPlan } from './messages.ts';
import { checkRom } from './roms.ts';

/** A session that may begin: everything about it has been checked. */
export interface Admitted {
  record: Session;
  plan: StartPlan;
  folder: SessionFolder;
}

const idAlphabet = '0123456789abcdefghijklmnopqrstuvwxyz';
const newId = (): string => Array.from({ length: 12 }, () => idAlphabet[randomInt(36)]).join('');

/**
 * The one door through which a session comes in. Checks game, goal, core, ROM and the state to resume from,
 * and only then makes the session's folder. Throws `configuration.*` and `resource.*`.
 */
export const admit = async (
  asked: CreateSession,
  earlier: Session | null,
  cores: Cores,
  data: DataFolder,
  settings: Settings,
): Promise<Admitted> => {
  const game = chooseGame(asked, earlier, settings.game);
  requireGoal(asked.goal, game);
  const named = asked.core ?? earlier?.core;
  const namedCore = named === undefined ? null : await cores.at(named);
  const rom = await checkRom(game?.rom ?? resolve(asked.rom ?? earlier?.rom ?? ''), namedCore);
  const resumed = earlier && resumableState(earlier, rom.sha256);
  if (namedCore && rom.system) requirePlays(namedCore, rom.system);
  const core = namedCore ?? (await cores.find(rom.system ?? 'gb'));

  const id = newId();
  const folder = makeSessionFolder(join(data.sessions, id));
  if (resumed) copyFileSync(resumed.path, folder.startState);
  const plan: StartPlan = {
    id,
    folder: folder.root,
    game: game?.id ?? null,
    guide: game?.guide ?? null,
    rom: rom.path,
    romSha256: rom.sha256,
    core,
    systemDir: data.system,
    modelDir: settings.modelDir,
    eyes: settings.eyes,
    setup: resumed ? [] : (game?.setup(asked.seed) ?? []),
    seed: asked.seed,
    clock: asked.clock,
    speed: asked.speed,
    goal: asked.goal,
    player: asked.player,
    frameLimit: asked.frameLimit,
    endOnGoal: asked.endOnGoal,
    startState: resumed ? folder.startState : null,
    autosaveSeconds: settings.autosaveSeconds,
  };
  return { record: newRecord(plan, game), plan, folder };
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

const resumableState = (earlier: Session, romSha256: string): { path: string } => {
  if (earlier.romSha256 !== romSha256) {
    throw new EeveeError({
      code: 'resource.state-foreign',
      message: `Session ${earlier.id} played another ROM (${earlier.title}).`,
      remedy: 'Leave game and rom out to resume it with its own.',
      field: 'resumeFrom',
      value: earlier.id,
    });
  }
  if (earlier.autosave && existsSync(earlier.autosave.path)) return earlier.autosave;
  throw new EeveeError({
    code: 'resource.state-missing',
    message: `Session ${earlier.id} left no autosave.`,
    remedy: 'Start the game from the beginning.',
    field: 'resumeFrom',
    value: earlier.id,
  });
};

const newRecord = (plan: StartPlan, game: PlayableGame | null): Session => ({
  id: plan.id,
  game: plan.game ?? ownRom,
  title: game?.title ?? basename(plan.rom),
  rom: plan.rom,
  romSha256: plan.romSha256,
  core: plan.core.path,
  seed: plan.seed,
  clock: plan.clock,
  goal: plan.goal,
  player: plan.player,
  speed: plan.speed,
  state: 'starting',
  turn: plan.player === 'none' ? 'player' : 'ai',
  frame: 0,
  goalReached: false,
  createdAt: new Date().toISOString(),
  endedAt: null,
  end: null,
  autosave: null,
  decision: null,
});
