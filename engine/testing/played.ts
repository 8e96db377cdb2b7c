import type { Session } from '../../protocol/sessions.ts';
import { Distribution } from '../history/distribution.ts';
import { encodeFrameTimes } from '../history/frame-times.ts';
import type { PlayedSecond } from '../history/played.ts';
import { newRecord } from '../session/new-record.ts';

/** A second of play as a session's process would tell it: these frame times in microseconds, one look in four. */
export const playedSecond = (
  second: number,
  frameTimes: number[] = new Array<number>(60).fill(1e6 / 60),
  pathUs = 250,
): PlayedSecond => {
  const times = new Distribution();
  for (const time of frameTimes) times.add(time);
  const path = new Distribution();
  path.add(pathUs, Math.ceil(frameTimes.length / 4));
  return {
    second,
    played: {
      frames: frameTimes.length,
      elapsedMs: frameTimes.reduce((sum, time) => sum + time, 0) / 1000,
      lateFrames: 0,
      decisions: 1,
      decisionsBy: { explore: 1 },
      lostFrames: 0,
      looks: path.count,
      slowLooks: 0,
      inferences: 12,
      residentBytes: 5e7,
      processorMs: 180,
    },
    frameTimes: times.encode(),
    path: path.encode(),
    everyFrame: encodeFrameTimes(frameTimes),
  };
};

/** A session of that id as a store would have it. */
export const sessionRecord = (id: string, changes: Partial<Session> = {}): Session => ({
  ...newRecord({
    id,
    game: 'rom',
    title: 'A game',
    rom: '/a.gb',
    romSha256: '',
    core: '/c.so',
    seed: 0,
    clock: 'lockstep',
    goal: null,
    player: 'none',
    speed: 1,
    turn: 'player',
  }),
  state: 'running',
  ...changes,
});
