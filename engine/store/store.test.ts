import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { NoticeText } from '../notices.ts';
import { problemOfRejected, scratchFolder } from '../testing/engine.ts';
import { playedSecond, sessionRecord } from '../testing/played.ts';
import { databaseVersion } from './migrations.ts';
import { Store } from './store.ts';

const session = (id: string) =>
  sessionRecord(id, { createdAt: new Date(Number.parseInt(id, 36) % 1e12).toISOString() });
const row = playedSecond;
const shown = (second: number) => ({
  ...{ second, frames: 60, max: 250, lateFrames: 0, residentBytes: 5e7 },
  fps: expect.closeTo(60, 5),
  p50: expect.closeTo(250, 0),
  p99: expect.closeTo(250, 0),
});
const opened = async (folder: string) => {
  const notices: NoticeText[] = [];
  const store = await Store.open(join(folder, 'eevee.db'), (notice) => notices.push(notice));
  return { store, notices };
};

test('what is put in is there after a restart', async () => {
  const folder = scratchFolder();
  const first = await opened(folder);
  first.store.putSession(session('aaaaaaaaaaaa'));
  first.store.addSecond('aaaaaaaaaaaa', row(1));
  first.store.addSecond('aaaaaaaaaaaa', row(2));
  first.store.addEvent('aaaaaaaaaaaa', 'state', { a: 1 });
  first.store.close();
  const { store, notices } = await opened(folder);
  expect(store.session('aaaaaaaaaaaa')).toEqual(session('aaaaaaaaaaaa'));
  expect(store.seconds('aaaaaaaaaaaa', 10)).toEqual([shown(1), shown(2)]);
  expect(store.unfinishedSessions()).toHaveLength(1);
  expect(notices).toEqual([]);
  store.close();
});

describe('a database that cannot be used is set aside, never overwritten', () => {
  test.each([
    [
      'text',
      (path: string) =>
        writeFileSync(path, 'this is no database, but it is long enough to be read '.repeat(50)),
    ],
    ['cut in half', (path: string) => truncateSync(path, readFileSync(path).length / 2 - 100)],
    [
      'overwritten in the middle',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 4096, 12_000);
        writeFileSync(path, bytes);
      },
    ],
  ])('%s', async (_what, damage) => {
    const folder = scratchFolder();
    const before = await opened(folder);
    before.store.putSession(session('aaaaaaaaaaaa'));
    before.store.close();
    const path = join(folder, 'eevee.db');
    damage(path);
    writeFileSync(`${path}-wal`, 'left over');
    const damaged = readFileSync(path);

    const { store, notices } = await opened(folder);
    expect(notices).toMatchObject([{ level: 'error', message: expect.stringContaining('damaged') }]);
    expect(store.sessions(10)).toEqual([]);
    store.putSession(session('bbbbbbbbbbbb'));
    store.close();
    const aside = readdirSync(folder).filter((name) => /^eevee\.db\.broken-\d{4}-.*Z$/.test(name));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(folder, aside[0]!))).toEqual(damaged);
  });

  test('one of a newer engine', async () => {
    const folder = scratchFolder();
    const newer = new Database(join(folder, 'eevee.db'));
    newer.exec('CREATE TABLE future (a)');
    newer.pragma(`user_version = ${databaseVersion + 6}`);
    newer.close();
    const { store, notices } = await opened(folder);
    expect(notices).toMatchObject([{ level: 'warning', message: expect.stringContaining('newer Eevee') }]);
    store.close();
    const name = readdirSync(folder).find((each) =>
      each.startsWith(`eevee.db.newer-v${databaseVersion + 6}-`),
    );
    expect(name).toBeDefined();
    const kept = new Database(join(folder, name!));
    expect(kept.prepare('SELECT name FROM sqlite_master').pluck().all()).toEqual(['future']);
    kept.close();
  });
});

test('one engine a data folder', async () => {
  const folder = scratchFolder();
  const { store } = await opened(folder);
  expect(await problemOfRejected(opened(folder))).toMatchObject({
    code: 'resource.folder-in-use',
    field: 'dataDir',
  });
  store.close();
});

test('a row that breaks a rule keeps nothing else from being written', async () => {
  const { store, notices } = await opened(scratchFolder());
  store.addSecond('nosuchsessio', row(1));
  store.putSession(session('aaaaaaaaaaaa'));
  expect(notices).toHaveLength(1);
  expect(store.session('aaaaaaaaaaaa')).not.toBeNull();
  store.addSecond('aaaaaaaaaaaa', row(1));
  store.flush();
  expect(store.failing).toBe(false);
  store.close();
});
