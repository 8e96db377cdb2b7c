import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openHost } from '../../../native/index.ts';
import type { Host } from '../../../native/types.ts';
import type { Clip } from '../../../protocol/feedback.ts';
import { sessionFolder } from '../../session/folder.ts';
import { type Replay, type ReplayHeader, readReplay } from '../../session/replay-file.ts';
import { type ClipFile, clipFileSchema, clipHeader } from './clip-file.ts';
import { nearestState } from './nearest-state.ts';
import { PictureStrip } from './picture-strip.ts';

/** A machine that is full of others may stand still for seconds within one frame. */
const patientHangMs = 20_000;

/** What to cut, asked of the process that does it. */
export interface CutPlan {
  /** `inputs.jsonl` of the session, which also knows its ROM and core. */
  replay: string;
  /** A clip of that session to cut again instead of the session; null: the session. */
  clip: string | null;
  /** Frames from the source's beginning; negative: from its end. */
  from: number;
  /** The first frame that does not belong to it; null: to the end. */
  to: number | null;
  /** Frames from one picture to the next. */
  every: number;
  /** Folder that takes `clip.json`, `pictures.png` and `last.png`, and what the core wants to keep. */
  out: string;
}

type Run = [frames: number, buttons: number];

/** Where play begins, and what was held from there. */
interface Track {
  state: string | null;
  setup: boolean;
  /** Number of its first frame in the session. */
  firstFrame: number;
  runs: Run[];
}

const framesOf = (runs: readonly Run[]): number => runs.reduce((sum, [frames]) => sum + frames, 0);

/** Frames `from` up to `to` of some runs. */
export const sliceRuns = (runs: readonly Run[], from: number, to: number): Run[] => {
  let at = 0;
  return runs.flatMap(([frames, buttons]): Run[] => {
    const begin = Math.max(from, at);
    at += frames;
    const length = Math.min(to, at) - begin;
    return length > 0 ? [[length, buttons]] : [];
  });
};

/**
 * The last stretch of a session that was played without a jump: since the state that was loaded last. A clip does
 * not reach across a jump.
 */
const lastStretch = (replay: Replay, folder: string): Track => {
  const { startState } = replay.header;
  const track: Track = {
    state: startState === null ? null : join(folder, startState),
    setup: startState === null,
    firstFrame: 0,
    runs: [],
  };
  for (const step of replay.steps) {
    if ('frames' in step) {
      track.runs.push([step.frames, step.buttons]);
      continue;
    }
    track.firstFrame += framesOf(track.runs);
    Object.assign(track, { state: join(folder, step.load), setup: false, runs: [] });
  }
  return track;
};

/** A clip as a track: its state is written out for the core to load. */
const trackOfClip = (clip: ClipFile, out: string): Track => {
  const state = clip.state === null ? null : join(out, 'clip.state');
  if (state !== null) writeFileSync(state, Buffer.from(clip.state ?? '', 'base64'));
  return { state, setup: state === null, firstFrame: clip.firstFrame, runs: clip.runs };
};

const play = (host: Host, runs: readonly Run[]): void => {
  for (const [frames, buttons] of runs) host.run(frames, buttons);
};

/** Plays the clip's own frames and takes a picture of every so many, of the first and of the last. */
const watch = (host: Host, runs: readonly Run[], every: number): PictureStrip => {
  const strip = new PictureStrip();
  let frame = 0;
  const all = framesOf(runs);
  for (const [frames, buttons] of runs) {
    for (let left = frames; left > 0; ) {
      const chunk = Math.min(left, frame === 0 ? 1 : every - (frame % every));
      host.run(chunk, buttons);
      left -= chunk;
      frame += chunk;
      if (frame === 1 || frame % every === 0 || frame === all) {
        const picture = host.picture();
        if (picture) strip.add(picture);
      }
    }
  }
  return strip;
};

/** A track from a state on that was saved within it before frame `begin` of it; null where there is none. */
const shortened = (source: Track, begin: number, folder: string, out: string): Track | null => {
  const { firstFrame } = source;
  const near = nearestState(sessionFolder(folder), { after: firstFrame, upTo: firstFrame + begin }, out);
  if (!near) return null;
  const runs = sliceRuns(source.runs, near.frame - firstFrame, framesOf(source.runs));
  return { state: near.path, setup: false, firstFrame: near.frame, runs };
};

/** Opens the core at the beginning of a track. Throws `resource.*` for a ROM, core or state that is gone or broken. */
const openAt = ({ state, setup }: Track, header: ReplayHeader, out: string): Host => {
  const host = openHost({
    core: header.core.path,
    rom: header.rom,
    systemDir: join(out, 'system'),
    saveDir: join(out, 'saves'),
    hangTimeoutMs: patientHangMs,
    setup: setup
      ? header.setup.map(({ address, bytes }) => ({ address, bytes: Uint8Array.from(bytes) }))
      : [],
  });
  try {
    if (state !== null) host.loadState(state);
    return host;
  } catch (error) {
    host.close();
    throw error;
  }
};

/** Opens the core at the shorter track where that can be done, else at the whole one. */
const openNear = (
  near: Track | null,
  whole: Track,
  header: ReplayHeader,
  out: string,
): { host: Host; track: Track } => {
  if (near) {
    try {
      return { host: openAt(near, header, out), track: near };
    } catch {
      // A broken autosave costs time, not the clip.
    }
  }
  return { host: openAt(whole, header, out), track: whole };
};

/**
 * Cuts a clip out of a session, or out of a clip of it: plays up to its start as fast as the core goes, from the
 * newest state before it that the session saved, saves the state there, plays on and takes pictures. Writes
 * `clip.json`, `pictures.png` and `last.png`. Throws `configuration.invalid` for a replay that cannot be read,
 * `resource.*` for a ROM, core or state that is gone.
 */
export const cut = ({ replay: path, clip: clipPath, from, to, every, out }: CutPlan): Clip => {
  const replay = readReplay(path);
  const { header } = replay;
  const whole =
    clipPath === null
      ? lastStretch(replay, dirname(path))
      : trackOfClip(clipFileSchema.parse(JSON.parse(readFileSync(clipPath, 'utf8'))), out);
  const all = framesOf(whole.runs);
  const begin = Math.min(Math.max(0, from < 0 ? all + from : from), Math.max(0, all - 1));
  const end = Math.min(all, to ?? all);
  const runs = sliceRuns(whole.runs, begin, end);
  const near = clipPath === null ? shortened(whole, begin, dirname(path), out) : null;
  const { host, track } = openNear(near, whole, header, out);
  try {
    const firstFrame = whole.firstFrame + begin;
    play(host, sliceRuns(track.runs, 0, firstFrame - track.firstFrame));
    const statePath = join(out, 'start.state');
    // Before its first frame a core has nothing to save: a clip from power-on begins there again.
    const fromPowerOn = begin === 0 && whole.state === null;
    if (!fromPowerOn) host.saveState(statePath);
    const strip = watch(host, runs, every);
    const file: ClipFile = {
      format: 'eevee-clip-1',
      header: { ...clipHeader(header), setup: fromPowerOn ? header.setup : [] },
      firstFrame,
      frames: framesOf(runs),
      runs,
      lastFrameHash: host.frameHash(),
      state: fromPowerOn ? null : readFileSync(statePath).toString('base64'),
    };
    writeFileSync(join(out, 'clip.json'), `${JSON.stringify(file)}\n`);
    writeFileSync(join(out, 'pictures.png'), strip.png());
    writeFileSync(join(out, 'last.png'), strip.lastPng());
    const { width, height, count } = strip;
    return { frames: file.frames, firstFrame: file.firstFrame, every, pictures: count, width, height };
  } finally {
    host.close();
  }
};
