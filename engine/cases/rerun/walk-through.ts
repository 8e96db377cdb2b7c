import { join } from 'node:path';
import type { Host } from '../../../native/types.ts';
import { type Turn, turns } from '../../../protocol/words.ts';
import type { Replay, SetBack } from '../../session/replay-file.ts';

/** One look of the player as it was recorded. */
export interface RecordedLook {
  frame: number;
  turn: Turn;
  /** In the player's own turn what it pressed from then on, in the human's what they held since the look before. */
  buttons: number;
}

/** A stop on the way through a replay; `loaded`: a state was, after that frame, and the player was set back with it. */
export type Stop = { look: RecordedLook } | { loaded: number; setBack: SetBack | null };

/**
 * Plays a replay's inputs and stops where the player looked, and where a state was loaded. The core stands at the
 * frame of the stop while it is handled.
 */
export function* walkThrough(replay: Replay, folder: string, host: Host): Generator<Stop, void, void> {
  const looks = expand(replay.looks);
  let next = 0;
  let frame = -1;
  for (const step of replay.steps) {
    if ('load' in step) {
      host.loadState(join(folder, step.load));
      yield { loaded: frame, setBack: step.progress ?? null };
      continue;
    }
    for (let left = step.frames; left > 0; ) {
      const due = looks[next] ? looks[next]!.frame - frame : left;
      const run = Math.max(1, Math.min(left, due));
      host.run(run, step.buttons);
      frame += run;
      left -= run;
      for (; looks[next] && looks[next]!.frame <= frame; next++) yield { look: looks[next]! };
    }
  }
}

/** The looks one by one. */
const expand = (runs: Replay['looks']): RecordedLook[] => {
  const all: RecordedLook[] = [];
  let frame = -1;
  for (const [gap, count, turn, buttons] of runs) {
    for (let i = 0; i < count; i++) {
      frame += gap;
      all.push({ frame, turn: turns[turn] ?? 'ai', buttons });
    }
  }
  return all;
};
