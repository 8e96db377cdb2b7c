import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { loadGame } from '../../games/catalog.ts';
import { openHost } from '../../native/index.ts';
import { installedCore } from '../../native/testing/fixtures.ts';
import type { Host } from '../../native/types.ts';
import type { Problem } from '../../protocol/errors.ts';
import { buttonMask } from '../../protocol/words.ts';
import { randomFrom } from '../player/random-numbers.ts';
import { openSight } from './open-sight.ts';
import type { EyesRuntime, Sight } from './sight.ts';

const folder = mkdtempSync(join(tmpdir(), 'eevee-sight-'));
afterAll(() => rmSync(folder, { recursive: true }));
const modelDir = join(import.meta.dirname, '..', '..', 'models', 'thistlevale-eyes');
const game = loadGame('thistlevale');

let opened: Host | null = null;
const openGame = (): Host => {
  opened = openHost({
    core: installedCore('mgba')!,
    rom: game.romPath,
    systemDir: join(folder, 'system'),
    saveDir: mkdtempSync(join(folder, 'save-')),
    setup: game.setupFor(5),
  });
  return opened;
};
afterEach(() => {
  opened?.close();
  opened = null;
});

const refusal = (problem: Problem): never => {
  throw new Error(problem.message);
};
const sightOf = (host: Host, runtime: EyesRuntime): Promise<Sight> =>
  openSight(host, modelDir, runtime, refusal);

/** Random buttons, as somebody who knows nothing would press them: many kinds of screen turn up. */
const buttonsAt = (random: () => number): number => (random() < 0.3 ? 0 : 1 << Math.floor(random() * 8));

describe('the eyes on the frame thread', () => {
  test('see what onnxruntime sees, frame by frame', async () => {
    const host = openGame();
    const native = await sightOf(host, 'native');
    const reference = await sightOf(host, 'onnxruntime');
    const random = randomFrom(1);
    let cells = 0;
    let alike = 0;
    let modesAlike = 0;
    const looks = 500;
    host.run(20, 0);
    host.run(4, 1 << 3);
    for (let look = 0; look < looks; look++) {
      host.run(1 + Math.floor(random() * 4), look % 8 < 4 ? buttonsAt(random) : 0);
      const ours = (await native.see()).observation;
      const theirs = (await reference.see()).observation;
      expect(ours.frame).toBe(theirs.frame);
      if (ours.mode === theirs.mode) modesAlike++;
      cells += ours.cells.length;
      alike += ours.cells.filter((cell, i) => cell === theirs.cells[i]).length;
    }
    expect(modesAlike / looks).toBeGreaterThan(0.99);
    expect(alike / cells).toBeGreaterThan(0.999);
  });

  test('look at every frame while the clock runs, also while another network takes their place', async () => {
    const host = openGame();
    await sightOf(host, 'native');
    host.startClock(1);
    const model = readFileSync(join(modelDir, 'model.onnx'));
    const seen = new Set<number>();
    const until = performance.now() + 1500;
    for (let i = 0; performance.now() < until; i++) {
      if (i % 20 === 0) host.attachEyes(model, { modes: 7, classes: 11 });
      const frame = host.observe()?.frame;
      if (frame !== undefined) seen.add(frame);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    host.stopClock();
    const { frames, stages } = host.metrics();
    expect(stages.infer.count).toBe(frames);
    expect(seen.size).toBeGreaterThan(10);
  });

  test('call no JavaScript: they look at frame after frame while its thread is blocked', async () => {
    const host = openGame();
    await sightOf(host, 'native');
    host.startClock(1);
    const before = host.metrics();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 700);
    const after = host.metrics();
    host.stopClock();
    expect(after.frames - before.frames).toBeGreaterThan(10);
    expect(after.stages.infer.count - before.stages.infer.count).toBe(after.frames - before.frames);
    expect(host.observe()!.frame).toBeGreaterThan(before.frames);
  });

  test('add up what scrolled between two looks, however many frames lie between', async () => {
    const host = openGame();
    const sight = await sightOf(host, 'native');
    host.run(30, 0);
    host.run(4, 1 << 3);
    // The introduction: its pages are turned until the bedroom is there.
    for (let i = 0; i < 120; i++) host.run(4, i % 2 === 0 ? 1 << 1 : 0);
    const walks = [4, 5, 6, 7].map((bit) => {
      sight.see();
      host.run(8, 1 << bit);
      host.run(24, 0);
      return Promise.resolve(sight.see());
    });
    const shifts = (await Promise.all(walks)).map(({ observation }) => observation.scroll);
    for (const { dx, dy } of shifts) expect([0, 16]).toContain(Math.abs(dx) + Math.abs(dy));
    expect(shifts.some(({ dx, dy }) => dx !== 0 || dy !== 0)).toBe(true);
  });
});

describe('the reader on the frame thread', () => {
  test('reads what the game writes, and remembers its letters', async () => {
    const host = openGame();
    const sight = await sightOf(host, 'native');
    const pages: string[] = [];
    const read = async () => (await sight.see()).observation.text ?? [];
    host.run(60, 0);
    host.run(4, buttonMask(['start']));
    for (let page = 0; page < 6; page++) {
      // A page is written letter by letter and then waits.
      host.run(170, 0);
      pages.push((await read()).join(' '));
      host.run(4, buttonMask(['a']));
    }
    const source = readFileSync(join(import.meta.dirname, '../../games/thistlevale/maps/common.txt'), 'utf8');
    const words = (text: string): string[] => text.split(/[\s|]+/).filter((word) => word !== '');
    const written = words(source.split('# intro')[1]!.split('# ')[0]!);
    expect(words(pages.join(' '))).toEqual(written.slice(0, words(pages.join(' ')).length));
    expect(pages.every((page) => page.length > 8)).toBe(true);
    const cache = host.observe()!.letters!.cache;
    expect(cache.hits).toBeGreaterThan(100 * cache.misses);
  });
});

describe('a network that our own engine does not cover', () => {
  test('is run by onnxruntime instead, and it is said why', async () => {
    const covered = readFileSync(join(modelDir, 'model.onnx'));
    const foreign = mkdtempSync(join(folder, 'model-'));
    // The same network with its last step renamed to one that onnxruntime knows and we do not need.
    const bytes = Buffer.from(covered.toString('latin1').replaceAll('Identity', 'Softsign'), 'latin1');
    const about = JSON.parse(readFileSync(join(modelDir, 'model.json'), 'utf8'));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    writeFileSync(join(foreign, 'model.onnx'), bytes);
    writeFileSync(join(foreign, 'model.json'), JSON.stringify({ ...about, sha256, letters: undefined }));
    const heard: Problem[] = [];
    const host = openGame();
    host.run(30, 0);
    const sight = await openSight(host, foreign, 'native', (problem) => heard.push(problem));
    expect(sight.runtime).toBe('onnxruntime');
    expect(heard[0]?.message).toContain('Softsign');
    expect((await sight.see()).observation.mode).toBe('title');
    await sight.close();
  });

  test('is run beside the thread that plays, not on it', async () => {
    const host = openGame();
    host.run(30, 0);
    const sight = await sightOf(host, 'onnxruntime');
    expect((await sight.see()).observation.mode).toBe('title');
    // Each thread has loaded its own modules; the one that plays has never loaded the one that would block it.
    const loadedHere = Object.keys(createRequire(import.meta.url).cache);
    expect(loadedHere.filter((path) => path.includes('onnxruntime-node'))).toEqual([]);
    await sight.close();
    await expect(sight.see()).rejects.toThrow('ended');
  });
});
