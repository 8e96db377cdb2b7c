import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { loadGame } from '../../games/catalog.ts';
import type { Problem } from '../../protocol/errors.ts';
import type { Added, LibraryEntry } from '../../protocol/library.ts';
import type { Engine } from '../engine.ts';
import { runningEngine, scratchFolder, until } from '../testing/engine.ts';
import { cartridge } from './testing/cartridges.ts';

interface Answer<Body> {
  status: number;
  body: Body;
}

/** The library as a page asks it. */
const libraryOf = ({ url, token }: Engine) => {
  const ask = async <Body>(method: string, path: string, body?: BodyInit, type = 'application/json') => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': type }),
    };
    const response = await fetch(`${url}/v1/library${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, body: (await response.json()) as Body & Problem } as Answer<
      Body & Problem
    >;
  };
  return {
    list: async () => (await ask<LibraryEntry[]>('GET', '')).body as LibraryEntry[],
    add: (path: string) => ask<Added>('POST', '', JSON.stringify({ path })),
    upload: (name: string, bytes: Uint8Array<ArrayBuffer>, more = '') =>
      ask<Added>(
        'POST',
        `/upload?name=${encodeURIComponent(name)}${more}`,
        bytes,
        'application/octet-stream',
      ),
    patch: (id: string, body: unknown) => ask<LibraryEntry>('PATCH', `/${id}`, JSON.stringify(body)),
    remove: (id: string) => ask<unknown>('DELETE', `/${id}`),
    restore: (id: string) => ask<LibraryEntry>('POST', `/${id}/restore`),
    ask,
  };
};
const opened = async (dataDir = scratchFolder()) => {
  const { engine, client } = await runningEngine({ dataDir });
  return { engine, client, ...libraryOf(engine) };
};
const own = (entries: LibraryEntry[]) => entries.filter(({ game }) => game === null);
const romFiles = (engine: Engine) => readdirSync(engine.data.roms);

describe('adding', () => {
  test('the games in the box are there from the start, with what the AI can play for', async () => {
    const { list } = await opened();
    const [box] = await list();
    expect(box).toMatchObject({ game: box?.id, file: 'there', timesPlayed: 0, art: 0, copied: false });
    expect(box?.goals.length).toBeGreaterThan(0);
  });

  test('a dropped file is kept as a copy, named by its file, and the AI says that it does not know it', async () => {
    const { engine, upload, list } = await opened();
    const { status, body } = await upload('Misty_Hills (USA) [!].gb', cartridge());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      outcome: 'added',
      message: 'Misty Hills is in the library now.',
      entry: {
        title: 'Misty Hills',
        system: 'Game Boy',
        bytes: 32_768,
        copied: true,
        file: 'there',
        goals: [],
      },
    });
    expect(readFileSync(body.entry.path)).toEqual(Buffer.from(cartridge()));
    expect(romFiles(engine)).toHaveLength(1);
    expect(own(await list())).toEqual([body.entry]);
  });

  test('a file whose name says nothing is called what its header says', async () => {
    const { upload } = await opened();
    expect((await upload('rom.gb', cartridge('BLUE_STAR'))).body.entry.title).toBe('Blue Star');
  });

  test('the same ROM twice, also at once and under another name, is one game, in words', async () => {
    const { engine, upload, list } = await opened();
    const many = await Promise.all(['a.gb', 'b.gb', 'c.gb'].map((name) => upload(name, cartridge())));
    expect(many.map(({ body }) => body.outcome).sort()).toEqual(['added', 'known', 'known']);
    const again = await upload('other.gb', cartridge());
    expect(again.body.message).toMatch(/^other\.gb is .*, which is in the library already\.$/);
    expect(own(await list())).toHaveLength(1);
    expect(romFiles(engine)).toHaveLength(1);
  });

  test('the game in the box, dropped, is the game in the box', async () => {
    const { engine, upload, list } = await opened();
    const { id, romPath } = loadGame(engine.settings.game);
    const { body } = await upload('mine.gbc', new Uint8Array(readFileSync(romPath)));
    expect(body).toMatchObject({ outcome: 'known', entry: { id } });
    expect(body.message).toContain('came with Eevee');
    expect(own(await list())).toEqual([]);
    expect(romFiles(engine)).toEqual([]);
  });

  test('a path stays where it is', async () => {
    const { engine, add } = await opened();
    const path = join(scratchFolder(), 'Far Away.gb');
    writeFileSync(path, cartridge());
    expect((await add(path)).body.entry).toMatchObject({ path, copied: false, title: 'Far Away' });
    expect(romFiles(engine)).toEqual([]);
  });

  test('a zip with one ROM is unpacked; with none or several it is refused with their names', async () => {
    const { upload, add } = await opened();
    const text = new TextEncoder().encode('read me');
    const one = zipSync({ 'readme.txt': text, 'games/Sunny Isle.gb': cartridge() });
    expect((await upload('Sunny Isle.zip', one)).body.entry).toMatchObject({
      title: 'Sunny Isle',
      bytes: 32_768,
    });
    const path = join(scratchFolder(), 'b.zip');
    writeFileSync(path, zipSync({ 'b.gb': cartridge('B', 1) }));
    expect((await add(path)).body.entry).toMatchObject({ title: 'b', copied: true });
    const two = await upload('two.zip', zipSync({ 'a.gb': cartridge(), 'b.gb': cartridge('B') }));
    expect(two).toMatchObject({ status: 422, body: { code: 'resource.rom-archive' } });
    expect(two.body.message).toContain('2 ROMs (a.gb, b.gb)');
    const none = await upload('none.zip', zipSync({ 'readme.txt': text }));
    expect(none.body).toMatchObject({ code: 'resource.rom-archive' });
  });
});

describe('what is refused', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, ...new Uint8Array(64)]);
  const broken = zipSync({ 'a.gb': cartridge() }).slice(0, -30);
  const bomb = zipSync({ 'a.gba': new Uint8Array(33 * 1024 * 1024) }).slice();
  const cases: [what: string, name: string, bytes: Uint8Array<ArrayBuffer>, code: string][] = [
    ['nothing', 'a.gb', new Uint8Array(), 'resource.rom-empty'],
    ['a picture', 'a.png', png, 'resource.rom-system'],
    ['text', 'a.txt', new TextEncoder().encode('hello').slice(), 'resource.rom-system'],
    ['a saved game', 'a.sav', new Uint8Array(32_768), 'resource.rom-system'],
    ['another console’s', 'a.nes', new Uint8Array(40_000), 'resource.rom-system'],
    ['half a ROM', 'a.gb', cartridge().slice(0, 9000), 'resource.rom-truncated'],
    ['a header that does not add up', 'a.gb', new Uint8Array(32_768), 'resource.rom-checksum'],
    ['half an archive', 'a.zip', broken, 'resource.rom-archive'],
    ['an archive that unpacks to too much', 'a.zip', bomb, 'resource.rom-archive'],
    ['a file that is too large', 'a.gb', new Uint8Array(34 * 1024 * 1024), 'resource.rom-too-large'],
  ];
  test('wrong files are refused by name, with what to give instead, and leave nothing behind', async () => {
    const { engine, upload, list } = await opened();
    for (const [what, name, bytes, code] of cases) {
      const { status, body } = await upload(name, bytes);
      expect({ status, code: body.code }, what).toEqual({ status: 422, code });
      expect(body.message, what).toContain(name);
      expect(body.remedy.length, what).toBeGreaterThan(10);
    }
    expect(own(await list())).toEqual([]);
    expect(romFiles(engine)).toEqual([]);
  });

  test('any bytes at all are refused or taken, and never an error of ours', async () => {
    const { engine, upload } = await opened();
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 600 }),
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.boolean(),
        async (bytes, name, zip) => {
          const given = zip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : new Uint8Array(bytes);
          const { status, body } = await upload(name, given);
          expect(status, JSON.stringify(body)).toBe(422);
        },
      ),
      { numRuns: 40 },
    );
    expect(romFiles(engine)).toEqual([]);
  });

  test('requests of another shape', async () => {
    const { ask, add, upload, patch, list } = await opened();
    expect((await ask('POST', '/upload', cartridge(), 'application/octet-stream')).body).toMatchObject({
      field: 'name',
    });
    expect((await ask('POST', '/upload?name=a.gb', '{}')).body).toMatchObject({ field: 'body' });
    expect((await ask('POST', '', JSON.stringify({ path: '' }))).status).toBe(400);
    expect((await add('/nowhere/a.gb')).body).toMatchObject({ code: 'resource.rom-missing' });
    expect(await upload('a.gb', cartridge(), '&for=nobody')).toMatchObject({
      status: 404,
      body: { code: 'library.not-found' },
    });
    const { entry } = (await upload('a.gb', cartridge())).body;
    for (const body of [
      {},
      { title: ' ' },
      { title: 'a\nb' },
      { title: 'x'.repeat(121) },
      { acceptChanged: false },
      { sha256: '' },
    ])
      expect((await patch(entry.id, body)).status, JSON.stringify(body)).toBe(400);
    const box = (await list()).find(({ game }) => game !== null)!;
    expect((await patch(box.id, { title: 'Mine' })).body.message).toContain('came with Eevee');
    expect((await ask('DELETE', `/${box.id}`)).status).toBe(400);
    expect((await ask('GET', '/nobody')).status).toBe(404);
    expect((await ask('GET', `/${entry.id}/art.png`)).status).toBe(404);
    expect((await ask('GET', '/..%2f..%2fetc')).status).toBe(400);
  });
});

describe('changing', () => {
  test('renaming; removing and bringing back; the files stay', async () => {
    const dataDir = scratchFolder();
    const first = await opened(dataDir);
    const { entry } = (await first.upload('a.gb', cartridge())).body;
    expect((await first.patch(entry.id, { title: '  My game ' })).body.title).toBe('My game');
    expect((await first.remove(entry.id)).status).toBe(200);
    expect(own(await first.list())).toEqual([]);
    expect((await first.remove(entry.id)).status).toBe(404);
    expect((await first.restore(entry.id)).body).toMatchObject({ title: 'My game', file: 'there' });
    await first.remove(entry.id);
    expect((await first.upload('b.gb', cartridge())).body).toMatchObject({
      outcome: 'added',
      entry: { id: entry.id, title: 'My game' },
    });
    await first.engine.close();
    const { list } = await opened(dataDir);
    expect(own(await list())).toMatchObject([{ id: entry.id, title: 'My game', file: 'there' }]);
  });

  test('a file that is gone shows as gone, refuses to start in words, and is found again by the same ROM only', async () => {
    const { list, add, upload, client, patch } = await opened();
    const folder = scratchFolder();
    const path = join(folder, 'a.gb');
    writeFileSync(path, cartridge());
    const { id } = (await add(path)).body.entry;
    rmSync(path);
    expect(own(await list())).toMatchObject([{ file: 'missing' }]);
    await expect(client.create({ entry: id, player: 'none' })).rejects.toMatchObject({
      problem: { code: 'resource.rom-missing' },
    });
    const other = await upload('other.gb', cartridge('OTHER'), `&for=${id}`);
    expect(other).toMatchObject({ status: 422, body: { code: 'resource.rom-changed' } });
    mkdirSync(join(folder, 'moved'));
    writeFileSync(join(folder, 'moved', 'x.gb'), cartridge());
    expect((await patch(id, { path: join(folder, 'moved', 'x.gb') })).body).toMatchObject({
      file: 'there',
      title: 'a',
    });
    rmSync(join(folder, 'moved', 'x.gb'));
    expect((await upload('y.gb', cartridge(), `&for=${id}`)).body).toMatchObject({
      outcome: 'located',
      entry: { file: 'there', copied: true },
    });
  });

  test('a file that changed shows as changed, and is played only once the new one was taken', async () => {
    const { list, add, client, patch, upload } = await opened();
    const path = join(scratchFolder(), 'a.gb');
    writeFileSync(path, cartridge());
    const { id, sha256 } = (await add(path)).body.entry;
    writeFileSync(path, cartridge('PATCHED'));
    expect(own(await list())).toMatchObject([{ file: 'changed', sha256 }]);
    await expect(client.create({ entry: id, player: 'none' })).rejects.toMatchObject({
      problem: { code: 'resource.rom-changed' },
    });
    const taken = await patch(id, { acceptChanged: true });
    expect(taken.body).toMatchObject({ file: 'there' });
    expect(taken.body.sha256).not.toBe(sha256);
    // The old ROM is another game now; and no game can be made the same as another one.
    const old = (await upload('old.gb', cartridge())).body.entry;
    expect(old.id).not.toBe(id);
    expect(
      (await upload('p.gb', cartridge('PATCHED'), `&for=${old.id}&replace=true`)).body.message,
    ).toContain('already');
    expect((await upload('n.gb', cartridge('NEW'), `&for=${old.id}&replace=true`)).body).toMatchObject({
      outcome: 'replaced',
    });
  });

  test('a file that was only touched is the same', async () => {
    const { list, add } = await opened();
    const path = join(scratchFolder(), 'a.gb');
    writeFileSync(path, cartridge());
    await add(path);
    await new Promise((resolve) => setTimeout(resolve, 20));
    writeFileSync(path, cartridge());
    expect(own(await list())).toMatchObject([{ file: 'there' }]);
  });
});

describe('playing', () => {
  test('play is counted, the last choice remembered, and the picture comes from play', async () => {
    const { list, client, ask, engine } = await opened();
    const { id } = (await list())[0]!;
    const session = await client.create({ entry: id, goal: null, seed: 7, speed: 8 });
    expect(session.game).toBe(id);
    const played = await until(
      'a picture',
      async () => (await list())[0]!.art > 0 && (await list())[0]!,
      60_000,
    );
    expect(played).toMatchObject({
      timesPlayed: 1,
      lastChoice: { goal: null, seed: 7, speed: 8, player: 'eyes' },
      artPinned: false,
    });
    expect(played.lastPlayedAt).toBe(session.createdAt);
    const png = readFileSync(join(engine.data.art, `${id}.png`));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    const pinned = await ask<LibraryEntry>('PUT', `/${id}/art`, JSON.stringify({ session: session.id }));
    expect(pinned.body).toMatchObject({ artPinned: true });
    expect(pinned.body.art).toBeGreaterThan(played.art);
    await client.request('POST', `/v1/sessions/${session.id}/stop`);
    expect((await list())[0]!.secondsPlayed).toBeGreaterThan(0);
    expect((await ask<LibraryEntry>('DELETE', `/${id}/art`)).body.artPinned).toBe(false);
    expect((await ask('PUT', `/${id}/art`, JSON.stringify({ session: session.id }))).status).toBe(409);
  });

  test('a ROM that nobody knows starts without the AI, under its title, and is resumed with the same ROM only', async () => {
    const { upload, client, engine } = await opened();
    const { entry } = (await upload('Lonely Tower.gb', cartridge())).body;
    const session = await client.create({ entry: entry.id, player: 'random' });
    expect(session).toMatchObject({ title: 'Lonely Tower', game: 'rom', romSha256: entry.sha256 });
    await expect(client.create({ entry: entry.id, goal: 'gate' })).rejects.toMatchObject({
      problem: { code: 'configuration.unknown-goal' },
    });
    await expect(client.create({ entry: entry.id, game: 'x' })).rejects.toMatchObject({
      problem: { field: 'entry' },
    });
    await client.request('POST', `/v1/sessions/${session.id}/stop`);
    expect(await client.create({ entry: entry.id, player: 'random', resumeFrom: session.id })).toMatchObject({
      title: 'Lonely Tower',
    });
    const other = (await libraryOf(engine).upload('o.gb', cartridge('O'))).body.entry;
    await expect(
      client.create({ entry: other.id, player: 'none', resumeFrom: session.id }),
    ).rejects.toMatchObject({ problem: { code: 'resource.state-foreign' } });
  });

  test('a ROM that was played by its path is in the library afterwards', async () => {
    const { list, client } = await opened();
    const path = join(scratchFolder(), 'By Path.gb');
    writeFileSync(path, cartridge());
    await client.create({ rom: path, player: 'none' });
    const [found] = await until('the game', async () => own(await list()).length > 0 && own(await list()));
    expect(found).toMatchObject({ title: 'By Path', copied: false, path });
    expect(existsSync(path)).toBe(true);
  });
});
