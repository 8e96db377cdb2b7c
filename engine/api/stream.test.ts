import { expect, onTestFinished, test } from 'vitest';
import { decodeFrameMessage, type FrameMessage } from '../../protocol/frame-message.ts';
import type { ServerEvent } from '../../protocol/sessions.ts';
import { type RunningEngine, runningEngine, until } from '../testing/engine.ts';

const opened = async ({ client }: RunningEngine) => {
  const events: ServerEvent[] = [];
  const frames: FrameMessage[] = [];
  const stream = await client.stream(
    (event) => events.push(event),
    (message) => frames.push(decodeFrameMessage(message)),
  );
  onTestFinished(() => stream.close());
  const last = <Type extends ServerEvent['type']>(type: Type) =>
    events.filter((event): event is Extract<ServerEvent, { type: Type }> => event.type === type).at(-1);
  return { stream, events, frames, last };
};
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('pictures come only as fast as they are acknowledged, always the newest', async () => {
  const running = await runningEngine();
  const { id } = await running.client.create({ player: 'random', clock: 'real-time' });
  const { stream, frames, last } = await opened(running);
  stream.send({ type: 'subscribe', sessionId: id, frames: true });
  await until('two pictures', () => frames.length === 2);
  await wait(500);
  expect(frames).toHaveLength(2);
  expect(frames[0]).toMatchObject({ sequence: 0, width: 160, height: 144, format: 'rgb565' });

  stream.send({ type: 'ack', sequence: 0 });
  await until('a third picture', () => frames.length === 3);
  await wait(200);
  expect(frames).toHaveLength(3);
  // Half a second went by without credit: what comes then is the present, not the past.
  expect(frames[2]!.frame - frames[1]!.frame).toBeGreaterThan(20);

  stream.send({ type: 'ack', sequence: 2 });
  await until('both credits used again', () => frames.length === 5);
  expect(frames.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3, 4]);

  stream.send({ type: 'ack', sequence: 99 });
  expect(await until('a refusal', () => last('problem'))).toMatchObject({
    problem: { code: 'configuration.invalid', field: 'sequence' },
  });
});

test('a client that keeps up gets each frame at most once; nothing new, nothing sent', async () => {
  const running = await runningEngine();
  const { client } = running;
  const { id } = await client.create({ player: 'none' });
  const { stream, frames } = await opened(running);
  stream.send({ type: 'subscribe', sessionId: id, frames: true });
  const drawing = setInterval(() => {
    if (frames.length > 0) stream.send({ type: 'ack', sequence: frames.length - 1 });
  }, 4);
  onTestFinished(() => clearInterval(drawing));
  await wait(2000);
  // Sixty a second on a machine with nothing else to do; this only says that it flows.
  expect(frames.length / 2).toBeGreaterThan(15);
  const numbers = frames.map(({ frame }) => frame);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  await client.act(id, 'pause');
  await wait(200);
  const count = frames.length;
  await wait(300);
  expect(frames).toHaveLength(count);
  await client.act(id, 'step');
  await until('the picture of the step', () => frames.length === count + 1);
});

test('events of the session that was subscribed to, and of no other', async () => {
  const running = await runningEngine();
  const { client } = running;
  const one = await client.create({ player: 'none' });
  const two = await client.create({ player: 'none' });
  const { stream, events, last } = await opened(running);
  stream.send({ type: 'subscribe', sessionId: one.id, frames: false });
  await until('figures', () => events.filter(({ type }) => type === 'metrics').length >= 3, 6000);
  const figures = events.filter((event) => event.type === 'metrics');
  expect(figures.every(({ metrics }) => metrics.id === one.id)).toBe(true);
  expect(last('session')).toMatchObject({ session: { id: one.id, state: 'running' } });
  // The standing of every session is told to everyone: the page lists them all.
  await client.act(two.id, 'stop');
  expect(
    await until('the other’s end', () =>
      events.find(
        (event) => event.type === 'session' && event.session.id === two.id && event.session.state === 'ended',
      ),
    ),
  ).toBeDefined();
});

test('the human’s buttons are heard in their turn, and let go when their page goes away', async () => {
  const running = await runningEngine();
  const { client } = running;
  const { id } = await client.create({ player: 'none' });
  const { stream } = await opened(running);
  stream.send({ type: 'subscribe', sessionId: id, frames: false });
  stream.send({ type: 'buttons', buttons: ['start'] });
  await wait(300);
  stream.close();
  await wait(300);
  await client.act(id, 'stop');
  const { readReplay } = await import('../session/replay-file.ts');
  const { join } = await import('node:path');
  const { steps } = readReplay(join(running.engine.data.sessions, id, 'inputs.jsonl'));
  const runs = steps.filter((step) => 'buttons' in step);
  const held = runs.filter(({ buttons }) => buttons === 8).reduce((sum, { frames }) => sum + frames, 0);
  expect(held).toBeGreaterThan(5);
  expect(runs.at(-1)).toMatchObject({ buttons: 0 });
});

test('messages that make no sense are answered, and break nothing', async () => {
  const running = await runningEngine();
  const { events } = await opened(running);
  const url = `${running.engine.url.replace('http', 'ws')}/v1/stream`;
  const socket = new WebSocket(url, ['eevee.v1', `token.${running.engine.token}`]);
  onTestFinished(() => socket.close());
  const answers: ServerEvent[] = [];
  socket.addEventListener('message', ({ data }) => answers.push(JSON.parse(String(data)) as ServerEvent));
  await new Promise((resolve) => socket.addEventListener('open', resolve));
  expect(socket.protocol).toBe('eevee.v1');
  const nonsense = [
    '',
    '{',
    'null',
    '[]',
    '{"type":"dance"}',
    '{"type":"ack"}',
    '{"type":"ack","sequence":-1}',
    '{"type":"subscribe","sessionId":"nosuchsessio","frames":true}',
    '{"type":"buttons","buttons":["jump"]}',
    new Uint8Array([1, 2, 3]),
  ];
  for (const message of nonsense) socket.send(message);
  await until('an answer to each', () => answers.length === nonsense.length);
  expect(answers.every(({ type }) => type === 'problem')).toBe(true);
  expect(
    answers.filter((event) => event.type === 'problem' && event.problem.code === 'session.not-found'),
  ).toHaveLength(1);
  expect(events).toEqual([]);
  expect(socket.readyState).toBe(WebSocket.OPEN);
});

test('a stream without the token is refused', async () => {
  const { engine } = await runningEngine();
  const url = `${engine.url.replace('http', 'ws')}/v1/stream`;
  for (const protocols of [[], ['eevee.v1'], ['eevee.v1', 'token.wrong']]) {
    const socket = new WebSocket(url, protocols);
    const outcome = await new Promise((resolve) => {
      socket.addEventListener('open', () => resolve('open'));
      socket.addEventListener('error', () => resolve('refused'));
    });
    expect(outcome).toBe('refused');
  }
});

test('the newest picture as a PNG', async () => {
  const { engine, client } = await runningEngine();
  const { id } = await client.create({ player: 'none' });
  const response = await fetch(`${engine.url}/v1/sessions/${id}/frame.png`, {
    headers: { authorization: `Bearer ${engine.token}` },
  });
  expect(response.headers.get('content-type')).toBe('image/png');
  const { PNG } = await import('pngjs');
  const png = PNG.sync.read(Buffer.from(await response.arrayBuffer()));
  expect([png.width, png.height]).toEqual([160, 144]);
});

test('whoever watches a session from its first moment gets its picture', async () => {
  const running = await runningEngine();
  const { stream, frames, last } = await opened(running);
  const created = running.client.create({ player: 'eyes', goal: 'gate' });
  const starting = await until('the session', () => last('session'));
  stream.send({ type: 'subscribe', sessionId: starting.session.id, frames: true });
  await created;
  await until('a picture', () => frames.length > 0);
});

test('a second viewer of a paused session gets the picture that the first has already', async () => {
  const running = await runningEngine();
  const { id } = await running.client.create({ player: 'random', clock: 'real-time' });
  const first = await opened(running);
  first.stream.send({ type: 'subscribe', sessionId: id, frames: true });
  await until('a picture', () => first.frames.length > 0);
  await running.client.act(id, 'pause');
  first.stream.send({ type: 'ack', sequence: first.frames.length - 1 });
  await wait(300);
  const second = await opened(running);
  second.stream.send({ type: 'subscribe', sessionId: id, frames: true });
  await until('the same picture', () => second.frames.length > 0);
});
