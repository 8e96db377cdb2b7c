import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Setting, type SettingsAnswer, settingsSchema } from '../../protocol/settings.ts';
import { storageSchema } from '../../protocol/storage.ts';
import { problemOfRejected, runningEngine } from '../testing/engine.ts';
import type { EngineClient } from './client.ts';

const ask = async (client: EngineClient, method: 'GET' | 'PUT' | 'DELETE', path = '', body?: unknown) =>
  settingsSchema.parse(await client.request<SettingsAnswer>(method, `/v1/settings${path}`, body));
const named = ({ settings }: SettingsAnswer, name: string): Setting =>
  settings.find((each) => each.name === name)!;

test('a setting is listed, chosen, kept in a file and taken back', async () => {
  const { client, engine } = await runningEngine();
  const before = await ask(client, 'GET');
  expect(named(before, 'maxSessions')).toMatchObject({ value: 8, source: 'default', group: 'advanced' });
  expect(named(before, 'dataDir').locked).toContain('--data-dir');
  const after = await ask(client, 'PUT', '/maxSessions', { value: 2 });
  expect(named(after, 'maxSessions')).toMatchObject({ value: 2, source: 'file' });
  expect(engine.settings.maxSessions).toBe(2);
  expect(JSON.parse(readFileSync(after.file, 'utf8'))).toEqual({ maxSessions: 2 });
  await ask(client, 'PUT', '', { values: { theme: 'dark', hubUrl: 'https://hub.example.org' } });
  expect(named(await ask(client, 'DELETE', '/theme'), 'theme').value).toBe('system');
  const all = await ask(client, 'DELETE');
  expect(all.settings.filter(({ source }) => source === 'file')).toEqual([]);
});

test('what applies at once does: how many sessions may run, and how much is logged', async () => {
  const { client, engine } = await runningEngine();
  await ask(client, 'PUT', '/maxSessions', { value: 1 });
  const running = await client.create({ clock: 'lockstep', player: 'none' });
  expect(await problemOfRejected(client.create({ player: 'none' }))).toMatchObject({
    code: 'session.too-many',
    value: 1,
  });
  await client.act(running.id, 'stop');
  // This engine was given its log level by a flag: that goes first.
  expect(await problemOfRejected(ask(client, 'PUT', '/logLevel', { value: 'debug' }))).toMatchObject({
    code: 'configuration.locked',
    field: 'logLevel',
  });
  expect(engine.logger.level).toBe('silent');
});

test.each<[string, 'PUT' | 'DELETE', string, unknown, string]>([
  ['a value out of range', 'PUT', '/maxSessions', { value: 0 }, 'configuration.invalid'],
  ['no value', 'PUT', '/maxSessions', {}, 'configuration.invalid'],
  ['a word too many', 'PUT', '/maxSessions', { value: 1, force: true }, 'configuration.invalid'],
  ['no setting', 'PUT', '/colour', { value: 1 }, 'configuration.unknown-setting'],
  ['no setting to take back', 'DELETE', '/colour', undefined, 'configuration.unknown-setting'],
  ['a setting of the launch', 'PUT', '/dataDir', { value: '/tmp' }, 'configuration.locked'],
  ['one bad among several', 'PUT', '', { values: { theme: 'dark', port: -1 } }, 'configuration.invalid'],
  ['a name of another world', 'PUT', '', { values: { constructor: 1 } }, 'configuration.unknown-setting'],
])('%s is refused, and nothing changes', async (_what, method, path, body, code) => {
  const { client } = await runningEngine();
  expect(await problemOfRejected(ask(client, method, path, body))).toMatchObject({ code });
  const { settings } = await ask(client, 'GET');
  expect(settings.filter(({ source }) => source === 'file')).toEqual([]);
});

test('what the data folder holds is told by part', async () => {
  const { client, engine } = await runningEngine();
  const before = storageSchema.parse(await client.request('GET', '/v1/storage'));
  expect(before).toMatchObject({ folder: engine.data.root, bytes: { sessions: 0 } });
  expect(before.bytes.database).toBeGreaterThan(0);
  expect(before.freeBytes).toBeGreaterThan(0);
  writeFileSync(join(engine.data.sessions, 'something'), 'x'.repeat(1000));
  const after = storageSchema.parse(await client.request('GET', '/v1/storage'));
  expect(after.bytes.sessions).toBe(1000);
});
