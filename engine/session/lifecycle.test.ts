import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeFrameMessage, type FrameMessage } from '../../protocol/frame-message.ts';
import type { SavedState, Session } from '../../protocol/sessions.ts';
import {
  problemOfRejected,
  runningEngine,
  scratchFolder,
  testCore,
  testRom,
  until,
  untilEnded,
} from '../testing/engine.ts';
import { readReplay } from './replay-file.ts';

const blind = { player: 'random', clock: 'lockstep' } as const;

test('a session in lockstep ends at its frame limit, to the frame', async () => {
  const { client } = await runningEngine();
  const { id } = await client.create({ ...blind, seed: 3, frameLimit: 1003 });
  const ended = await untilEnded(client, id);
  expect(ended).toMatchObject({ frame: 1002, end: { reason: 'frame-limit' }, title: 'Thistlevale' });
  expect(await client.metrics(id)).toMatchObject({ frames: 1003 });
});

test('a session in real time runs at the core’s own rate, and faster when asked', async () => {
  const { client } = await runningEngine();
  const { id } = await client.create({ player: 'none' });
  await until('a second of play', async () => (await client.metrics(id)).elapsedMs > 1500);
  const { fps, targetFps } = await client.metrics(id);
  expect(fps / targetFps).toBeGreaterThan(0.9);
  expect(fps / targetFps).toBeLessThan(1.1);
  const before = await client.metrics(id);
  expect(await client.act(id, 'speed', { speed: 4 })).toMatchObject({ speed: 4 });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = await client.metrics(id);
  const rate = ((after.frames - before.frames) * 1000) / (after.elapsedMs - before.elapsedMs);
  expect(rate / targetFps).toBeGreaterThan(3);
});

test.each(['lockstep', 'real-time'] as const)('pause, step, resume, stop in %s', async (clock) => {
  const { client } = await runningEngine();
  const { id } = await client.create({ player: 'random', clock });
  await until('frames', async () => (await client.metrics(id)).frames > 30);
  expect(await problemOfRejected(client.act(id, 'step'))).toMatchObject({ code: 'session.wrong-state' });
  const began = performance.now();
  const paused = await client.act(id, 'pause');
  expect(performance.now() - began).toBeLessThan(2000);
  expect(paused.state).toBe('paused');
  expect(paused.autosave).not.toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await client.session(id)).frame).toBe(paused.frame);
  expect((await client.act(id, 'step', { frames: 7 })).frame).toBe(paused.frame + 7);
  expect((await client.act(id, 'step')).frame).toBe(paused.frame + 8);
  expect((await client.act(id, 'resume')).state).toBe('running');
  await until('more frames', async () => (await client.session(id)).frame > paused.frame + 30);
  expect(await client.act(id, 'stop')).toMatchObject({ state: 'ended', end: { reason: 'stopped' } });
  expect(await problemOfRejected(client.act(id, 'pause'))).toMatchObject({ code: 'session.ended' });
});

test('taking over and handing back', async () => {
  const { client, engine } = await runningEngine();
  const { id } = await client.create({ player: 'random', clock: 'real-time' });
  expect(await problemOfRejected(client.act(id, 'buttons', { buttons: ['a'] }))).toMatchObject({
    code: 'session.wrong-state',
  });
  expect(await client.act(id, 'take-over')).toMatchObject({ turn: 'player' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await client.act(id, 'buttons', { buttons: ['up', 'b'] });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await client.act(id, 'buttons', { buttons: [] });
  expect(await client.act(id, 'hand-back')).toMatchObject({ turn: 'ai' });
  await client.act(id, 'stop');
  const { steps } = readReplay(join(engine.data.sessions, id, 'inputs.jsonl'));
  // up is bit 6, b is bit 1: held for about 0.3 s, and by nobody but the human.
  const held = steps.filter((step) => 'buttons' in step && step.buttons === 0b100_0010);
  expect(held.reduce((sum, step) => sum + ('frames' in step ? step.frames : 0), 0)).toBeGreaterThan(8);
  const alone = await client.create({ player: 'none' });
  expect(await problemOfRejected(client.act(alone.id, 'hand-back'))).toMatchObject({
    code: 'session.wrong-state',
  });
});

test('states are saved, listed and loaded; a damaged or foreign one leaves the session as it was', async () => {
  const { client, engine } = await runningEngine();
  const { id } = await client.create({ ...blind });
  await client.act(id, 'pause');
  const states = `/v1/sessions/${id}/states`;
  const saved = await client.request<SavedState>('POST', states, { name: 'before-gate' });
  await client.act(id, 'step', { frames: 60 });
  expect(await client.request('GET', states)).toMatchObject([
    { name: 'before-gate', frame: saved.frame, bytes: saved.bytes },
  ]);
  expect(await client.request<Session>('POST', `${states}/before-gate/load`)).toMatchObject({
    state: 'paused',
  });
  expect(await problemOfRejected(client.request('POST', `${states}/nothing/load`))).toMatchObject({
    code: 'resource.state-missing',
    allowed: ['before-gate'],
  });
  const { writeFileSync } = await import('node:fs');
  const bytes = readFileSync(saved.path);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(saved.path, bytes);
  expect(await problemOfRejected(client.request('POST', `${states}/before-gate/load`))).toMatchObject({
    code: 'resource.state-broken',
  });
  expect((await client.act(id, 'step')).state).toBe('paused');
  await client.act(id, 'stop');
  expect(existsSync(join(engine.data.sessions, id, 'autosave.state'))).toBe(true);
});

test('an ended session is resumed from its autosave, by a later engine too', async () => {
  const dataDir = scratchFolder();
  const first = await runningEngine({ dataDir });
  const { id } = await first.client.create({ ...blind, frameLimit: 600 });
  await untilEnded(first.client, id);
  await first.engine.close();
  const { client } = await runningEngine({ dataDir });
  expect(await client.session(id)).toMatchObject({ state: 'ended', autosave: { frame: 600 } });
  const resumed = await client.create({ ...blind, resumeFrom: id, frameLimit: 60 });
  expect(resumed).toMatchObject({ game: 'thistlevale', state: 'running' });
  await untilEnded(client, resumed.id);
  const other = { ...blind, rom: testRom(dataDir, '1'), core: testCore('synthetic'), resumeFrom: id };
  expect(await problemOfRejected(client.create(other))).toMatchObject({ code: 'resource.state-foreign' });
});

test('a session is resumed in a data folder that was moved', async () => {
  const before = join(scratchFolder(), 'before');
  const first = await runningEngine({ dataDir: before });
  const { id } = await first.client.create({ ...blind, frameLimit: 300 });
  await untilEnded(first.client, id);
  await first.engine.close();
  const after = join(scratchFolder(), 'after');
  renameSync(before, after);
  const { client } = await runningEngine({ dataDir: after });
  const resumed = await client.create({ ...blind, resumeFrom: id, frameLimit: 60 });
  expect((await untilEnded(client, resumed.id)).end).toMatchObject({ reason: 'frame-limit' });
});

describe('the same seed and inputs', () => {
  test('give the same frames, byte for byte, and the replay gives them again', async () => {
    const { client, engine } = await runningEngine();
    const { judge } = await import('../judge/judge.ts');
    const folders = { systemDir: scratchFolder(), saveDir: scratchFolder() };
    const hashes: number[] = [];
    const inputs: unknown[] = [];
    for (let run = 0; run < 2; run += 1) {
      const { id } = await client.create({ ...blind, seed: 11, frameLimit: 2500 });
      await untilEnded(client, id);
      const path = join(engine.data.sessions, id, 'inputs.jsonl');
      const { frames, frameHash } = judge(path, null, folders);
      expect(frames).toBe(2500);
      hashes.push(frameHash);
      const steps = readReplay(path).steps as { frames: number; buttons: number }[];
      inputs.push(steps.flatMap((step) => Array(step.frames).fill(step.buttons)));
    }
    expect(hashes[0]).toBe(hashes[1]);
    expect(inputs[0]).toEqual(inputs[1]);
  });

  test.each(['lockstep', 'real-time'] as const)(
    '%s: the replay ends at the very picture that the session showed, through take-over and load',
    async (clock) => {
      const { client, engine } = await runningEngine();
      const { judge } = await import('../judge/judge.ts');
      const { id } = await client.create({ player: 'random', clock, seed: 7 });
      await until('some play', async () => (await client.session(id)).frame > 100);
      await client.act(id, 'take-over');
      await client.act(id, 'buttons', { buttons: ['start'] });
      await until('some more', async () => (await client.session(id)).frame > 160);
      await client.request('POST', `/v1/sessions/${id}/states`, { name: 'here' });
      await client.act(id, 'hand-back');
      await until('and more', async () => (await client.session(id)).frame > 220);
      await client.request('POST', `/v1/sessions/${id}/states/here/load`);
      await client.request('POST', `/v1/sessions/${id}/states`, { name: 'here' });
      await client.act(id, 'pause');
      await client.act(id, 'step', { frames: 33 });
      let shown: FrameMessage | null = null;
      const stream = await client.stream(
        () => {},
        (message) => {
          shown = decodeFrameMessage(message);
        },
      );
      stream.send({ type: 'subscribe', sessionId: id, frames: true });
      const { pixels } = await until('the picture', () => shown);
      stream.close();
      await client.act(id, 'stop');
      const path = join(engine.data.sessions, id, 'inputs.jsonl');
      const { frameHash, frames } = judge(path, null, {
        systemDir: scratchFolder(),
        saveDir: scratchFolder(),
      });
      expect(frames).toBe((await client.metrics(id)).frames);
      expect(frameHash).toBe(crc32(pixels));
    },
  );
});
