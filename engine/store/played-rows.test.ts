import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BackupFiles } from '../backup/backup-files.ts';
import { decodeFrameTimes } from '../history/frame-times.ts';
import { History } from '../history/history.ts';
import { scratchFolder } from '../testing/engine.ts';
import { playedSecond, sessionRecord } from '../testing/played.ts';
import { migrations } from './migrations.ts';
import { Store } from './store.ts';

const opened = async (folder = scratchFolder()): Promise<Store> => {
  const store = await Store.open(join(folder, 'eevee.db'), (notice) => {
    throw new Error(notice.message);
  });
  onTestFinished(() => store.close());
  return store;
};
const id = 'aaaaaaaaaaaa';

test('minutes are packed as they pass, and nothing is lost or counted twice', async () => {
  const store = await opened();
  store.putSession(sessionRecord(id));
  for (let second = 0; second < 200; second += 1) {
    const slow = second === 130 ? [...new Array<number>(59).fill(16_667), 50_000] : undefined;
    store.addSecond(id, playedSecond(second, slow));
  }
  const history = new History(store);
  const before = history.session(store.session(id)!);
  expect(before.figures).toMatchObject({ frames: 12_000, decisions: 200, frameMax: 50 });
  expect(before).toMatchObject({ detail: 'second', frameTimes: true });
  // The slowest hundredth: one of 50 ms and 119 of 16.67.
  expect(before.figures.low1).toBeCloseTo(1000 / ((50 + 119 * 16.667) / 120), 0);

  store.putSession({ ...store.session(id)!, state: 'ended', goalReached: true });
  const after = history.session(store.session(id)!);
  expect(after.figures).toEqual(before.figures);
  const series = history.series(id, { resolution: 'second', points: 5000 });
  expect(series.time).toEqual(Array.from({ length: 200 }, (_, second) => second));
  expect(series.columns.frameMax?.[130]).toBe(50);
  expect(series.columns.watts).toBeUndefined();
  const minutes = history.series(id, { resolution: 'minute', points: 600 });
  expect(minutes.columns.frames).toEqual([3600, 3600, 3600, 1200]);
  const frames = [...store.history.everyFrame(id)].flatMap(decodeFrameTimes);
  expect(frames).toHaveLength(12_000);
  expect(frames.indexOf(50_000)).toBe(130 * 60 + 59);
  const days = store.history.days(null, null, null);
  expect(days).toMatchObject([{ sessions: 1, goals: 1, played: { frames: 12_000 } }]);
  // Written again (an engine that ends twice), it counts once.
  store.putSession({ ...store.session(id)!, state: 'ended', goalReached: true });
  expect(store.history.days(null, null, null)).toEqual(days);
});

test('a clock that is set back neither loses nor overwrites what was played', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const store = await opened();
  vi.setSystemTime('2026-05-02T12:00:00Z');
  store.putSession(sessionRecord(id));
  for (let second = 0; second < 90; second += 1) store.addSecond(id, playedSecond(second));
  vi.setSystemTime('2026-05-01T12:00:00Z');
  for (let second = 90; second < 180; second += 1) store.addSecond(id, playedSecond(second));
  store.putSession(sessionRecord('bbbbbbbbbbbb'));
  for (let second = 0; second < 60; second += 1) store.addSecond('bbbbbbbbbbbb', playedSecond(second));
  for (const each of [id, 'bbbbbbbbbbbb']) store.putSession({ ...store.session(each)!, state: 'ended' });
  const history = new History(store);
  expect(history.session(store.session(id)!).figures.frames).toBe(180 * 60);
  expect(history.series(id, { resolution: 'second', points: 5000 }).time).toHaveLength(180);
  expect(store.history.days(null, null, null).map(({ day, played }) => [day, played.frames])).toEqual([
    ['2026-05-01', 7200],
    ['2026-05-02', 7200],
  ]);
  expect(history.page({ limit: 10 }).sessions).toHaveLength(2);
});

test('a database of before is taken over, and kept as it was beside it', async () => {
  const folder = scratchFolder();
  const before = migrations.findIndex((sql) => sql.includes('CREATE TABLE fresh_seconds'));
  const old = new Database(join(folder, 'eevee.db'));
  for (const sql of migrations.slice(0, before)) old.exec(sql);
  const began = '2026-01-31T22:59:30.000Z';
  old
    .prepare('INSERT INTO sessions VALUES (?, ?, ?, ?)')
    .run(id, began, 'ended', JSON.stringify(sessionRecord(id, { createdAt: began, state: 'ended' })));
  for (let second = 0; second < 90; second += 1) {
    old.prepare('INSERT INTO seconds VALUES (?, ?, 60, 59.5, 1, 2, 3, 1, 7)').run(id, second);
  }
  old.pragma(`user_version = ${before}`);
  old.close();
  const backups = new BackupFiles(join(folder, 'backups'));
  const store = await Store.open(join(folder, 'eevee.db'), () => {}, backups);
  onTestFinished(() => store.close());
  const history = new History(store);
  expect(history.session(store.session(id)!).figures).toMatchObject({
    ...{ frames: 5400, lateFrames: 90, residentBytes: 7, fps: expect.closeTo(59.5, 1) },
    // They were not measured then, and do not look like 0 now.
    ...{ low1: null, lostFrames: null, watts: null },
  });
  expect(history.series(id, { resolution: 'second', points: 5000 }).time).toHaveLength(90);
  // What lies singly is packed in the background, and only then belongs to its day.
  const told = history.session(store.session(id)!).figures;
  while (store.packLeftOver());
  expect(history.session(store.session(id)!).figures).toEqual({
    ...told,
    fps: expect.closeTo(told.fps!, 6),
    playedSeconds: expect.closeTo(told.playedSeconds, 6),
  });
  expect(store.history.days(null, null, null).reduce((sum, { played }) => sum + played.frames, 0)).toBe(5400);
  expect(backups.list()).toMatchObject([{ reason: 'before-upgrade' }]);
  const kept = new Database(backups.path(backups.list()[0]!.name), { readonly: true });
  expect(kept.prepare('SELECT count(*) FROM seconds').pluck().get()).toBe(90);
  kept.close();
});

test('decisions keep their numbers when they are packed', async () => {
  const store = await opened();
  store.putSession(sessionRecord(id));
  const decision = { goal: 'g', task: 't', skill: 's', action: 'a', why: 'w', confidence: 1, tasks: [] };
  for (let number = 0; number < 457; number += 1)
    store.addDecision(id, number, { frame: number, ...decision });
  const frames = (before: number, limit: number) =>
    store.decisionPage(id, before, limit).map((each) => [each.number, each.decision.frame]);
  const check = () => {
    expect(store.decisionCount(id)).toBe(457);
    expect(frames(457, 500)).toEqual(Array.from({ length: 457 }, (_, number) => [number, number]));
    expect(frames(250, 3)).toEqual([247, 248, 249].map((number) => [number, number]));
    expect(frames(0, 3)).toEqual([]);
    expect(store.decisions(id, 2).map(({ frame }) => frame)).toEqual([455, 456]);
  };
  check();
  store.putSession({ ...store.session(id)!, state: 'ended' });
  check();
});
