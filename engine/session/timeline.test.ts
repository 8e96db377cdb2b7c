import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { decodeFrameMessage, type FrameMessage } from '../../protocol/frame-message.ts';
import type { Rewound, Timeline } from '../../protocol/timeline.ts';
import type { Clock } from '../../protocol/words.ts';
import type { EngineClient } from '../api/client.ts';
import { judge, openReplayed } from '../judge/judge.ts';
import { problemOfRejected, runningEngine, scratchFolder, until } from '../testing/engine.ts';
import { readReplay } from './replay-file.ts';

const timelineOf = (client: EngineClient, id: string): Promise<Timeline> =>
  client.request('GET', `/v1/sessions/${id}/timeline`);
const rewind = (client: EngineClient, id: string, to: object): Promise<Rewound> =>
  client.request('POST', `/v1/sessions/${id}/rewind`, to);
const retrace = (client: EngineClient, id: string, way: 'undo' | 'redo'): Promise<Rewound> =>
  client.request('POST', `/v1/sessions/${id}/rewind/${way}`);
const folders = () => ({ systemDir: scratchFolder(), saveDir: scratchFolder() });

/** Gives the hash of a frame's picture once the stream has sent it. */
const shownBy = async (client: EngineClient, id: string) => {
  let newest: FrameMessage | null = null;
  const stream = await client.stream(
    () => {},
    (message) => {
      newest = decodeFrameMessage(message);
      stream.send({ type: 'ack', sequence: newest.sequence });
    },
  );
  onTestFinished(() => stream.close());
  stream.send({ type: 'subscribe', sessionId: id, frames: true });
  return async (frame: number): Promise<number> => {
    const { pixels } = await until(`the picture of frame ${frame}`, () => newest?.frame === frame && newest);
    return crc32(pixels);
  };
};

/** The hash of each picture that a replay without loads gives. */
const hashesOf = (path: string): number[] => {
  const { header, steps } = readReplay(path);
  const host = openReplayed(header, path, folders());
  const hashes: number[] = [];
  for (const step of steps) {
    if (!('frames' in step)) throw new Error('a load');
    for (let left = step.frames; left > 0; left -= 1) {
      host.run(1, step.buttons);
      hashes.push(host.frameHash());
    }
  }
  host.close();
  return hashes;
};

/** A session that has played for a while and stands still, and the hash of each picture by its frame. */
const played = async (clock: Clock, frames: number) => {
  const { client, engine } = await runningEngine();
  const { id } = await client.create({
    player: 'random',
    clock,
    seed: 5,
    speed: clock === 'real-time' ? 8 : 1,
  });
  await until('some play', async () => (await client.session(id)).frame > frames, 20_000);
  await client.act(id, 'pause');
  const replay = join(engine.data.sessions, id, 'inputs.jsonl');
  return { client, engine, id, replay, shown: await shownBy(client, id) };
};

describe.each(['lockstep', 'real-time'] as const)('going back in %s', (clock) => {
  test('any frame shows the very picture that it showed the first time', async () => {
    const { client, id, replay, shown } = await played(clock, 1500);
    const first = await timelineOf(client, id);
    // What the recorded inputs give, played from the beginning.
    const hashes = hashesOf(replay);
    expect(hashes.length).toBe(first.frame + 1);
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 1, noNaN: true }), async (share) => {
        const { position, pieces, from } = await timelineOf(client, id);
        const wanted = from + Math.floor(share * (position - from));
        const piece = pieces.findLast((each) => each.position <= wanted)!;
        const frame = piece.frame + wanted - piece.position;
        const { session, shown: reached } = await rewind(client, id, { frame });
        expect(session.state).toBe('paused');
        expect(reached).toBe(frame);
        const after = await timelineOf(client, id);
        expect(after.position).toBe(wanted);
        // Positions of the first story are its frames: no branch has changed what came before it.
        expect(await shown(session.frame)).toBe(hashes[wanted]);
        await retrace(client, id, 'undo');
        expect((await timelineOf(client, id)).position).toBe(position);
      }),
      { numRuns: 12 },
    );
    expect(await shown((await client.session(id)).frame)).toBe(hashes.at(-1));
  });

  test('what is played after going back, over and over, is in the replay', async () => {
    const { client, id, replay, shown } = await played(clock, 500);
    for (const seconds of [3, 1, 60]) {
      await rewind(client, id, { seconds });
      await client.act(id, 'resume');
      const { frame } = await client.session(id);
      await until('more play', async () => (await client.session(id)).frame > frame + 200, 20_000);
      await client.act(id, 'pause');
    }
    await retrace(client, id, 'undo');
    await client.act(id, 'step', { frames: 17 });
    const { frame } = await client.session(id);
    const hash = await shown(frame);
    await client.act(id, 'stop');
    const verdict = judge(replay, null, folders());
    expect(verdict.frames).toBe(frame + 1);
    expect(verdict.frameHash).toBe(hash);
  });
});

test('going back to before the first keyframe can be taken back, that again, and gone on from', async () => {
  const { client } = await runningEngine();
  const { id } = await client.create({ player: 'none', clock: 'lockstep' });
  await client.act(id, 'pause');
  await client.act(id, 'step', { frames: 200 });
  const { position } = await timelineOf(client, id);
  await rewind(client, id, { frame: 30 });
  expect(await timelineOf(client, id)).toMatchObject({ position: 30, from: 0 });
  await retrace(client, id, 'undo');
  expect(await timelineOf(client, id)).toMatchObject({ position, from: 0 });
  const { session } = await retrace(client, id, 'redo');
  expect(await timelineOf(client, id)).toMatchObject({ position: 30, from: 0 });
  await rewind(client, id, { frame: session.frame - 20 });
  expect(await timelineOf(client, id)).toMatchObject({ position: 10, from: 0 });
});

describe('what cannot be gone back to is refused in words', () => {
  test('a frame out of reach: the message says which can be reached', async () => {
    const { client, id } = await played('lockstep', 300);
    const { frame } = await client.session(id);
    expect(await problemOfRejected(rewind(client, id, { frame: frame + 1 }))).toMatchObject({
      code: 'configuration.invalid',
      field: 'frame',
      allowed: [`0 to ${frame}`],
      message: expect.stringContaining(`0 to ${frame}`),
    });
    await rewind(client, id, { frame: 100 });
    // Frames that were taken back are no part of the story any more.
    expect(await problemOfRejected(rewind(client, id, { frame: 250 }))).toMatchObject({ field: 'frame' });
    expect((await client.session(id)).state).toBe('paused');
    for (const body of [
      {},
      { frame: 1, seconds: 1 },
      { frame: -1 },
      { seconds: 0 },
      { seconds: 'x' },
      { frame: 1.5 },
    ]) {
      expect(await problemOfRejected(rewind(client, id, body))).toMatchObject({
        code: 'configuration.invalid',
      });
    }
    expect(await problemOfRejected(client.request('GET', `/v1/sessions/${id}/timeline/7.png`))).toMatchObject(
      {
        code: 'resource.state-missing',
      },
    );
  });

  test('nothing to take back, going back switched off, and a session that has ended', async () => {
    const { client, id } = await played('lockstep', 100);
    for (const way of ['undo', 'redo'] as const) {
      expect(await problemOfRejected(retrace(client, id, way))).toMatchObject({
        code: 'session.wrong-state',
      });
    }
    await client.act(id, 'stop');
    expect(await problemOfRejected(timelineOf(client, id))).toMatchObject({ code: 'session.ended' });
    expect(await problemOfRejected(rewind(client, id, { seconds: 1 }))).toMatchObject({
      code: 'session.ended',
    });
    const without = await runningEngine({ rewindMegabytes: 0 });
    const other = await without.client.create({ player: 'random', clock: 'lockstep' });
    expect(await problemOfRejected(timelineOf(without.client, other.id))).toMatchObject({
      code: 'session.wrong-state',
      remedy: expect.stringContaining('--rewind-megabytes'),
    });
  });
});

test('a load can be taken back, and that again', async () => {
  const { client, id, shown } = await played('lockstep', 400);
  await client.request('POST', `/v1/sessions/${id}/states`, { name: 'here' });
  await client.act(id, 'step', { frames: 240 });
  const before = await shown((await client.session(id)).frame);
  const { position } = await timelineOf(client, id);
  const loaded = await client.request<{ frame: number }>('POST', `/v1/sessions/${id}/states/here/load`);
  const after = await timelineOf(client, id);
  // One frame is run to show where we are.
  expect(after.position).toBe(position - 240 + 1);
  const there = await shown(loaded.frame);
  expect(await shown((await retrace(client, id, 'undo')).session.frame)).toBe(before);
  expect((await timelineOf(client, id)).position).toBe(position);
  expect(await shown((await retrace(client, id, 'redo')).session.frame)).toBe(there);
});

test('thumbnails show what was on the screen, and marks what happened', async () => {
  const { client, engine, id } = await played('lockstep', 700);
  await client.act(id, 'take-over');
  await client.request('POST', `/v1/sessions/${id}/states`, { name: 'one', title: 'Before the well' });
  const { keyframes, marks } = await until('thumbnails', async () => {
    const timeline = await timelineOf(client, id);
    return timeline.keyframes.length > 1 && timeline;
  });
  expect(marks.map(({ kind, title }) => [kind, title])).toEqual(
    expect.arrayContaining([
      ['take-over', ''],
      ['save', 'Before the well'],
      ['autosave', ''],
    ]),
  );
  const response = await fetch(`${engine.url}/v1/sessions/${id}/timeline/${keyframes[1]!.frame}.png`, {
    headers: { authorization: `Bearer ${engine.token}` },
  });
  expect(response.headers.get('content-type')).toBe('image/png');
  const { PNG } = await import('pngjs');
  const png = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
  expect([png.width, png.height]).toEqual([160, 144]);
});
