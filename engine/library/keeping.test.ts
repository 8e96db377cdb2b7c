import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { Store } from '../store/store.ts';
import { scratchFolder } from '../testing/engine.ts';
import { Library } from './library.ts';
import { PlayLog } from './play-log.ts';
import { cartridge } from './testing/cartridges.ts';

const dayMs = 24 * 60 * 60 * 1000;
const bytes = async function* (rom: Uint8Array) {
  yield rom;
};
const opened = async () => {
  const data = openDataFolder(join(scratchFolder(), 'data'));
  const store = await Store.open(data.database, () => {});
  onTestFinished(() => store.close());
  return { data, store, library: await Library.open(store.library, data) };
};

test('what was removed a day ago is cleared away at the next start: our copy, never the player’s file', async () => {
  const { data, store, library } = await opened();
  const mine = join(scratchFolder(), 'mine.gb');
  writeFileSync(mine, cartridge('MINE', 1));
  const { entry: byPath } = await library.addPath(mine);
  const { entry: copy } = await library.receive(bytes(cartridge()), 'copy.gb');
  const { entry: fresh } = await library.receive(bytes(cartridge('FRESH', 2)), 'fresh.gb');
  for (const { id } of [byPath, copy, fresh]) library.remove(id);
  const longAgo = new Date(Date.now() - dayMs - 1000).toISOString();
  for (const { id } of [byPath, copy]) store.library.change(id, { removedAt: longAgo });

  const again = await Library.open(store.library, data);
  expect(existsSync(mine)).toBe(true);
  expect(existsSync(copy.path)).toBe(false);
  expect(await again.restore(fresh.id)).toMatchObject({ id: fresh.id, file: 'there' });
  for (const { id } of [byPath, copy])
    await expect(again.restore(id)).rejects.toMatchObject({ problem: { code: 'library.not-found' } });
});

test('what an engine that died left half-written is cleared away', async () => {
  const { data, store } = await opened();
  writeFileSync(join(data.roms, '.incoming-0123456789abcdef'), 'half a ROM');
  await Library.open(store.library, data);
  expect(readdirSync(data.roms)).toEqual([]);
});

test('a stream that breaks off leaves nothing, and neither does one that ends too late', async () => {
  const { data, library } = await opened();
  const breaking = async function* () {
    yield cartridge().subarray(0, 1000);
    throw new Error('the connection was lost');
  };
  await expect(library.receive(breaking(), 'a.gb')).rejects.toThrow('the connection was lost');
  const endless = async function* () {
    for (let n = 0; n < 40; n += 1) yield new Uint8Array(1 << 20);
  };
  await expect(library.receive(endless(), 'a.gb')).rejects.toMatchObject({
    problem: { code: 'resource.rom-too-large' },
  });
  expect(readdirSync(data.roms)).toEqual([]);
});

test('time counts while a session runs, and once for each session', async () => {
  const { library } = await opened();
  const [box] = await library.list();
  let now = 0;
  const log = new PlayLog(library, () => now);
  const session = (id: string, state: string) =>
    ({
      id,
      state,
      game: box!.id,
      romSha256: '',
      createdAt: '2026-03-01T12:00:00.000Z',
      goal: null,
      seed: 4,
      speed: 2,
      player: 'none',
    }) as never;
  log.heed(session('a', 'starting'));
  log.heed(session('a', 'running'));
  now += 25_000;
  log.tick(session('a', 'running'));
  now += 5000;
  log.heed(session('a', 'paused'));
  now += 60_000;
  log.heed(session('a', 'running'));
  now += 10_000;
  log.heed(session('a', 'ended'));
  log.heed(session('b', 'running'));
  log.heed(session('b', 'ended'));
  expect(await library.one(box!.id)).toMatchObject({
    timesPlayed: 2,
    secondsPlayed: 40,
    lastPlayedAt: '2026-03-01T12:00:00.000Z',
    lastChoice: { goal: null, seed: 4, speed: 2, player: 'none' },
  });
});

test('a database that was put back from before the library has its games in the box again', async () => {
  const { store, library } = await opened();
  const before = await library.list();
  for (const { id } of before) store.library.drop(id);
  expect((await library.list()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});
