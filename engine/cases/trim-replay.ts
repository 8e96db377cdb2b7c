import { basename } from 'node:path';
import {
  type LookRun,
  type Replay,
  type ReplayHeader,
  type ReplayLine,
  readReplay,
} from '../session/replay-file.ts';

/** A replay up to a frame, and the states beside it that it begins from. */
export interface TrimmedReplay {
  /** JSON lines, as `inputs.jsonl` has them. */
  text: string;
  /** Names of files in the session's folder. */
  states: string[];
}

/** Where something lies on this computer is nobody else's business. */
const withoutPaths = (header: ReplayHeader): ReplayHeader => ({
  ...header,
  rom: basename(header.rom),
  core: { ...header.core, path: basename(header.core.path) },
});

/**
 * Cuts a session's replay off after the frame with that number, so that the player's look at it is the last one.
 * Throws `configuration.invalid` for a replay that cannot be read.
 */
export const trimReplay = (path: string, frame: number): TrimmedReplay => {
  const replay = readReplay(path);
  const { lines, loaded } = stepsUntil(replay, frame);
  const all: ReplayLine[] = [
    { header: withoutPaths(replay.header) },
    ...lines,
    { looks: looksUntil(replay.looks, frame) },
  ];
  const { startState } = replay.header;
  return {
    text: all.map((line) => `${JSON.stringify(line)}\n`).join(''),
    states: [...(startState === null ? [] : [startState]), ...loaded],
  };
};

const stepsUntil = ({ steps }: Replay, frame: number): { lines: ReplayLine[]; loaded: string[] } => {
  const lines: ReplayLine[] = [];
  const loaded: string[] = [];
  let left = frame + 1;
  for (const step of steps) {
    if (left <= 0) break;
    if ('load' in step) {
      lines.push({ load: { state: step.load, frame: frame + 1 - left } });
      if (step.progress) lines.push({ progress: step.progress });
      loaded.push(step.load);
      continue;
    }
    const frames = Math.min(left, step.frames);
    left -= frames;
    lines.push({ runs: [[frames, step.buttons]] });
  }
  return { lines, loaded };
};

const looksUntil = (looks: LookRun[], frame: number): LookRun[] => {
  const kept: LookRun[] = [];
  let at = -1;
  for (const [gap, count, turn, pressed] of looks) {
    const fitting = gap === 0 ? count : Math.min(count, Math.floor((frame - at) / gap));
    if (fitting <= 0) break;
    kept.push([gap, fitting, turn, pressed]);
    at += gap * fitting;
  }
  return kept;
};
