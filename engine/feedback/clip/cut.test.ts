import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CreateSession } from '../../../protocol/sessions.ts';
import { type SessionFolder, sessionFolder } from '../../session/folder.ts';
import { listAutosaves } from '../../session/saves.ts';
import { runningEngine, scratchFolder, until } from '../../testing/engine.ts';
import { cutClip } from './ask-cutter.ts';
import type { ClipFile } from './clip-file.ts';

type Running = Awaited<ReturnType<typeof runningEngine>>;

/** Plays until the session has run so many frames more, and lets it stand still. */
const playOn = async ({ client }: Running, id: string, frames: number): Promise<void> => {
  const { frame } = await client.session(id);
  await client.act(id, 'resume');
  await until('more play', async () => (await client.session(id)).frame > frame + frames, 60_000);
  await client.act(id, 'pause');
};

const begun = async (running: Running, more: Partial<CreateSession> = {}): Promise<string> => {
  const { id } = await running.client.create({ player: 'random', clock: 'lockstep', seed: 9, ...more });
  return id;
};

/** The same session without any state that it saved on the way: all that is left is to play from its beginning. */
const withoutStates = (folder: SessionFolder): SessionFolder => {
  const bare = sessionFolder(join(scratchFolder(), 'bare'));
  cpSync(folder.root, bare.root, { recursive: true });
  for (const path of [bare.autosave, bare.autosaves, bare.states])
    rmSync(path, { recursive: true, force: true });
  return bare;
};

interface Cut {
  clip: Omit<ClipFile, 'state'>;
  pictures: string;
}

const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What was cut, without the state: with the game's it holds the core's own counters, which nobody sees. */
const cutFrom = async (
  replay: string,
  clip: string | null,
  frames: number,
): Promise<Cut & { file: Buffer }> => {
  const { file, pictures } = await cutClip({ replay, clip, from: -frames, to: null, every: 30 });
  const { state: _state, ...rest } = JSON.parse(file.toString()) as ClipFile;
  return { clip: rest, pictures: hash(pictures), file };
};

/**
 * Cuts the last `frames` of a session with the states there are and without any: both must be the same, and so must
 * what their own states give when they are played again.
 */
const expectSame = async (folder: SessionFolder, frames: number): Promise<Cut['clip']> => {
  const cut = async ({ inputs }: SessionFolder): Promise<[Cut, Cut]> => {
    const { file, ...first } = await cutFrom(inputs, null, frames);
    const path = join(scratchFolder(), 'clip.json');
    writeFileSync(path, file);
    const { file: _file, ...again } = await cutFrom(inputs, path, 200);
    return [first, again];
  };
  const near = await cut(folder);
  expect(near).toEqual(await cut(withoutStates(folder)));
  expect(near[1].clip.lastFrameHash).toBe(near[0].clip.lastFrameHash);
  return near[0].clip;
};

const setUp = async () => {
  const running = await runningEngine({ autosaveSeconds: 5 });
  const id = await begun(running);
  const folder = sessionFolder(join(running.engine.data.sessions, id));
  return { running, id, folder };
};

test('a clip that begins from an autosave is the one that begins from power-on', async () => {
  const { running, id, folder } = await setUp();
  // Looked for once a second: a fast computer has played far by then.
  await until('an autosave', async () => listAutosaves(folder).length > 0, 60_000);
  await playOn(running, id, 2000);
  const clip = await expectSame(folder, 900);
  expect(listAutosaves(folder).some(({ frame }) => frame <= clip.firstFrame)).toBe(true);
});

test('after a jump it begins on this side of it, and no state of what was left is taken for one', async () => {
  const { running, id, folder } = await setUp();
  await playOn(running, id, 3000);
  await running.client.request('POST', `/v1/sessions/${id}/rewind`, { seconds: 20 });
  // From the jump itself: the autosave of the moment that was left has the number of the first frame after.
  await expectSame(folder, 1_000_000);
  await playOn(running, id, 3000);
  await expectSame(folder, 1000);
  await expectSame(folder, 1_000_000);
});

test('in a session that was resumed, and from a save of the player’s own', async () => {
  const { running, id } = await setUp();
  await playOn(running, id, 2000);
  await running.client.act(id, 'stop');
  const next = await begun(running, { resumeFrom: id });
  await running.client.act(next, 'pause');
  await playOn(running, next, 1000);
  await running.client.request('POST', `/v1/sessions/${next}/states`, { name: 'here' });
  await playOn(running, next, 1000);
  await expectSame(sessionFolder(join(running.engine.data.sessions, next)), 500);
});

test('a broken autosave costs time, not the clip', async () => {
  const { running, id, folder } = await setUp();
  await playOn(running, id, 4000);
  for (const { path } of listAutosaves(folder)) {
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 4000, 5000);
    writeFileSync(path, bytes);
  }
  await expectSame(folder, 600);
});
