import { dirname, join } from 'node:path';
import { type LoadedGame, loadGame } from '../../games/catalog.ts';
import { fixScenario } from '../../games/scenario/draw.ts';
import { openToolsHost } from '../../native/tools.ts';
import type { ToolsHost } from '../../native/types.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { type Replay, type ReplayHeader, readReplay } from '../session/replay-file.ts';
import { EpisodeWatch } from './episode-watch.ts';
import type { FrameAlbum } from './frame-album.ts';

/** What the memory says of a session that was played from pixels. */
export interface Verdict {
  scenario: string | null;
  /** Null without a scenario: then only the frames are replayed. */
  reached: boolean | null;
  /** Frames played when the condition was first met; null: never. */
  frame: number | null;
  /** Why it was not reached; null where it was, or where the inputs ended before it was decided. */
  why: 'failure-condition' | 'frame-limit' | null;
  /** Frames replayed. */
  frames: number;
  /** CRC-32 over the pixels of the last frame: the same inputs give the same. */
  frameHash: number;
}

/** Nobody waits for a judge: a machine that is full of others may stand still for seconds within one frame. */
export const patientHangMs = 20_000;

/** Folders that cores may ask for while a replay runs. */
export interface JudgeFolders {
  systemDir: string;
  saveDir: string;
}

/**
 * Replays a session's inputs in lockstep and checks the scenario's condition in the game's memory. The
 * session itself had no way to read that memory: played from pixels, judged from memory. `scenario` null: the
 * one that the replay was played for, if any. The album takes pictures on the way.
 *
 * Throws `configuration.*` for a replay that cannot be read and `resource.*` for a ROM or core that is not
 * the one that was played.
 */
export const judge = (
  path: string,
  scenario: string | null,
  folders: JudgeFolders,
  album?: FrameAlbum,
): Verdict => {
  const replay = readReplay(path);
  const name = scenario ?? replay.header.scenario ?? null;
  const game = name === null ? null : gameOfReplay(replay.header, path);
  const wanted = game && scenarioNamed(game, name ?? '', replay.header.seed);
  const host = openReplayed(replay.header, path, folders);
  try {
    const watch = game && wanted && new EpisodeWatch(host, game, wanted);
    const run = watch ? watch.run.bind(watch) : host.run.bind(host);
    playReplay(replay, dirname(path), host, run, album);
    album?.finish();
    const result = watch?.result;
    return {
      scenario: name,
      reached: watch ? result?.reached === true : null,
      frame: result?.reached ? result.frame : null,
      why: result && result.why !== 'reached' ? result.why : null,
      frames: replay.frames,
      frameHash: host.frameHash(),
    };
  } finally {
    host.close();
  }
};

/** Opens the core and the ROM of a replay, at the frame where its inputs begin. */
export const openReplayed = (header: ReplayHeader, path: string, folders: JudgeFolders): ToolsHost => {
  const host = openToolsHost({
    core: header.core.path,
    rom: header.rom,
    ...folders,
    hangTimeoutMs: patientHangMs,
    setup: header.setup.map(({ address, bytes }) => ({ address, bytes: Uint8Array.from(bytes) })),
  });
  try {
    if (header.startState) host.loadState(join(dirname(path), header.startState));
  } catch (error) {
    host.close();
    throw error;
  }
  return host;
};

/** Plays the steps of a replay; `run` runs so many frames with so many buttons. */
const playReplay = (
  replay: Replay,
  folder: string,
  host: ToolsHost,
  run: (frames: number, buttons: number) => void,
  album: FrameAlbum | undefined,
): void => {
  let frame = 0;
  for (const step of replay.steps) {
    if ('load' in step) {
      host.loadState(join(folder, step.load));
      continue;
    }
    for (let left = step.frames; left > 0; ) {
      const chunk = album ? Math.min(left, album.framesToNext(frame)) : left;
      run(chunk, step.buttons);
      left -= chunk;
      frame += chunk;
      album?.take(frame, step.buttons, host);
    }
  }
};

/** The game of a replay. Throws when it is none of the catalogue, or another build of it. */
export const gameOfReplay = ({ game: id, romSha256 }: ReplayHeader, path: string): LoadedGame => {
  if (id === null) throw noScenario('A replay', 'a ROM of your own has no scenarios', []);
  const game = loadGame(id);
  if (game.romSha256 === romSha256) return game;
  throw new EeveeError({
    code: 'resource.rom-system',
    message: `${path} was played on another build of ${game.title} than the one here.`,
    remedy: 'Judge it with the build that it was played on, or play again.',
    field: 'rom',
    value: romSha256,
    allowed: [game.romSha256],
  });
};

const scenarioNamed = (game: LoadedGame, name: string, seed: number) => {
  const scenario = game.scenarios.find((each) => each.name === name);
  if (scenario) return fixScenario(scenario, seed);
  const names = game.scenarios.map((each) => each.name);
  throw noScenario(`"${name}"`, `${game.title} has no such scenario`, names);
};

const noScenario = (what: string, fault: string, allowed: string[]): EeveeError =>
  new EeveeError({
    code: 'configuration.unknown-goal',
    message: `${what} cannot be judged: ${fault}.`,
    remedy: 'Choose one of the scenarios of the game.',
    field: 'scenario',
    allowed,
  });
