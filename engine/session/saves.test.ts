import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SavedState, Session } from '../../protocol/sessions.ts';
import {
  problemOfRejected,
  type RunningEngine,
  runningEngine,
  scratchFolder,
  until,
  untilEnded,
} from '../testing/engine.ts';
import { sessionFolder } from './folder.ts';
import { listAutosaves, listStates } from './saves.ts';

const blind = { player: 'random', clock: 'lockstep' } as const;

/** A paused session, and how to ask for its saved states. */
const paused = async ({ client }: RunningEngine) => {
  const { id } = await client.create(blind);
  await until('some play', async () => (await client.session(id)).frame > 200);
  await client.act(id, 'pause');
  const states = `/v1/sessions/${id}/states`;
  const save = (body: object) => client.request<SavedState>('POST', states, body);
  const list = () => client.request<SavedState[]>('GET', states);
  return { id, states, save, list };
};

test('a save has a title, a picture and its place in the story; renaming keeps all of it', async () => {
  const running = await runningEngine();
  const { client, engine } = running;
  const { states, save, list } = await paused(running);
  const saved = await save({ name: 'one', title: 'Before the well' });
  expect(saved).toMatchObject({ name: 'one', title: 'Before the well', thumbnail: true });
  expect(saved.position).toBe(saved.frame - 1);
  const picture = await fetch(`${engine.url}${states}/one/thumbnail.png`, {
    headers: { authorization: `Bearer ${engine.token}` },
  });
  const { PNG } = await import('pngjs');
  const png = PNG.sync.read(Buffer.from(await picture.arrayBuffer()));
  expect([png.width, png.height]).toEqual([160, 144]);
  await client.request('PUT', `${states}/one`, { title: 'At the well' });
  expect(await list()).toEqual([{ ...saved, title: 'At the well' }]);
  for (const title of ['', '   ', 'x'.repeat(81), 7]) {
    expect(await problemOfRejected(client.request('PUT', `${states}/one`, { title }))).toMatchObject({
      code: 'configuration.invalid',
      field: 'title',
    });
  }
});

test('saving over another save happens only where it is allowed', async () => {
  const running = await runningEngine();
  const { client } = running;
  const { id, save, list } = await paused(running);
  await save({ name: 'one', overwrite: false });
  expect(await problemOfRejected(save({ name: 'one', overwrite: false }))).toMatchObject({
    code: 'resource.state-exists',
    field: 'name',
  });
  await client.act(id, 'step', { frames: 10 });
  const second = await save({ name: 'one', title: 'Later' });
  expect(await list()).toEqual([second]);
  expect(second.thumbnail).toBe(true);
  for (const name of ['autosave', 'autosave-12']) {
    expect(await problemOfRejected(save({ name }))).toMatchObject({ code: 'configuration.invalid' });
  }
});

test('a deleted save can be brought back with its title and picture', async () => {
  const running = await runningEngine();
  const { client } = running;
  const { states, save, list } = await paused(running);
  const saved = await save({ name: 'one', title: 'Dear to me' });
  await client.request('DELETE', `${states}/one`);
  expect(await list()).toEqual([]);
  expect(await problemOfRejected(client.request('POST', `${states}/one/load`))).toMatchObject({
    code: 'resource.state-missing',
  });
  expect(await client.request('POST', `${states}/one/restore`)).toEqual(saved);
  expect(await problemOfRejected(client.request('POST', `${states}/one/restore`))).toMatchObject({
    code: 'resource.state-missing',
  });
  await client.request('DELETE', `${states}/one`);
  await save({ name: 'one' });
  expect(await problemOfRejected(client.request('POST', `${states}/one/restore`))).toMatchObject({
    code: 'resource.state-exists',
  });
  expect(await problemOfRejected(client.request('DELETE', `${states}/none`))).toMatchObject({
    code: 'resource.state-missing',
  });
});

test('the last autosaves are kept, can be loaded, and an ended session goes on from any of them', async () => {
  const running = await runningEngine();
  const { client } = running;
  const { id } = await paused(running);
  // Each pause is an autosave.
  for (let pause = 0; pause < 8; pause += 1) {
    const { frame } = await client.act(id, 'resume');
    await until('more play', async () => (await client.session(id)).frame > frame + 60);
    await client.act(id, 'pause');
  }
  const { frame } = await client.act(id, 'stop');
  const autosaves = await client.request<SavedState[]>('GET', `/v1/sessions/${id}/autosaves`);
  expect(autosaves.length).toBe(5);
  expect(autosaves[0]).toMatchObject({ name: 'autosave', frame: frame + 1, thumbnail: true });
  const frames = autosaves.map(({ frame }) => frame);
  expect([...frames].sort((a, b) => b - a)).toEqual(frames);
  expect(new Set(frames).size).toBe(frames.length);
  const oldest = autosaves.at(-1)!;
  const resumed = await client.create({ ...blind, resumeFrom: id, resumeState: oldest.name, frameLimit: 30 });
  await untilEnded(client, resumed.id);
  const missing = { ...blind, resumeFrom: id, resumeState: 'autosave-7' };
  expect(await problemOfRejected(client.create(missing))).toMatchObject({ code: 'resource.state-missing' });
});

test('a resumed session has the saves of the one before', async () => {
  const running = await runningEngine();
  const { client } = running;
  const { id, save } = await paused(running);
  const saved = await save({ name: 'one', title: 'Mine' });
  await client.act(id, 'stop');
  const resumed = await client.create({ ...blind, resumeFrom: id });
  const states = `/v1/sessions/${resumed.id}/states`;
  expect(await client.request('GET', states)).toMatchObject([
    { name: 'one', title: 'Mine', thumbnail: true },
  ]);
  expect(await client.request<Session>('POST', `${states}/one/load`)).toMatchObject({ id: resumed.id });
  await client.request('DELETE', `${states}/one`);
  expect(existsSync(saved.path)).toBe(true);
});

test('a session killed in the middle of saving leaves every save whole', async () => {
  const dataDir = scratchFolder();
  const { client, engine } = await runningEngine({ dataDir, autosaveSeconds: 1 });
  for (let round = 0; round < 6; round += 1) {
    const { id } = await client.create({ ...blind, seed: round });
    const states = `/v1/sessions/${id}/states`;
    await client.request('POST', states, { name: 'whole', title: 'first' });
    // One save after the other, over the same name, until the process is gone.
    const saving = (async () => {
      for (;;) await client.request('POST', states, { name: 'whole', title: 'again' });
    })().catch(() => {});
    await new Promise((resolve) => setTimeout(resolve, 30 + 37 * round));
    process.kill(engine.sessionPid(id)!, 'SIGKILL');
    await saving;
    await untilEnded(client, id);
    const folder = sessionFolder(join(dataDir, 'sessions', id));
    const [save] = listStates(folder);
    expect(['first', 'again', 'whole']).toContain(save?.title);
    for (const { name, path, thumbnail, frame } of [save!, ...listAutosaves(folder)]) {
      if (thumbnail) {
        const { PNG } = await import('pngjs');
        PNG.sync.read(readFileSync(path.replace('.state', `.${frame}.png`)));
      }
      // A session that goes on from it opens it, and refuses what is damaged.
      const resumed = await client.create({ ...blind, resumeFrom: id, resumeState: name, frameLimit: 2 });
      expect((await untilEnded(client, resumed.id)).end?.reason).toBe('frame-limit');
    }
    expect(readdirSync(folder.states).filter((file) => file.endsWith('.state'))).toEqual(['whole.state']);
  }
});
