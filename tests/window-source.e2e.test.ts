import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EngineClient } from '../engine/api/client.ts';
import { problemOfRejected, until, untilEnded } from '../engine/testing/engine.ts';
import { buildAddon } from '../native/build.js';
import { missingForWindows, VirtualDisplay } from '../native/testing/emulator-window.ts';
import type { Decision } from '../protocol/observation.ts';
import type { CreateSession, Health } from '../protocol/sessions.ts';
import { startEngine, type TestEngine } from './support/engine.ts';

const missing = missingForWindows();
if (missing) console.warn(`Playing through a window is left out; missing: ${missing}.`);

/**
 * A real engine plays in the window of an emulator that is somebody else's, knows nothing of us, and runs in real
 * time: what is seen is its window, by the eyes on the session's frame thread, and what the player presses are
 * keys.
 */
describe.skipIf(missing !== '')('a session in the window of another emulator', () => {
  let display: VirtualDisplay;
  let emulator: Awaited<ReturnType<VirtualDisplay['startEmulator']>>;
  let engine: TestEngine;
  let client: EngineClient;

  beforeAll(() => buildAddon(), 600_000);
  beforeAll(async () => {
    engine = await startEngine();
    client = new EngineClient(engine);
  });
  afterAll(() => engine?.close());
  beforeEach(async () => {
    display = await VirtualDisplay.start('1024x768x24');
    emulator = await display.startEmulator();
  });
  afterEach(() => display?.stop());

  const create = (more: Partial<CreateSession> = {}) =>
    client.create({ window: { name: 'mGBA', display: display.name }, ...more });

  test('is played to the gate, half a minute to a minute where the machine keeps up', async () => {
    const story: string[] = [];
    const session = await create({ goal: 'gate', player: 'eyes', endOnGoal: true });
    expect(session).toMatchObject({ state: 'running', rom: '', core: '', window: { name: 'mGBA' } });
    const stream = await client.stream((event) => {
      if (event.type === 'decision') story.push(lineOf(event.decision));
    });
    stream.send({ type: 'subscribe', sessionId: session.id, frames: false });
    const ended = await untilEnded(client, session.id, 280_000);
    stream.close();
    expect(ended.end?.reason, story.slice(-20).join('\n')).toBe('goal-reached');
    const { frames, lostFrames, stages } = await client.metrics(session.id);
    const stage = (name: string) => stages.find((each) => each.stage === name);
    // Eyes on the frame thread looked at every frame; onnxruntime would have looked once a tick.
    expect(stage('infer')?.count).toBeGreaterThan(frames * 0.95);
    expect(stage('capture')?.count).toBe(stage('infer')?.count);
    expect(stage('age')?.p50).toBeGreaterThan(0);
    expect(stage('core')).toBeUndefined();
    expect(lostFrames).toBeLessThan(frames / 2);
    expect((await client.notices()).filter(({ message }) => message.includes('onnxruntime'))).toEqual([]);
  }, 300_000);

  test('ends with an error when the window is closed, and nothing else does', async () => {
    const { id } = await create({ player: 'none' });
    await until('frames', async () => (await client.metrics(id)).frames > 10);
    emulator.program.kill('SIGKILL');
    const began = performance.now();
    const ended = await untilEnded(client, id, 5000);
    expect(performance.now() - began).toBeLessThan(3000);
    expect(ended.end).toMatchObject({
      reason: 'failed',
      problem: { code: 'resource.window-gone', message: expect.stringContaining('was closed') },
    });
    expect((await client.metrics(id)).frames).toBeGreaterThan(0);
    expect(await engine.get<Health>('/v1/health')).toMatchObject({ status: 'ok', sessions: 0 });
    // What comes next is told that there is no such window any more.
    expect(await problemOfRejected(create())).toMatchObject({ code: 'resource.window-missing' });
  });

  test('ends with an error when the display stops to answer', async () => {
    const { id } = await create({ player: 'random' });
    await until('frames', async () => (await client.metrics(id)).frames > 10);
    display.freeze(true);
    const ended = await untilEnded(client, id, 8000);
    display.freeze(false);
    expect(ended.end).toMatchObject({ reason: 'failed', problem: { code: 'resource.window-gone' } });
    expect(await engine.get<Health>('/v1/health')).toMatchObject({ sessions: 0 });
  });

  test('goes on when the window is resized, moved and hidden', async () => {
    const { id } = await create({ player: 'none' });
    const picture = () => fetch(`${engine.url}/v1/sessions/${id}/frame.png`, authorized(engine));
    const sizeOf = async () => {
      const png = Buffer.from(await (await picture()).arrayBuffer());
      return [png.readUInt32BE(16), png.readUInt32BE(20)];
    };
    await until('frames', async () => (await client.metrics(id)).frames > 10);
    display.act('windowsize', emulator.id, 700, 500);
    display.act('windowmove', emulator.id, -100, 50);
    const { frames } = await client.metrics(id);
    await until('more frames', async () => (await client.metrics(id)).frames > frames + 30);
    expect(await sizeOf()).toEqual([160, 144]);
    display.act('windowunmap', '--sync', emulator.id);
    const age = async () => (await client.metrics(id)).stages.find(({ stage }) => stage === 'age')!;
    await until('an old picture', async () => (await age()).max > 400_000);
    display.act('windowmap', '--sync', emulator.id);
    const shownAt = (await client.metrics(id)).frames;
    await until('more frames', async () => (await client.metrics(id)).frames > shownAt + 30);
    expect(await client.act(id, 'stop')).toMatchObject({ state: 'ended', end: { reason: 'stopped' } });
  });

  test('can be paused, stepped and taken over, but not saved or sped up', async () => {
    const { id } = await create({ player: 'eyes', goal: 'gate' });
    await until('frames', async () => (await client.metrics(id)).frames > 10);
    expect(await client.act(id, 'take-over')).toMatchObject({ turn: 'player' });
    expect(await client.act(id, 'hand-back')).toMatchObject({ turn: 'ai' });
    const { frame } = await client.act(id, 'pause');
    expect((await client.act(id, 'step', { frames: 3 })).frame).toBe(frame + 3);
    for (const [verb, body] of [
      ['states', { name: 'here' }],
      ['speed', { speed: 2 }],
    ] as const) {
      expect(await problemOfRejected(client.act(id, verb, body))).toMatchObject({
        code: 'session.wrong-state',
      });
    }
    expect(await client.act(id, 'resume')).toMatchObject({ state: 'running' });
    await client.act(id, 'stop');
  });

  test('can be chosen from a list, and is refused where the choice is no choice', async () => {
    const windows = await client.windows(display.name);
    expect(windows).toEqual([
      expect.objectContaining({ id: emulator.id, windowClass: 'mgba', width: 480, shown: true }),
    ]);
    const byNumber = await create({ window: { id: emulator.id, display: display.name }, player: 'none' });
    await client.act(byNumber.id, 'stop');
    const text = `0x${emulator.id.toString(16)}`;
    const byText = await create({ window: { name: text, display: display.name }, player: 'none' });
    await client.act(byText.id, 'stop');
    const refused = (body: object) => problemOfRejected(create(body as Partial<CreateSession>));
    expect(await refused({ window: { name: 'chess', display: display.name } })).toMatchObject({
      code: 'resource.window-missing',
      field: 'window',
      allowed: [expect.stringContaining('mGBA')],
    });
    expect(await refused({ window: { name: 'mGBA', display: ':9999' } })).toMatchObject({
      code: 'resource.display-missing',
    });
    expect(await problemOfRejected(client.windows(':9999'))).toMatchObject({
      code: 'resource.display-missing',
    });
    for (const [field, body] of [
      ['clock', { clock: 'lockstep' }],
      ['speed', { speed: 2 }],
      ['rom', { rom: '/a.gb' }],
      ['core', { core: '/a.so' }],
      ['resumeFrom', { resumeFrom: byNumber.id }],
      ['window', { window: {} }],
      ['window', { window: { id: 1, name: 'both' } }],
    ] as const) {
      expect(await refused(body)).toMatchObject({ code: 'configuration.invalid', field });
    }
    expect(await problemOfRejected(client.create({ resumeFrom: byNumber.id }))).toMatchObject({
      code: 'resource.state-missing',
    });
    await display.startAnother();
    expect(await refused({})).toMatchObject({
      code: 'configuration.invalid',
      field: 'window',
      allowed: [expect.stringContaining('mGBA'), expect.stringContaining('mGBA')],
    });
  });
});

const lineOf = ({ frame, task, action }: Decision): string => `${frame} ${task}: ${action}`;

const authorized = ({ token }: TestEngine) => ({ headers: { authorization: `Bearer ${token}` } });
