import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { buildRom, inputsHash } from './build.js';
import { memoryMapDocument } from './tools/memory-map.js';
import { decodePng, encodePng } from './tools/png.js';
import { readSheet, TileSet, tileBytes } from './tools/tiles.js';

const folder = mkdtempSync(join(tmpdir(), 'thistlevale-build-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sheet = (name: string, width: number, height: number, grey: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, encodePng(width, height, grey));
  return path;
};

test('the cartridge names itself, its colours, its battery and its size', { timeout: 60_000 }, async () => {
  const { rom, memoryMap, sha256 } = await buildRom({ outDir: folder });
  const bytes = readFileSync(rom);
  expect(bytes.toString('latin1', 0x134, 0x13f)).toBe('THISTLEVALE');
  expect([bytes[0x143], bytes[0x147], bytes[0x149]]).toEqual([0x80, 0x1b, 2]);
  expect(bytes.length).toBe(32 * 1024 * 2 ** bytes[0x148]!);
  const header = bytes.subarray(0x134, 0x14d).reduce((sum, byte) => (sum - byte - 1) & 255, 0);
  expect(bytes[0x14d]).toBe(header);
  expect(JSON.parse(readFileSync(memoryMap, 'utf8'))).toMatchObject({ game: 'thistlevale', rom: sha256 });
});

test('wSeed stands at a fixed address that start-up leaves alone', () => {
  const map = JSON.parse(readFileSync(join(folder, 'thistlevale.map.json'), 'utf8'));
  const addressOf = (name: string) =>
    map.symbols.find((symbol: { name: string }) => symbol.name === name).address;
  expect([addressOf('wSeed'), addressOf('wSeedMagic')]).toEqual([0xc000, 0xc002]);
});

test('the hash of the sources is quick and stable', () => {
  const begin = performance.now();
  const hash = inputsHash();
  expect(performance.now() - begin).toBeLessThan(100);
  expect(inputsHash()).toBe(hash);
});

/** Without what a formatter of tables may change. */
const bare = (markdown: string): string => markdown.replaceAll(/[ -]+/g, ' ');

test('memory-map.md is what the list says', () => {
  const document = readFileSync(new URL('memory-map.md', import.meta.url), 'utf8');
  expect(bare(document)).toBe(bare(memoryMapDocument()));
});

test('art with a fifth grey is refused, with its place', () => {
  const grey = new Uint8Array(64).fill(255);
  grey[8 * 3 + 5] = 200;
  const path = sheet('fifth.png', 8, 8, grey);
  expect(() => readSheet(path, 'art/fifth.png')).toThrow('art/fifth.png has grey 200 at (5, 3)');
});

test('a sheet that is no whole number of tiles is refused', () => {
  const path = sheet('odd.png', 12, 8, new Uint8Array(96).fill(255));
  expect(() => readSheet(path, 'art/odd.png')).toThrow('12×8');
});

test('tiles are two bits a pixel, and equal ones are kept once', () => {
  const grey = new Uint8Array(128).fill(255);
  for (let x = 0; x < 4; x++) for (const tile of [0, 8]) grey[tile + x] = [255, 170, 85, 0][x]!;
  const art = readSheet(sheet('two.png', 16, 8, grey), 'art/two.png');
  expect(tileBytes(art, 0).slice(0, 2)).toEqual([0b01010000, 0b00110000]);
  const tiles = new TileSet('test', 1);
  expect([tiles.add(tileBytes(art, 0)), tiles.add(tileBytes(art, 1))]).toEqual([0, 0]);
  expect(() => tiles.add(new Array(16).fill(9))).toThrow('needs more than 1 distinct tiles');
});

test('a picture survives being written and read', () => {
  const grey = Uint8Array.from({ length: 60 }, (_, i) => i * 4);
  expect([...decodePng(encodePng(10, 6, grey), 'round trip').grey]).toEqual([...grey]);
  expect(() => decodePng(Buffer.from('no picture'), 'art/x.png')).toThrow('art/x.png is not a PNG file');
});
