import { dirname, join } from 'node:path';
import { loadGame } from '../../games/catalog.ts';
import type { Scenario } from '../../games/schemas.ts';
import { openToolsHost } from '../../native/tools.ts';
import type { ToolsHost } from '../../native/types.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { type Replay, readReplay } from '../session/replay-file.ts';

/** What the memory says of a session that was played from pixels. */
export interface Verdict {
  scenario: string | null;
  /** Null without a scenario: then only the frames are replayed. */
  reached: boolean | null;
  /** Frames played when the condition was first met; null: never. */
  frame: number | null;
  /** Frames replayed. */
  frames: number;
  /** CRC-32 over the pixels of the last frame: the same inputs give the same. */
  frameHash: number;
}

/** Frames between two looks into memory. What a scenario asks for stays once it is there. */
const lookEveryFrames = 4;

/** Folders that cores may ask for while a replay runs. */
export interface JudgeFolders {
  systemDir: string;
  saveDir: string;
}

/**
 * Replays a session's inputs in lockstep and checks the scenario's condition in the game's memory. The
 * session itself had no way to read that memory: played from pixels, judged from memory.
 * Throws `configuration.*` for a replay that cannot be read and `resource.*` for a ROM or core that is not
 * the one that was played.
 */
export const judge = (path: string, scenarioName: string | null, folders: JudgeFolders): Verdict => {
  const replay = readReplay(path);
  const condition = scenarioName === null ? null : conditionOf(replay, scenarioName, path);
  const { header } = replay;
  const host = openToolsHost({
    core: header.core.path,
    rom: header.rom,
    ...folders,
    setup: header.setup.map(({ address, bytes }) => ({ address, bytes: Uint8Array.from(bytes) })),
  });
  try {
    if (header.startState) host.loadState(join(dirname(path), header.startState));
    const frame = run(
      host,
      replay,
      dirname(path),
      condition?.limit ?? Number.POSITIVE_INFINITY,
      condition?.met,
    );
    return {
      scenario: scenarioName,
      reached: condition === null ? null : frame !== null,
      frame,
      frames: replay.frames,
      frameHash: host.frameHash(),
    };
  } finally {
    host.close();
  }
};

/** Runs the whole replay; the number of frames after which `met` was first true, within the limit. */
const run = (
  host: ToolsHost,
  replay: Replay,
  folder: string,
  limit: number,
  met: ((host: ToolsHost) => boolean) | undefined,
): number | null => {
  let played = 0;
  let found: number | null = null;
  for (const step of replay.steps) {
    if ('load' in step) {
      host.loadState(join(folder, step.load));
      continue;
    }
    for (let left = step.frames; left > 0; ) {
      const chunk = Math.min(left, lookEveryFrames);
      host.run(chunk, step.buttons);
      left -= chunk;
      played += chunk;
      if (found === null && played <= limit && met?.(host)) found = played;
    }
  }
  return found;
};

/** The scenario's condition as a look into memory. Throws when the replay is not of that game. */
const conditionOf = (replay: Replay, name: string, path: string) => {
  const { game: id, romSha256 } = replay.header;
  if (id === null) throw noScenario(name, 'a ROM of your own has no scenarios', []);
  const game = loadGame(id);
  const names = game.scenarios.map((scenario) => scenario.name);
  const scenario = game.scenarios.find((each: Scenario) => each.name === name);
  if (!scenario) throw noScenario(name, `${game.title} has no such scenario`, names);
  if (game.romSha256 !== romSha256) {
    throw new EeveeError({
      code: 'resource.rom-system',
      message: `${path} was played on another build of ${game.title} than the one here.`,
      remedy: 'Judge it with the build that it was played on, or play again.',
      field: 'rom',
      value: romSha256,
      allowed: [game.romSha256],
    });
  }
  const { symbol, bitsSet } = scenario.success;
  const { address, length } = game.variable(symbol);
  const mask = bitsSet.reduce((bits, bit) => bits | (1n << BigInt(bit)), 0n);
  const met = (host: ToolsHost): boolean => (littleEndian(host.readMemory(address, length)) & mask) === mask;
  return { met, limit: scenario.frameLimit };
};

const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduce((value, byte, index) => value | (BigInt(byte) << BigInt(8 * index)), 0n);

const noScenario = (name: string, fault: string, allowed: string[]): EeveeError =>
  new EeveeError({
    code: 'configuration.unknown-goal',
    message: `"${name}" cannot be judged: ${fault}.`,
    remedy: 'Choose one of the scenarios of the game.',
    field: 'scenario',
    value: name,
    allowed,
  });
