import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  historyChoicesSchema,
  sessionEventsSchema,
  sessionFilesSchema,
} from '../../protocol/session-keepsakes.ts';
import {
  problemOfRejected,
  runningEngine,
  scratchFolder,
  testCore,
  testRom,
  untilEnded,
} from '../testing/engine.ts';
import type { EngineClient } from './client.ts';

/** A short session that is over: taken over, saved, stopped. */
const played = async (client: EngineClient) => {
  const rom = testRom(scratchFolder(), 'a game');
  const session = await client.create({ core: testCore('synthetic'), rom, player: 'random' });
  await client.act(session.id, 'take-over');
  await client.act(session.id, 'pause');
  await client.request('POST', `/v1/sessions/${session.id}/states`, { name: 'here' });
  await client.act(session.id, 'stop');
  return untilEnded(client, session.id);
};

test('what happened in a session is told in words, oldest first', async () => {
  const { client } = await runningEngine();
  const { id } = await played(client);
  const { events, left } = sessionEventsSchema.parse(
    await client.request('GET', `/v1/history/sessions/${id}/events`),
  );
  expect(events.map(({ kind }) => kind)).toEqual(['started', 'turn', 'paused', 'saved', 'ended']);
  expect(events.map(({ message }) => message).join(' ')).toContain(
    'You took over the buttons. Paused. Saved as here.',
  );
  expect(left).toBe(0);
});

test('going back, taking that back and loading are told with the frames that they led from and to', async () => {
  const { client } = await runningEngine();
  const { id } = await client.create({ player: 'none', clock: 'lockstep' });
  await client.act(id, 'pause');
  const jump = (path: string, body?: object) =>
    client.request<{ session: { frame: number } }>('POST', `/v1/sessions/${id}/${path}`, body);
  await client.act(id, 'step', { frames: 2000 });
  await jump('states', { name: 'here', title: 'By the well' });
  const { frame: first } = await client.session(id);
  const { frame: second } = (await jump('rewind', { frame: first - 1200 })).session;
  const { frame: third } = (await jump('rewind/undo')).session;
  const { frame: fourth } = (await jump('rewind/redo')).session;
  await jump('states/here/load');
  // A jump that was refused is none.
  expect(await problemOfRejected(jump('rewind', { frame: 1e9 }))).toMatchObject({ field: 'frame' });
  const { events } = sessionEventsSchema.parse(
    await client.request('GET', `/v1/history/sessions/${id}/events`),
  );
  const jumps = events.filter(({ to }) => to !== undefined);
  expect(jumps.map(({ kind, frame, to }) => [kind, frame, to])).toEqual([
    ['went-back', first, first - 1200],
    ['undone', second, first],
    ['redone', third, second],
    ['loaded', fourth, first],
  ]);
  const words = (frame: number) => frame.toLocaleString('en');
  expect(jumps.map(({ message }) => message)).toEqual([
    `Went back 20 seconds, from frame ${words(first)} to frame ${words(first - 1200)}.`,
    `Took that back, from frame ${words(second)} to frame ${words(first)}.`,
    `Did it again, from frame ${words(third)} to frame ${words(second)}.`,
    `Loaded “By the well”: from frame ${words(fourth)} to frame ${words(first)}.`,
  ]);
});

test('its files are named, with the command that replays it, and what it can be looked for by', async () => {
  const { client, engine } = await runningEngine();
  const { id, game, title } = await played(client);
  const files = sessionFilesSchema.parse(await client.request('GET', `/v1/history/sessions/${id}/files`));
  expect(files.folder).toBe(join(engine.data.sessions, id));
  expect(files.bytes).toBeGreaterThan(files.replay!.bytes);
  expect(files.replay!.command).toContain(`replay ${files.replay!.path}`);
  const choices = historyChoicesSchema.parse(await client.request('GET', '/v1/history/choices'));
  expect(choices).toEqual({ games: [{ game, title, sessions: 1 }], goals: [] });
});

test('sessions are found by how they ended', async () => {
  const { client } = await runningEngine();
  const { id } = await played(client);
  const found = async (query: string) =>
    (await client.request<{ total: number }>('GET', `/v1/history/sessions?${query}`)).total;
  expect(await found('outcome=stopped')).toBe(1);
  expect(await found('outcome=failed')).toBe(0);
  expect(await found('goal=gate')).toBe(0);
  expect((await client.session(id)).goal).toBeNull();
  expect(await problemOfRejected(client.request('GET', '/v1/history/sessions?outcome=won'))).toMatchObject({
    code: 'configuration.invalid',
    field: 'outcome',
  });
});

const listed = async (client: EngineClient): Promise<string[]> => {
  const { sessions } = await client.request<{ sessions: { session: { id: string } }[] }>(
    'GET',
    '/v1/history/sessions',
  );
  return sessions.map(({ session }) => session.id);
};

test('a deleted session is nowhere to be found, can be taken back, and its neighbour stays', async () => {
  const { client, engine } = await runningEngine();
  const [first, second] = [await played(client), await played(client)];
  await client.request('DELETE', `/v1/sessions/${first.id}`);
  expect(await problemOfRejected(client.session(first.id))).toMatchObject({ code: 'session.not-found' });
  expect(await problemOfRejected(client.request('DELETE', `/v1/sessions/${first.id}`))).toMatchObject({
    code: 'session.not-found',
  });
  expect(await listed(client)).toEqual([second.id]);
  const choices = historyChoicesSchema.parse(await client.request('GET', '/v1/history/choices'));
  expect(choices.games).toMatchObject([{ sessions: 1 }]);
  expect((await client.request<{ id: string }[]>('GET', '/v1/sessions')).map(({ id }) => id)).toEqual([
    second.id,
  ]);

  expect(await client.request('POST', `/v1/sessions/${first.id}/restore`)).toMatchObject({ id: first.id });
  expect(await listed(client)).toEqual([second.id, first.id]);
  const { replay } = sessionFilesSchema.parse(
    await client.request('GET', `/v1/history/sessions/${first.id}/files`),
  );
  expect(existsSync(replay!.path)).toBe(true);
  expect(existsSync(join(engine.data.sessions, second.id))).toBe(true);
});

test('what there never was, and what was not deleted, is not brought back', async () => {
  const { client } = await runningEngine();
  const { id } = await played(client);
  expect(await client.request('POST', `/v1/sessions/${id}/restore`)).toMatchObject({ id });
  expect(await problemOfRejected(client.request('POST', '/v1/sessions/zzzzzzzzzzzz/restore'))).toMatchObject({
    code: 'session.not-found',
  });
});

test('one that is being played, and one that there is not, are not deleted', async () => {
  const { client } = await runningEngine();
  const rom = testRom(scratchFolder(), 'a game');
  const { id } = await client.create({ core: testCore('synthetic'), rom, player: 'none' });
  expect(await problemOfRejected(client.request('DELETE', `/v1/sessions/${id}`))).toMatchObject({
    code: 'session.wrong-state',
  });
  expect((await client.session(id)).state).toBe('running');
  expect(await problemOfRejected(client.request('DELETE', '/v1/sessions/zzzzzzzzzzzz'))).toMatchObject({
    code: 'session.not-found',
  });
  expect(await problemOfRejected(client.request('DELETE', '/v1/sessions/..%2f..'))).toMatchObject({
    code: 'configuration.invalid',
  });
});
