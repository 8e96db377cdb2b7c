import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildAddon } from './build.js';
import { openHost } from './index.ts';
import { inChild, problemFrom, Scratch, testCore } from './testing/fixtures.ts';
import { openToolsHost } from './tools.ts';
import type { Host, OpenOptions } from './types.ts';

const scratch = new Scratch();
const right = 1 << 4;
let host: Host | undefined;

const open = (rom = '# plain\n', more: Partial<OpenOptions> = {}): Host => {
  host?.close();
  host = openHost(scratch.options(testCore('synthetic'), rom, more));
  return host;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(() => buildAddon(), 600_000);
afterEach(() => {
  host?.close();
  host = undefined;
});
afterAll(() => scratch.remove());

describe('lockstep', () => {
  test('before the first frame there is no picture', () => {
    const game = open();
    expect(game.newestFrame()).toBe(-1);
    expect(game.picture()).toBeNull();
    expect(game.readGrey(new Uint8Array(160 * 144))).toBe(-1);
    expect(game.frameHash()).toBe(0);
  });

  test('run waits for its frames and the newest is numbered from 0', () => {
    const game = open();
    game.run(1, 0);
    expect(game.newestFrame()).toBe(0);
    game.run(9, 0);
    expect(game.newestFrame()).toBe(9);
    game.run(0, 0);
    expect(game.newestFrame()).toBe(9);
    expect(game.picture()).toMatchObject({ frame: 9, width: 160, height: 144, format: 'rgb565' });
    expect(Math.abs(Date.now() - game.picture()!.capturedAt)).toBeLessThan(60_000);
  });

  test('the same inputs give the same frames, however run is called', () => {
    const inputs = fc.array(fc.record({ frames: fc.integer({ min: 1, max: 9 }), buttons: fc.nat(1023) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(inputs, (runs) => {
        const whole = open();
        for (const { frames, buttons } of runs) whole.run(frames, buttons);
        const hash = whole.frameHash();
        const recorded = whole.takeInputs();
        const single = open();
        for (const { frames, buttons } of recorded)
          for (let i = 0; i < frames; i += 1) single.run(1, buttons);
        expect(single.frameHash()).toBe(hash);
        expect(single.newestFrame()).toBe(runs.reduce((sum, { frames }) => sum + frames, 0) - 1);
      }),
      { numRuns: 25 },
    );
  });

  test('grey is the luminance of the pixels', () => {
    const game = open('format=xrgb8888\nwidth=33\nheight=17\npadding=20\n');
    game.run(4, right);
    const { pixels, grey } = game.picture()!;
    const expected = Uint8Array.from(grey, (_, i) => {
      const [blue, green, red] = pixels.subarray(4 * i, 4 * i + 3);
      return Math.floor((77 * red! + 150 * green! + 29 * blue!) / 256 + 0.5);
    });
    expect(grey).toEqual(expected);
    const into = new Uint8Array(33 * 17 + 5);
    expect(game.readGrey(into)).toBe(3);
    expect(into.subarray(0, grey.length)).toEqual(grey);
    expect(problemFrom(() => game.readGrey(new Uint8Array(33 * 17 - 1)))).toMatchObject({
      code: 'configuration.invalid',
      field: 'into',
    });
  });

  test('inputs are taken as runs, once', () => {
    const game = open();
    game.run(3, right);
    game.run(2, right);
    game.run(1, 0);
    expect(game.takeInputs()).toEqual([
      { frames: 5, buttons: right },
      { frames: 1, buttons: 0 },
    ]);
    expect(game.takeInputs()).toEqual([]);
  });

  test('audio arrives in order', () => {
    const game = open('audio=100\n');
    game.run(2, 0);
    const into = new Int16Array(151);
    expect(game.readAudio(into)).toBe(150);
    expect([...into.subarray(0, 6)]).toEqual([0, 0, 1, -1, 2, -2]);
    expect(game.readAudio(into)).toBe(150);
    expect(into[0]).toBe(75);
    expect(game.readAudio(new Int16Array(1000))).toBe(100);
    expect(game.readAudio(into)).toBe(0);
  });

  test('a setup changes the game before its first frame', () => {
    const plain = open();
    plain.run(1, 0);
    const hash = plain.frameHash();
    const seeded = open('# plain\n', { setup: [{ address: 0xc010, bytes: Uint8Array.of(99) }] });
    seeded.run(1, 0);
    expect(seeded.frameHash()).not.toBe(hash);
  });
});

describe('real time', () => {
  test('keeps the pace of the core and accounts for every frame', async () => {
    const game = open('fps=100\n');
    const started = performance.now();
    game.startClock(1);
    await sleep(2000);
    game.stopClock();
    const due = (performance.now() - started) / 10;
    const { frames, driftFrames, stages } = game.metrics();
    expect(frames + driftFrames).toBeGreaterThan(due * 0.9);
    expect(frames + driftFrames).toBeLessThan(due * 1.1 + 6);
    expect(stages.late.count).toBe(frames);
    expect(stages.core.count).toBe(frames);
    expect(stages.core.p50).toBeLessThanOrEqual(stages.core.max);
    game.resetMetrics();
    expect(game.metrics().stages.late.count).toBe(0);
  });

  test('pauses, goes on and changes speed', async () => {
    const game = open('fps=100\n');
    game.startClock(1);
    game.setButtons(right);
    await sleep(100);
    game.stopClock();
    const paused = game.newestFrame();
    expect(paused).toBeGreaterThan(0);
    await sleep(60);
    expect(game.newestFrame()).toBe(paused);
    game.startClock(8);
    await sleep(50);
    game.setSpeed(0.5);
    await sleep(50);
    game.stopClock();
    expect(game.newestFrame()).toBeGreaterThan(paused);
    expect(game.takeInputs().some(({ buttons }) => buttons === right)).toBe(true);
    game.run(1, 0);
  });

  test('frames cannot be run by hand meanwhile', () => {
    const game = open();
    game.startClock(1);
    expect(problemFrom(() => game.run(1, 0)).code).toBe('session.wrong-state');
  });

  test('a reader never sees half a picture', () => {
    // The core draws red as (3 x + frame) & 255, so each pixel tells which frame it is of; and the size
    // changes with every frame. 20,000 frames a second are more than any computer manages.
    const game = open('format=xrgb8888\nwidth=128\nheight=96\nfps=1000\naudio=0\ngeometry_every=1\n', {
      setup: [{ address: 0xc006, bytes: Uint8Array.of(19, 17) }],
    });
    game.startClock(20);
    const frames = new Set<number>();
    const sizes = new Set<number>();
    const grey = new Uint8Array(128 * 96);
    for (const end = performance.now() + 1000; performance.now() < end; ) {
      const picture = game.picture();
      if (picture === null) continue;
      const { frame, width, height, pixels } = picture;
      expect(width).toBe(frame % 2 === 0 ? 128 : 64);
      expect(height).toBe(frame % 2 === 0 ? 96 : 48);
      let wrong = 0;
      for (let i = 0; i < width * height; i += 1) {
        if (pixels[4 * i + 2] !== ((3 * (i % width) + frame) & 255)) wrong += 1;
      }
      expect(wrong).toBe(0);
      const last = 4 * (width * height - 1);
      const [blue, green, red] = pixels.subarray(last, last + 3);
      expect(picture.grey.at(-1)).toBe((77 * red! + 150 * green! + 29 * blue! + 128) >> 8);
      expect(game.readGrey(grey)).toBeGreaterThanOrEqual(frame);
      frames.add(frame);
      sizes.add(width);
    }
    expect(frames.size).toBeGreaterThan(20);
    expect(sizes.size).toBe(2);
  });
});

describe('saved states', () => {
  test('bring back the frame, also in another host', () => {
    const options = scratch.options(testCore('synthetic'), '# a game\n');
    const path = join(scratch.path, 'states', 'a.state');
    host = openHost(options);
    host.run(10, right);
    const saved = host.saveState(path);
    expect(saved).toEqual({ frame: 10, bytes: statSync(path).size });
    host.run(7, 32);
    const hash = host.frameHash();
    host.run(3, 0);
    expect(host.loadState(path)).toEqual({ frame: 10 });
    host.run(7, 32);
    expect(host.frameHash()).toBe(hash);
    host.close();

    host = openHost(options);
    expect(host.loadState(path).frame).toBe(10);
    host.run(7, 32);
    expect(host.frameHash()).toBe(hash);
  });

  test('of another game are foreign, damaged ones broken, and the running game goes on', () => {
    const path = join(scratch.path, 'b.state');
    open('# one game\n').saveState(path);
    const game = open('# another game\n');
    game.run(5, 0);
    const hash = game.frameHash();
    expect(problemFrom(() => game.loadState(path))).toMatchObject({
      code: 'resource.state-foreign',
      field: 'game',
    });
    const own = join(scratch.path, 'c.state');
    game.saveState(own);
    const whole = readFileSync(own);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = damaged[at]! ^ change;
        const file = scratch.file(damaged, 'damaged.state');
        expect(problemFrom(() => game.loadState(file)).code).toBe('resource.state-broken');
      }),
      { numRuns: 50 },
    );
    const cut = scratch.file(whole.subarray(0, whole.length / 2));
    expect(problemFrom(() => game.loadState(cut)).code).toBe('resource.state-broken');
    expect(problemFrom(() => game.loadState(`${own}.none`)).code).toBe('resource.state-missing');
    expect(game.frameHash()).toBe(hash);
    game.loadState(own);
  });

  test('of another core are foreign', () => {
    const path = join(scratch.path, 'd.state');
    open('# 1000\n').saveState(path);
    host?.close();
    host = openHost(scratch.options(testCore('hang'), '# 1000\n'));
    expect(problemFrom(() => host!.loadState(path))).toMatchObject({
      code: 'resource.state-foreign',
      field: 'core',
    });
  });

  test('that cannot be written say why', () => {
    expect(problemFrom(() => open().saveState('/proc/a.state')).code).toBe('resource.folder-read-only');
  });
});

describe('kept states', () => {
  test('what ran after a kept state runs again to the same picture, and frames go on being counted', () => {
    const game = open();
    game.run(10, right);
    const { id, frame } = game.keepState();
    expect(frame).toBe(10);
    game.run(20, right);
    const hash = game.frameHash();
    game.run(30, 0);
    const second = game.keepState().id;
    game.recallState(id);
    game.run(20, right);
    expect(game.frameHash()).toBe(hash);
    expect(game.newestFrame()).toBe(79);
    const path = join(scratch.path, 'kept.state');
    expect(game.writeKept(id, path)).toMatchObject({ frame: 10, bytes: statSync(path).size });
    game.dropKept(second);
    game.dropKept(second);
    expect(problemFrom(() => game.recallState(second)).code).toBe('resource.state-missing');
    expect(problemFrom(() => game.writeKept(second, path)).code).toBe('resource.state-missing');
    // The file is a saved state like any other.
    expect(open().loadState(path)).toEqual({ frame: 10 });
  });

  test('while the clock runs they are kept between frames, and take little memory', async () => {
    const game = open();
    game.startClock(4);
    for (let i = 0; i < 20; i += 1) {
      await sleep(10);
      game.keepState();
    }
    expect(game.keptBytes()).toBeGreaterThan(0);
    expect(game.keptBytes()).toBeLessThan(50_000);
    expect(problemFrom(() => game.recallState(-1)).code).toBe('configuration.invalid');
  });
});

describe('one core a process', () => {
  test('a second host is refused at either door, until the first is closed', () => {
    const options = scratch.options(testCore('synthetic'), '# plain\n');
    host = openHost(options);
    expect(problemFrom(() => openHost(options)).code).toBe('resource.core-busy');
    expect(problemFrom(() => openToolsHost(options)).code).toBe('resource.core-busy');
    host.run(1, 0);
    host.close();
    host = openToolsHost(options);
    expect(problemFrom(() => openHost(options)).code).toBe('resource.core-busy');
    host.close();
    host = openHost(options);
  });

  test('a crash takes its own process along', () => {
    const child = inChild(
      scratch.options(testCore('crash'), 'crash at 3\n'),
      'const host = openHost(options); host.run(3, 0); say(host.newestFrame()); host.run(1, 0); say("alive");',
    );
    expect(child.signal).toBe('SIGSEGV');
    expect(child.stdout).toBe('2\n');
  });

  test('a core that hangs is given up in time, in lockstep and in real time', () => {
    const options = scratch.options(testCore('hang'), 'hang at 3\n', { hangTimeoutMs: 300 });
    const started = performance.now();
    const child = inChild(
      options,
      `const host = openHost(options);
       host.run(3, 0);
       say(codeOf(() => host.run(1, 0)));
       say(codeOf(() => host.saveState('/nowhere')));
       say(host.newestFrame());
       host.close();
       say(codeOf(() => host.newestFrame()));
       say(codeOf(() => openHost(options)));`,
    );
    expect(child.stdout.split('\n')).toEqual([
      'session.core-hung',
      'session.core-hung',
      '2',
      'session.ended',
      'resource.core-busy',
      '',
    ]);
    expect(child.status).toBe(0);
    expect(performance.now() - started).toBeLessThan(15_000);

    const paced = inChild(
      options,
      `const host = openHost(options);
       host.startClock(1);
       await new Promise((resolve) => setTimeout(resolve, 900));
       say(codeOf(() => host.metrics()));
       host.close();`,
    );
    expect(paced.stdout).toBe('session.core-hung\n');
    expect(paced.status).toBe(0);
  });

  test('a process may end without closing its host', () => {
    const child = inChild(
      scratch.options(testCore('synthetic'), '# plain\n'),
      'const host = openHost(options); host.startClock(4); await new Promise((done) => setTimeout(done, 50)); say("end");',
    );
    expect(child.stdout).toBe('end\n');
    expect(child.status).toBe(0);
  });
});

describe('the tools’ door', () => {
  test('reads and writes memory, maps it, and serialises', () => {
    const tools = openToolsHost(scratch.options(testCore('synthetic'), '# plain\n'));
    host = tools;
    tools.run(3, right);
    expect([...tools.readMemory(0xc000, 7)]).toEqual([3, 0, 0, 0, 128, 0, 3]);
    expect(tools.readMemory(0xe000, 1)[0]).toBe(3);
    tools.writeMemory(0xc010, Uint8Array.of(1, 2, 3));
    expect([...tools.readMemory(0xc010, 3)]).toEqual([1, 2, 3]);
    expect(tools.memoryMap()).toEqual([
      { start: 0, length: 256, writable: false, name: 'rom' },
      { start: 0xc000, length: 8192, writable: true, name: 'system-ram' },
    ]);
    const state = tools.serialize();
    tools.run(4, 0);
    const hash = tools.frameHash();
    tools.unserialize(state);
    tools.run(4, 0);
    expect(tools.frameHash()).toBe(hash);
    expect(problemFrom(() => tools.readMemory(0x9000, 1)).code).toBe('configuration.invalid');
    expect(problemFrom(() => tools.readMemory(-1, 1)).field).toBe('address');
    expect(problemFrom(() => tools.writeMemory(0, Uint8Array.of(1))).message).toContain('read-only');
    expect(problemFrom(() => tools.unserialize(new Uint8Array(3))).code).toBe('resource.state-broken');
  });
});

test('after close every verb says so', () => {
  const tools = openToolsHost(scratch.options(testCore('synthetic'), '# plain\n'));
  tools.run(1, 0);
  tools.close();
  tools.close();
  const verbs: (() => unknown)[] = [
    () => tools.run(1, 0),
    () => tools.setButtons(0),
    () => tools.startClock(1),
    () => tools.setSpeed(1),
    () => tools.stopClock(),
    () => tools.newestFrame(),
    () => tools.picture(),
    () => tools.readGrey(new Uint8Array(1)),
    () => tools.saveState('/x'),
    () => tools.loadState('/x'),
    () => tools.takeInputs(),
    () => tools.readAudio(new Int16Array(2)),
    () => tools.frameHash(),
    () => tools.metrics(),
    () => tools.resetMetrics(),
    () => tools.readMemory(0, 1),
    () => tools.memoryMap(),
    () => tools.serialize(),
  ];
  for (const verb of verbs) expect(problemFrom(verb).code).toBe('session.ended');
});
