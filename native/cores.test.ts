import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildAddon } from './build.js';
import { inspectCore } from './index.ts';
import { installedCore, problemFrom, Scratch } from './testing/fixtures.ts';
import { tinyRom } from './testing/tiny-rom.ts';
import { openToolsHost } from './tools.ts';
import type { OpenOptions, ToolsHost } from './types.ts';

const scratch = new Scratch();
const buttonA = 1;
let host: ToolsHost | undefined;

beforeAll(() => buildAddon(), 600_000);
afterEach(() => {
  host?.close();
  host = undefined;
});
afterAll(() => scratch.remove());

// Real cores: whoever has none installed still gets everything that the synthetic core shows.
describe.each(['mgba', 'gambatte'])('%s', (name) => {
  const core = installedCore(name) ?? '';
  const open = (more: Partial<OpenOptions> = {}): ToolsHost => {
    host?.close();
    host = openToolsHost(scratch.options(core, tinyRom(), more));
    return host;
  };

  test.skipIf(!core)('says what it is and what it sends', () => {
    expect(inspectCore(core).extensions).toContain('gbc');
    const { info } = open();
    expect(info).toMatchObject({ width: 160, height: 144 });
    expect(info.fps).toBeCloseTo(59.7275, 3);
    host!.run(1, 0);
    expect(host!.picture()).toMatchObject({ width: 160, height: 144, format: 'rgb565' });
  });

  test.skipIf(!core)('gives the same frames for the same inputs', () => {
    const play = (): number[] => {
      const game = open();
      const hashes: number[] = [];
      for (let i = 0; i < 120; i += 1) {
        game.run(1, i % 3 === 0 ? buttonA : 0);
        hashes.push(game.frameHash());
      }
      return hashes;
    };
    const first = play();
    expect(new Set(first).size).toBeGreaterThan(50);
    expect(play()).toEqual(first);
  });

  test.skipIf(!core)('hands its memory out and takes a setup', () => {
    const plain = open();
    plain.run(60, 0);
    const frames = plain.readMemory(0xc000, 1)[0]!;
    expect(frames).toBeGreaterThan(30);
    plain.run(10, buttonA);
    expect(plain.readMemory(0xc000, 2)).toEqual(Uint8Array.of(frames + 10, 0b1110));
    const hash = plain.frameHash();
    const seeded = open({ setup: [{ address: 0xc010, bytes: Uint8Array.of(33) }] });
    seeded.run(60, 0);
    seeded.run(10, buttonA);
    expect(seeded.readMemory(0xc010, 1)[0]).toBe(33);
    expect(seeded.frameHash()).not.toBe(hash);
    expect(problemFrom(() => open({ setup: [{ address: 0x0100, bytes: Uint8Array.of(1) }] }))).toMatchObject({
      code: 'configuration.invalid',
      field: 'setup.0.address',
    });
  });

  test.skipIf(!core)('comes back from a saved state', () => {
    const game = open();
    const path = join(scratch.path, `${name}.state`);
    game.run(40, 0);
    game.saveState(path);
    game.run(30, buttonA);
    const hash = game.frameHash();
    game.loadState(path);
    game.run(30, buttonA);
    expect(game.frameHash()).toBe(hash);
  });

  test.skipIf(!core)('keeps the battery between sessions', () => {
    const saveDir = join(scratch.path, `${name}-battery`);
    const game = open({ saveDir });
    game.run(60, 0);
    const saved = game.readMemory(0xa000, 1)[0]!;
    expect(saved).toBeGreaterThan(0);
    game.close();
    const again = open({ saveDir });
    again.run(1, 0);
    // The game has not got as far as writing there; what is there is what was kept.
    expect(again.readMemory(0xa000, 1)[0]).toBe(saved);
  });

  test.skipIf(!core)('runs in real time with sound', async () => {
    const game = open();
    game.startClock(1);
    const started = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const due = ((performance.now() - started) / 1000) * game.info.fps;
    const { frames, driftFrames } = game.metrics();
    expect(frames + driftFrames).toBeGreaterThan(due * 0.85);
    expect(frames + driftFrames).toBeLessThan(due * 1.15 + 6);
    expect(game.readAudio(new Int16Array(1 << 17))).toBeGreaterThan(10_000);
  });

  test.skipIf(!core)('refuses what is no game', () => {
    const options = scratch.options(core, 'This is no game.\n');
    const problem = problemFrom(() => {
      host = openToolsHost(options);
    });
    expect(problem.code).toBe('resource.rom-rejected');
  });
});
