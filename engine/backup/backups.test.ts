import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Backup, HistoryStorage, Restored } from '../../protocol/backups.ts';
import type { HistoryPage } from '../../protocol/history.ts';
import type { NoticeText } from '../notices.ts';
import { databaseVersion } from '../store/migrations.ts';
import { Store } from '../store/store.ts';
import { problemOfRejected, runningEngine, scratchFolder, untilEnded } from '../testing/engine.ts';
import { playedSecond, sessionRecord } from '../testing/played.ts';
import { BackupFiles } from './backup-files.ts';
import { Backups } from './backups.ts';
import { Keeper } from './keeper.ts';

const settings = { historyDetailDays: 7, historyMinuteDays: 30, historyCapMegabytes: 500 };

const opened = async (folder = scratchFolder()) => {
  const notices: NoticeText[] = [];
  const files = new BackupFiles(join(folder, 'backups'));
  const store = await Store.open(join(folder, 'eevee.db'), (notice) => notices.push(notice), files);
  onTestFinished(() => store.close());
  const backups = new Backups({
    ...{ store, folder: files.folder },
    ...{ kept: () => 2, running: () => 0, restored: () => {} },
  });
  return { folder, store, backups, notices, files };
};
const play = (store: Store, id: string, seconds: number): void => {
  store.putSession(sessionRecord(id));
  for (let second = 0; second < seconds; second += 1) {
    const times = Array.from(
      { length: 60 },
      (_, frame) => 16_000 + ((Math.imul(second * 60 + frame + 1, 2_654_435_761) >>> 8) % 1500),
    );
    store.addSecond(id, playedSecond(second, times));
  }
  store.putSession({ ...store.session(id)!, state: 'ended' });
};
const ids = (store: Store): string[] =>
  store
    .sessions(100)
    .map(({ id }) => id)
    .sort();

test('over the API: back up, play on, and go back; what was there is kept', async () => {
  const { client, engine } = await runningEngine();
  const session = async (seed: number) => {
    const { id } = await client.create({ player: 'random', clock: 'lockstep', seed, frameLimit: 300 });
    await untilEnded(client, id);
    return id;
  };
  const first = await session(1);
  const backup = await client.request<Backup>('POST', '/v1/backups');
  expect(backup).toMatchObject({ reason: 'manual', bytes: expect.any(Number) });
  const second = await session(2);
  const history = async () =>
    (await client.request<HistoryPage>('GET', '/v1/history/sessions')).sessions.map(
      (each) => each.session.id,
    );
  expect(await history()).toEqual([second, first]);

  const { id } = await client.create({ player: 'none' });
  expect(await problemOfRejected(client.request('POST', `/v1/backups/${backup.name}/restore`))).toMatchObject(
    {
      code: 'session.wrong-state',
    },
  );
  await client.act(id, 'stop');
  const restored = await client.request<Restored>('POST', `/v1/backups/${backup.name}/restore`);
  expect(restored).toMatchObject({ restored: backup, sessions: 1, before: { reason: 'before-restore' } });
  expect(await history()).toEqual([first]);
  expect((await client.request<unknown[]>('GET', '/v1/sessions')).length).toBe(1);
  await client.request<Restored>('POST', `/v1/backups/${restored.before.name}/restore`);
  expect((await history()).slice(1)).toEqual([second, first]);

  const storage = await client.request<HistoryStorage>('GET', '/v1/history/storage');
  expect(storage).toMatchObject({ sessions: 3, backups: 3, detailDays: 7, minuteDays: 30 });
  expect(storage.bytes).toBeGreaterThan(10_000);
  for (const [name, code] of [
    ['eevee-2020-01-01T00-00-00Z-daily.db', 'resource.backup-missing'],
    ['..%2F..%2Fetc%2Fpasswd', 'configuration.invalid'],
  ] as const) {
    expect(await problemOfRejected(client.request('POST', `/v1/backups/${name}/restore`))).toMatchObject({
      code,
      field: 'name',
    });
  }
  expect(readdirSync(engine.data.root).filter((name) => name.includes('restoring'))).toEqual([]);
});

test('a backup is made while the store is written to, and old daily ones go', async () => {
  const { store, backups } = await opened();
  play(store, 'aaaaaaaaaaaa', 300);
  const making = Promise.all([backups.make('daily', true), backups.make('daily'), backups.make('daily')]);
  play(store, 'bbbbbbbbbbbb', 300);
  expect(new Set((await making).map(({ name }) => name)).size).toBe(3);
  expect(backups.list()).toHaveLength(2);
  expect(readdirSync(new BackupFiles(join(store.path, '..', 'backups')).folder)).toHaveLength(2);
});

test('a damaged database is set aside and the newest good backup takes its place, with a word', async () => {
  const { folder, store, backups, files } = await opened();
  play(store, 'aaaaaaaaaaaa', 100);
  const good = await backups.make('manual');
  play(store, 'bbbbbbbbbbbb', 100);
  const newer = await backups.make('manual');
  store.close();
  for (const path of [join(folder, 'eevee.db'), files.path(newer.name)]) {
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 2048, 40_000);
    writeFileSync(path, bytes);
  }
  const again = await opened(folder);
  expect(again.notices).toMatchObject([
    { level: 'error', message: expect.stringContaining(`the backup of ${good.at}`) },
  ]);
  expect(ids(again.store)).toEqual(['aaaaaaaaaaaa']);
  expect(readdirSync(folder).filter((name) => name.includes('.broken-'))).not.toHaveLength(0);
});

test.each([
  ['no database', 'resource.database-broken', (path: string) => writeFileSync(path, 'hello '.repeat(2000))],
  [
    'a newer one',
    'resource.database-newer',
    (path: string) => {
      const database = new Database(path);
      database.pragma(`user_version = ${databaseVersion + 1}`);
      database.close();
    },
  ],
])('a file that is %s is not restored, and everything stays as it was', async (_what, code, change) => {
  const { store, backups, folder } = await opened();
  play(store, 'aaaaaaaaaaaa', 10);
  const { name } = await backups.make('manual');
  const path = join(folder, 'chosen.db');
  copyFileSync(join(folder, 'backups', name), path);
  change(path);
  play(store, 'bbbbbbbbbbbb', 10);
  expect(await problemOfRejected(backups.restoreFile(path))).toMatchObject({ code, value: path });
  expect(ids(store)).toEqual(['aaaaaaaaaaaa', 'bbbbbbbbbbbb']);
});

test('what is too old goes, the days stay, and the file shrinks; over the cap the oldest goes first', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { store, backups, notices } = await opened();
  const dayOf = (day: string, id: string) => {
    vi.setSystemTime(`${day}T12:00:00Z`);
    play(store, id, 3600);
  };
  for (const [index, day] of ['01', '02', '25', '28'].entries())
    dayOf(`2026-01-${day}`, `${index}`.repeat(12));
  vi.setSystemTime('2026-02-03T18:00:00Z');
  const keeper = new Keeper(store, backups, settings, (notice) => notices.push(notice));
  onTestFinished(() => keeper.close());
  const before = keeper.storage();
  await keeper.look();
  const kept = (index: number) => store.history.kept(`${index}`.repeat(12));
  expect([0, 1, 2, 3].map(kept)).toEqual([
    { seconds: false, minutes: false, everyFrame: false },
    { seconds: false, minutes: false, everyFrame: false },
    { seconds: false, minutes: true, everyFrame: false },
    { seconds: true, minutes: true, everyFrame: true },
  ]);
  expect(store.history.session('0'.repeat(12)).played.frames).toBe(216_000);
  expect(store.history.days(null, null, null)).toHaveLength(4);
  expect(keeper.storage()).toMatchObject({ backups: 1, sound: true, tidiedAt: expect.any(String) });
  expect(keeper.storage().bytes).toBeLessThan(before.bytes);
  // A clock that was set back: everything lies in the future, and stays.
  vi.setSystemTime('2025-06-01T00:00:00Z');
  await keeper.look();
  expect(kept(3)).toMatchObject({ seconds: true });

  const now = keeper.storage();
  const cap = now.bytes - now.freeBytes - 100_000;
  const tight = new Keeper(store, backups, { ...settings, historyCapMegabytes: cap / 1e6 }, () => {});
  onTestFinished(() => tight.close());
  await tight.tidy();
  const { bytes, freeBytes } = tight.storage();
  expect(bytes - freeBytes).toBeLessThanOrEqual(cap);
  expect(kept(3).everyFrame).toBe(false);
  expect(store.history.session('3'.repeat(12)).played.frames).toBe(216_000);
  expect(notices).toEqual([]);
});
