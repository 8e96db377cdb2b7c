import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { artSources, readArt } from './tools/art.js';
import { battleArtSources } from './tools/battle-art.js';
import { generate } from './tools/generate.js';
import { paletteBytes, tileBytes } from './tools/tiles.js';

const root = fileURLToPath(new URL('.', import.meta.url));
const json = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'));
const species: string[] = json('data/species.json').species.map(({ id }: { id: string }) => id);
const classes: string[] = json('data/trainers.json').classes.map(({ id }: { id: string }) => id);

type Block = { name: string; tiles: number[]; palettes: number[]; collision: string; class: string };
type Sheet = { width: number; height: number; columns: number; rows: number; pixels: Uint8Array };

/** Everything of a tile set that the machine and the player's eyes get to see, block by block. */
function blocksOf(look: number, set: string): { name: string; bytes: number[] }[] {
  const art = readArt(root, look);
  const sheet = art.sheet(`${set}.png`);
  return art.tilesets[set].blocks.map((block: Block) => ({
    name: block.name,
    bytes: block.tiles.flatMap((tile) => tileBytes(sheet, tile)),
  }));
}

test('the first chapter looks as it did when eyes were first trained on it', () => {
  const art = readArt(root, 1);
  const hash = createHash('sha256');
  for (const [set, count] of [
    ['outdoor', 73],
    ['indoor', 31],
  ] as const) {
    for (const { bytes } of blocksOf(1, set).slice(0, count)) hash.update(Uint8Array.from(bytes));
    for (const block of art.tilesets[set].blocks.slice(0, count) as Block[])
      hash.update(JSON.stringify([block.name, block.palettes, block.collision, block.class]));
    hash.update(Uint8Array.from(paletteBytes(art.palettes[set], set)));
  }
  const people: Sheet = art.sheet('people.png');
  hash.update(people.pixels.subarray(0, people.width * 7 * 16));
  for (const kind of art.kinds.slice(0, 7)) hash.update(`${kind} ${art.palettes.people[kind]}`);
  for (const name of ['font.png', 'effects.png', 'title.png', 'ending.png'])
    hash.update((art.sheet(name) as Sheet).pixels);
  expect(hash.digest('hex')).toBe('a778af30428faa3f990ca0e389712fcb103d8856f17d3b9fceaf801869e835e0');
});

test.each([2, 3])('look %i covers every tile set, all people and the font, within the machine', (look) => {
  const [first, other] = [readArt(root, 1), readArt(root, look)];
  for (const name of [...Object.keys(first.tilesets), 'people', 'font']) {
    const [mine, its]: Sheet[] = [first.sheet(`${name}.png`), other.sheet(`${name}.png`)];
    expect(other.path(`${name}.png`)).toContain(`look-${look}`);
    expect([its!.width, its!.height]).toEqual([mine!.width, mine!.height]);
  }
  // Throws where a tile set needs more than 128 tiles or eight palettes.
  expect(artSources(other).length).toBe(artSources(first).length);
});

/** Whether one picture turns into the other by swapping shades alone. */
function recoloured(a: number[], b: number[]): boolean {
  const map = new Map<number, number>();
  for (let i = 0; i < a.length; i += 2)
    for (let bit = 0; bit < 8; bit++) {
      const shade = (bytes: number[]) => ((bytes[i]! >> bit) & 1) | (((bytes[i + 1]! >> bit) & 1) << 1);
      const [from, to] = [shade(a), shade(b)];
      if ((map.get(from) ?? to) !== to) return false;
      map.set(from, to);
    }
  return true;
}

test.each([
  [1, 2],
  [1, 3],
  [2, 3],
])('looks %i and %i are drawn differently, not coloured differently', (a, b) => {
  for (const set of Object.keys(readArt(root, 1).tilesets)) {
    const its = blocksOf(b, set);
    const same = blocksOf(a, set).filter(({ bytes }, i) => recoloured(bytes, its[i]!.bytes));
    // A block of one shade, such as the void around rooms, has nothing else to be.
    expect(same.filter(({ bytes }) => new Set(bytes).size > 1).map(({ name }) => `${set}: ${name}`)).toEqual(
      [],
    );
  }
});

test('a look that does not exist is refused with the looks that do', () => {
  expect(() => readArt(root, 4)).toThrow('looks are 1, 2 and 3');
});

const crop = (sheet: Sheet, x0: number, y0: number, size: number): number[] =>
  Array.from(
    { length: size * size },
    (_, i) => sheet.pixels[(y0 + Math.floor(i / size)) * sheet.width + x0 + (i % size)]!,
  );
const differing = (a: number[], b: number[]): number =>
  a.filter((shade, i) => shade !== b[i]).length / a.length;

test('every species has a front, a back and colours of its own, and no two look alike', () => {
  const art = readArt(root, 1);
  const pictures = species.map((id) => {
    const sheet: Sheet = art.sheet(`monsters/${id}.png`);
    return { id, front: crop(sheet, 0, 0, 56), back: crop(sheet, 56, 8, 48) };
  });
  for (const { id, front, back } of pictures) {
    const drawn = front.filter((shade) => shade > 0).length / front.length;
    expect(drawn, id).toBeGreaterThan(0.2);
    expect(back.filter((shade) => shade > 0).length / back.length, id).toBeGreaterThan(0.2);
    expect(new Set(front).size, id).toBe(4);
  }
  for (const [i, a] of pictures.entries())
    for (const b of pictures.slice(i + 1)) {
      expect(differing(a.front, b.front), `${a.id} and ${b.id}`).toBeGreaterThan(0.2);
      expect(differing(a.back, b.back), `${a.id} and ${b.id}`).toBeGreaterThan(0.2);
    }
  const colours = species.map((id) => art.palettes.monsters[id].join());
  expect(new Set(colours).size).toBe(species.length);
});

test('pictures of battles fill banks of 16 KB, and a species without a picture is named', () => {
  const art = readArt(root, 1);
  const sources: [string, string][] = battleArtSources(art, species, classes);
  const sizes = sources
    .filter(([name]) => name.startsWith('battle_pictures'))
    .map(([, source]) =>
      [...source.matchAll(/\[(\d+)\] = /g)].reduce((sum, [, bytes]) => sum + Number(bytes), 0),
    );
  expect(Math.max(...sizes)).toBeLessThanOrEqual(0x4000);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(
    species.length * 85 * 16 + classes.length * 49 * 16 + 36 * 16,
  );
  expect(() => battleArtSources(art, ['no-such-beast'], classes)).toThrow('no-such-beast');
});

test('a look is the same game: only pictures differ, and they are generated alike each time', () => {
  const [first, soft, again, bold] = [1, 2, 2, 3].map((look) => [...generate(root, look)]);
  const pictureFiles = first!
    .map(([name]) => name)
    .filter((name) => /^(art|art_sets|art_people|battle_art_data|battle_pictures_\d+)\.c$/.test(name))
    .sort();
  const differing = (a: [string, string][], b: [string, string][]) =>
    a.filter(([name, text], i) => b[i]![0] !== name || b[i]![1] !== text).map(([name]) => name);
  expect(differing(soft!, again!)).toEqual([]);
  for (const other of [soft!, bold!]) expect(differing(first!, other).sort()).toEqual(pictureFiles);
});
