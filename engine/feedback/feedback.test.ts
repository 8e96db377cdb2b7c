import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { FeedbackItem, FeedbackPreview, Outbox } from '../../protocol/feedback.ts';
import type { EngineClient } from '../api/client.ts';
import type { Settings } from '../settings.ts';
import { problemOfRejected, runningEngine, scratchFolder, until } from '../testing/engine.ts';
import { sha256Of } from './files.ts';
import { startTestHub, type TestHub } from './testing/hub.ts';

const hubForTest = async (): Promise<TestHub> => {
  const hub = await startTestHub();
  onTestFinished(() => hub.close());
  return hub;
};
const bug = { happened: 'It ran into a wall.', frequency: 'often', severity: 'annoying' };
const api = (client: EngineClient) => ({
  begin: (body: unknown) => client.request<FeedbackItem>('POST', '/v1/feedback', body),
  item: (id: string) => client.request<FeedbackItem>('GET', `/v1/feedback/${id}`),
  preview: (id: string) => client.request<FeedbackPreview>('GET', `/v1/feedback/${id}/preview`),
  send: async (id: string) => {
    const { digest } = await client.request<FeedbackPreview>('GET', `/v1/feedback/${id}/preview`);
    return client.request<FeedbackItem>('POST', `/v1/feedback/${id}/send`, { digest });
  },
  act: (id: string, verb: string) => client.request<FeedbackItem>('POST', `/v1/feedback/${id}/${verb}`),
  change: (id: string, kind: string, change: unknown) =>
    client.request<FeedbackItem>('PUT', `/v1/feedback/${id}/attachments/${kind}`, change),
});
const started = async (settings: Partial<Settings> = {}) => {
  const running = await runningEngine(settings);
  const content = async (path: string) => {
    const headers = { authorization: `Bearer ${running.engine.token}` };
    const response = await fetch(`${running.engine.url}${path}`, { headers });
    expect(response.status).toBe(200);
    return { type: response.headers.get('content-type'), bytes: Buffer.from(await response.arrayBuffer()) };
  };
  return { ...running, ...api(running.client), content };
};
const settled = ({ attachments }: FeedbackItem) => attachments.every(({ state }) => state !== 'collecting');

describe('a draft', () => {
  test('keeps what was written over a restart, too long or not complete, and says what is wrong in words', async () => {
    const dataDir = scratchFolder();
    const { engine, begin, client } = await started({ dataDir });
    const { id } = await begin({ kind: 'bug' });
    const form = { ...bug, happened: 'é'.repeat(2001) };
    await client.request('PUT', `/v1/feedback/${id}`, { form });
    await engine.close();

    const again = await started({ dataDir });
    expect(await again.item(id)).toMatchObject({ state: 'draft', form });
    const problem = await problemOfRejected(again.preview(id));
    expect(problem).toMatchObject({ code: 'feedback.too-long', field: 'happened' });
    expect(problem['message']).toContain('2001 characters; 2000 are allowed');
    expect(await again.item(id)).toMatchObject({ form });
  });

  test.each([
    [{ kind: 'praise' }, 'configuration.invalid'],
    [{ kind: 'bug', sessionId: 'nosuchsessio' }, 'session.not-found'],
    [{ kind: 'bug', form: { happened: 7 } }, 'configuration.invalid'],
    [{ kind: 'bug', more: true }, 'configuration.invalid'],
  ])('%j is refused', async (body, code) => {
    const { begin } = await started();
    expect(await problemOfRejected(begin(body))).toMatchObject({ code });
  });

  test('what is not filled in, not to choose, not there or not allowed now is refused, by name', async () => {
    const { begin, preview, client, act, item, send, change } = await started();
    const { id } = await begin({ kind: 'bug', form: { ...bug, severity: 'terrible' } });
    expect(await problemOfRejected(preview(id))).toMatchObject({
      code: 'feedback.incomplete',
      field: 'severity',
    });
    const put = (form: unknown) => client.request('PUT', `/v1/feedback/${id}`, { form });
    await put({});
    expect(await problemOfRejected(preview(id))).toMatchObject({
      code: 'feedback.incomplete',
      field: 'happened',
    });
    await put(bug);
    expect(await problemOfRejected(send(id))).toMatchObject({ code: 'feedback.no-hub' });
    expect(await problemOfRejected(act(id, 'retry'))).toMatchObject({ code: 'feedback.wrong-state' });
    expect(await problemOfRejected(change(id, 'figures', { included: true }))).toMatchObject({
      code: 'feedback.attachment-missing',
    });
    const none = '01890000-0000-7000-8000-000000000000';
    expect(await problemOfRejected(item(none))).toMatchObject({ code: 'feedback.not-found' });
    expect(await problemOfRejected(item('../../etc'))).toMatchObject({ code: 'request.not-found' });
  });

  test('a deletion can be taken back', async () => {
    const { begin, client, act, item } = await started();
    const { id } = await begin({ kind: 'wish', form: { wish: 'Snow' } });
    await client.request('DELETE', `/v1/feedback/${id}`);
    expect(await problemOfRejected(item(id))).toMatchObject({ code: 'feedback.not-found' });
    await act(id, 'restore');
    expect(await item(id)).toMatchObject({ form: { wish: 'Snow' } });
  });
});

describe('attachments', () => {
  test('a bug takes the last minute, picture, log and settings; all can be looked at and changed, none goes unasked', async () => {
    const hub = await hubForTest();
    const { client, begin, item, change, content, preview, send, engine } = await started({
      hubUrl: hub.url,
    });
    const session = await client.create({ clock: 'lockstep', frameLimit: 3900, seed: 3 });
    await until(
      'the session to end',
      async () => (await client.session(session.id)).state === 'ended',
      90_000,
    );
    const { id } = await begin({ kind: 'bug', sessionId: session.id, form: bug });
    const found = await until(
      'attachments',
      async () => {
        const now = await item(id);
        return settled(now) && now;
      },
      90_000,
    );
    const state = Object.fromEntries(found.attachments.map((each) => [each.kind, each.state]));
    expect(state).toEqual({
      screenshot: 'ready',
      replay: 'ready',
      log: 'ready',
      settings: 'ready',
      hardware: 'ready',
    });
    expect(found.attachments.every(({ included }) => !included)).toBe(true);
    expect((await preview(id)).attachments).toEqual([]);

    const at = (kind: string, file = 'content') => `/v1/feedback/${id}/attachments/${kind}/${file}`;
    const clip = JSON.parse((await content(at('replay'))).bytes.toString());
    expect(clip).toMatchObject({ format: 'eevee-clip-1', firstFrame: 300, frames: 3600 });
    expect(JSON.stringify(clip.header)).not.toContain('/');
    const strip = PNG.sync.read((await content(at('replay', 'pictures'))).bytes);
    expect([strip.width, strip.height]).toEqual([160, 144 * 121]);
    const hardware = JSON.parse((await content(at('hardware'))).bytes.toString());
    expect(hardware).toMatchObject({
      tier: { from: 'setting' },
      found: { processor: { threads: cpus().length } },
    });
    const settings = (await content(at('settings'))).bytes.toString();
    expect(settings).not.toContain(engine.data.root);
    expect(settings).toMatch(/"dataDir": "\[path-\d+\]"/);

    // A part of the replay, played again from its own state, ends in the same picture.
    await change(id, 'replay', { edit: { of: 'replay', from: 600, to: 1200 } });
    const trimmed = JSON.parse((await content(at('replay'))).bytes.toString());
    expect(trimmed).toMatchObject({ firstFrame: 900, frames: 600 });
    await change(id, 'replay', { edit: { of: 'replay', from: 600, to: 3600 } });
    const tail = JSON.parse((await content(at('replay'))).bytes.toString());
    expect(tail.lastFrameHash).toBe(clip.lastFrameHash);
    expect(
      await problemOfRejected(change(id, 'replay', { edit: { of: 'replay', from: 9, to: 9 } })),
    ).toMatchObject({
      code: 'feedback.attachment-invalid',
    });
    expect(
      await problemOfRejected(change(id, 'log', { edit: { of: 'replay', from: 0, to: 9 } })),
    ).toMatchObject({
      code: 'feedback.attachment-invalid',
      allowed: ['text'],
    });

    const cover = { x: 0, y: 0, width: 80, height: 9000 };
    expect(
      await problemOfRejected(
        change(id, 'screenshot', { edit: { of: 'picture', covers: [cover], crop: null } }),
      ),
    ).toMatchObject({ code: 'configuration.invalid' });
    await change(id, 'screenshot', {
      edit: {
        of: 'picture',
        covers: [{ ...cover, height: 200 }],
        crop: { x: 0, y: 0, width: 100, height: 50 },
      },
    });
    const picture = PNG.sync.read((await content(at('screenshot'))).bytes);
    expect([picture.width, picture.height]).toEqual([100, 50]);
    expect([...picture.data.subarray(0, 4)]).toEqual([24, 27, 33, 255]);

    await change(id, 'log', {
      edit: { of: 'text', text: 'Only this, from /home/somebody/x.' },
      included: true,
    });
    expect((await content(at('log'))).bytes.toString()).toMatch(/^Only this, from \[path-\d+\]\.$/);
    await change(id, 'screenshot', { included: true });
    await change(id, 'replay', { included: true });

    // What was previewed is, byte for byte, what arrives; and nothing else.
    const shown = await preview(id);
    const files = await Promise.all(
      shown.attachments.map(async ({ kind }) => (await content(at(kind))).bytes),
    );
    await send(id);
    await until('the hub to have it', async () => (await item(id)).state === 'sent');
    const [arrived] = [...hub.stored.values()];
    expect(arrived?.item).toBe(shown.item);
    expect(arrived?.attachments.map(({ bytes }) => sha256Of(bytes))).toEqual(files.map(sha256Of));
    expect(shown.attachments.map(({ sha256 }) => sha256)).toEqual(files.map(sha256Of));
    expect(readdirSync(join(engine.data.outbox, id))).toHaveLength(3 + 1);
  }, 180_000);
});

describe('sending', () => {
  test('only what was previewed last is agreed to', async () => {
    const hub = await hubForTest();
    const { begin, preview, client, item } = await started({ hubUrl: hub.url });
    const { id } = await begin({ kind: 'bug', form: bug });
    const { digest } = await preview(id);
    await client.request('PUT', `/v1/feedback/${id}`, { form: { ...bug, expected: 'A way round.' } });
    const late = client.request('POST', `/v1/feedback/${id}/send`, { digest });
    expect(await problemOfRejected(late)).toMatchObject({ code: 'feedback.changed' });
    expect(await item(id)).toMatchObject({ state: 'draft' });
    expect(hub.requests).toEqual([]);
  });

  test('a refusal is told in the hub’s words; changed and sent again it is another item to the hub', async () => {
    const hub = await hubForTest();
    hub.behave((request) => (request === 0 ? 'refuse' : null));
    const { begin, send, item, act, client } = await started({ hubUrl: hub.url });
    const { id } = await begin({ kind: 'wish', form: { wish: 'Snow, says /home/me/x', importance: 'nice' } });
    await send(id);
    const refused = await until('the refusal', async () => {
      const now = await item(id);
      return now.state === 'refused' && now;
    });
    expect(refused.said).toBe('We only take good news today.');
    await act(id, 'withdraw');
    await client.request('PUT', `/v1/feedback/${id}`, { form: { wish: 'Sun', importance: 'nice' } });
    await send(id);
    await until('the acknowledgement', async () => (await item(id)).state === 'sent');
    expect([...hub.stored.values()].map(({ item: text }) => JSON.parse(text))).toMatchObject([
      { form: { wish: 'Sun' }, replaces: [id] },
    ]);
    expect(await problemOfRejected(act(id, 'withdraw'))).toMatchObject({ code: 'feedback.wrong-state' });
  });

  test('a hub that was set later gets nothing that was agreed to for another', async () => {
    const dataDir = scratchFolder();
    const first = await hubForTest();
    first.behave(() => 'busy-503');
    const { begin, send, engine } = await started({ dataDir, hubUrl: first.url });
    const { id } = await begin({ kind: 'bug', form: bug });
    await send(id);
    await engine.close();
    const second = await hubForTest();
    const again = await started({ dataDir, hubUrl: second.url });
    await again.act(id, 'retry');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(second.requests).toEqual([]);
    await again.act(id, 'withdraw');
    await again.send(id);
    await until('the second hub', () => second.stored.size === 1);
  });
});

test('without a hub the same bytes are saved as a file', async () => {
  const { begin, preview, engine, item, client, act } = await started();
  const { id } = await begin({
    kind: 'performance',
    form: { happened: 'Slow', shape: 'slow', since: 'always' },
  });
  await until('the settings', async () => settled(await item(id)));
  await client.request('PUT', `/v1/feedback/${id}/attachments/settings`, { included: true });
  const { digest, item: text, attachments } = await preview(id);
  const response = await fetch(`${engine.url}/v1/feedback/${id}/export`, {
    method: 'POST',
    headers: { authorization: `Bearer ${engine.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ digest }),
  });
  expect(response.headers.get('content-type')).toBe('application/zip');
  const files = unzipSync(new Uint8Array(await response.arrayBuffer()));
  expect(Buffer.from(files['item.json'] ?? []).toString()).toBe(text);
  const [settings] = attachments;
  expect(Object.keys(files).sort()).toEqual(['README.txt', 'item.json', settings?.name].sort());
  expect(sha256Of(files[settings?.name ?? ''] ?? '')).toBe(settings?.sha256);
  expect((await item(id)).state).toBe('exported');
  const { items } = await client.request<Outbox>('GET', '/v1/feedback');
  expect(items.map(({ state }) => state)).toEqual(['exported']);
  await act(id, 'withdraw');
  expect((await item(id)).state).toBe('draft');
});
