import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { buildAddon } from './build.js';
import { openHost } from './index.ts';
import { gameRom, missingForWindows, VirtualDisplay } from './testing/emulator-window.ts';
import { installedCore, problemFrom, Scratch } from './testing/fixtures.ts';
import { showFrames, writeFrames } from './testing/shown-frames.ts';
import { tinyRom } from './testing/tiny-rom.ts';
import type { SourceHost } from './types.ts';
import { listWindows, openFramesHost, openWindowHost, type WindowOptions } from './window.ts';

const start = 1 << 3;
const missing = missingForWindows();
const core = installedCore('mgba');
let host: SourceHost | undefined;

beforeAll(() => buildAddon(), 600_000);
afterEach(() => {
  host?.close();
  host = undefined;
});

/** Waits until `holds` returns true. */
const until = async (holds: () => boolean, what: string, withinMs = 5000): Promise<void> => {
  for (const begun = performance.now(); !holds(); await sleep(10)) {
    if (performance.now() - begun > withinMs) throw new Error(`not within ${withinMs} ms: ${what}`);
  }
};

if (missing) console.warn(`The tests with a real window are left out; missing: ${missing}.`);

describe.skipIf(missing !== '')('the window of an emulator', () => {
  let display: VirtualDisplay;
  let emulator: Awaited<ReturnType<VirtualDisplay['startEmulator']>>;

  beforeAll(async () => {
    display = await VirtualDisplay.start();
    emulator = await display.startEmulator();
  });
  afterAll(() => display?.stop());

  const open = (more: Partial<WindowOptions> = {}): SourceHost => {
    host = openWindowHost({ display: display.name, window: { id: emulator.id }, ...more });
    return host;
  };
  /** Different pictures of the animated title among the next looks. */
  const liveliness = async (): Promise<number> => {
    const seen = new Set<number>();
    for (let look = 0; look < 25; look += 1) {
      host!.run(1, 0);
      seen.add(host!.frameHash());
      await sleep(20);
    }
    return seen.size;
  };

  test('is listed, and found by its title and its class', async () => {
    // The emulator sizes its window and writes its title a moment after it has opened it.
    const ready = () =>
      listWindows(display.name).some(({ title, width }) => title.includes('mGBA') && width === 480);
    await until(ready, 'the window is as it stays');
    expect(listWindows(display.name)).toContainEqual({
      id: emulator.id,
      title: expect.stringContaining('mGBA'),
      windowClass: 'mgba',
      width: 480,
      height: 432,
      shown: true,
    });
    open({ window: { title: 'mGBA' } }).close();
    open({ window: { windowClass: 'mgba' } }).run(1, 0);
    expect(host!.picture()).toMatchObject({ frame: 0, width: 160, height: 144, format: 'xrgb8888' });
  });

  test('shows the game at its own size, and the same in every size of the window', async () => {
    open().run(1, 0);
    expect(await liveliness()).toBeGreaterThan(3);
    for (const [width, height] of [
      [160, 144],
      [700, 500],
      [1440, 1000],
      [480, 432],
    ] as const) {
      display.act('windowsize', emulator.id, width, height);
      await until(() => {
        host!.run(1, 0);
        return host!.metrics().sourceWidth === width;
      }, `the window is ${width} wide`);
      // The program draws at its new size a moment after it has it.
      await sleep(300);
      expect(await liveliness()).toBeGreaterThan(3);
      expect(host!.metrics()).toMatchObject({ placement: { x: 0, y: 0, width, height } });
      // A title of many shades, not a blank or a black window.
      const { grey } = host!.picture()!;
      expect(grey.filter((value) => value > 200).length).toBeGreaterThan(5000);
      expect(new Set(grey).size).toBeGreaterThan(4);
    }
  });

  test('is seen wherever it is moved, and whatever lies on top', async () => {
    open().run(1, 0);
    for (const [x, y] of [
      [-300, -200],
      [1700, 900],
      [200, 200],
    ] as const) {
      display.act('windowmove', emulator.id, x, y);
      expect(await liveliness()).toBeGreaterThan(3);
    }
    const before = host!.metrics().blackFrames;
    const other = display.run('/usr/games/mgba', ['-4', gameRom]);
    await until(() => listWindows(display.name).length === 2, 'another window', 15_000);
    display.act('windowmove', '--sync', emulator.id, 500, 300);
    for (const { id } of listWindows(display.name)) {
      if (id === emulator.id) continue;
      display.act('windowmove', '--sync', id, 450, 250);
      display.act('windowraise', id);
    }
    expect(await liveliness()).toBeGreaterThan(3);
    expect(host!.metrics().sourceWidth).toBe(480);
    expect(host!.metrics().blackFrames).toBe(before);
    other.kill('SIGKILL');
  });

  test('keeps its last picture while it is not shown, which grows old', async () => {
    open().startClock(1);
    await until(() => host!.newestFrame() > 5, 'frames come');
    display.act('windowunmap', '--sync', emulator.id);
    await sleep(300);
    const hidden = host!.metrics().nothingNew;
    const last = host!.picture()!;
    await sleep(500);
    const later = host!.picture()!;
    expect(host!.metrics().nothingNew).toBeGreaterThan(hidden);
    expect(host!.metrics().ageMs).toBeGreaterThan(450);
    expect(later.frame).toBeGreaterThan(last.frame);
    expect(later.capturedAt).toBe(last.capturedAt);
    expect(later.pixels).toEqual(last.pixels);
    display.act('windowmap', '--sync', emulator.id);
    await until(() => host!.metrics().ageMs < 100, 'new pictures come again');
  });

  test('is looked at 60 times a second without JavaScript', async () => {
    open().startClock(1);
    await sleep(300);
    host!.resetMetrics();
    const { frames } = host!.metrics();
    await sleep(2000);
    const { frames: after, driftFrames, stages } = host!.metrics();
    expect(after + driftFrames - frames).toBeGreaterThan(105);
    expect(after - frames).toBeLessThan(140);
    expect(stages.capture.count).toBeGreaterThan(90);
  });

  test('takes keys', async () => {
    open().startClock(1);
    await until(() => host!.newestFrame() > 5, 'frames come');
    // The title is dark and colourful; the text that START leads to stands on white.
    const light = (): number => host!.picture()!.grey.filter((value) => value > 240).length / (160 * 144);
    expect(light()).toBeLessThan(0.6);
    host!.setButtons(start);
    await sleep(150);
    host!.setButtons(0);
    await until(() => light() > 0.6, 'the text on white', 10_000);
  });

  test('that is closed is an error on the session within a second, and nothing worse', async () => {
    open().startClock(1);
    await until(() => host!.newestFrame() > 5, 'frames come');
    emulator.program.kill('SIGKILL');
    let code = '';
    await until(
      () => {
        try {
          host!.metrics();
        } catch (error) {
          code = (error as { problem: { code: string } }).problem.code;
        }
        return code !== '';
      },
      'an error',
      1000,
    );
    expect(code).toBe('resource.window-gone');
    expect(problemFrom(() => host!.setButtons(1)).code).toBe('resource.window-gone');
    host!.close();
    expect(problemFrom(() => host!.metrics()).code).toBe('session.ended');
    expect(problemFrom(() => open()).code).toBe('resource.window-missing');
  });
});

/** A window's pixels as the core had them. */
const asRgb565 = (pixels: Uint8Array): Buffer => {
  const words = new Uint16Array(pixels.length / 4);
  for (const index of words.keys()) {
    const [blue = 0, green = 0, red = 0] = pixels.subarray(4 * index, 4 * index + 3);
    words[index] = ((red >> 3) << 11) | ((green >> 2) << 5) | (blue >> 3);
  }
  return Buffer.from(words.buffer);
};

describe.skipIf(missing !== '' || !core)('a window of 1920×1080 that changes 60 times a second', () => {
  const scratch = new Scratch();
  let display: VirtualDisplay;
  beforeAll(async () => {
    display = await VirtualDisplay.start('1920x1080x24');
  });
  afterAll(async () => {
    await display?.stop();
    scratch.remove();
  });

  test('is seen at the game’s own size, at the place that was found once', async () => {
    const game = openHost(scratch.options(core!, tinyRom()));
    const pictures = Array.from({ length: 60 }, () => {
      game.run(1, 0);
      return game.picture()!;
    });
    game.close();
    const path = scratch.file('', 'frames');
    writeFrames(path, pictures);
    const { id, program } = await showFrames(display, path);
    host = openWindowHost({ display: display.name, window: { id } });
    host.startClock(1);
    await sleep(1500);
    const { lateFrames, lostFrames, ...metrics } = host.metrics();
    expect(metrics).toMatchObject({
      sourceWidth: 1920,
      sourceHeight: 1080,
      placement: { x: 400, y: 36, width: 1120, height: 1008 },
      placementSearches: 1,
      nothingNew: 0,
    });
    expect(metrics.stages.path.count).toBe(metrics.frames);
    // Its age counts from before the asking, and so is never below what asking took.
    expect(metrics.stages.age.p50).toBeGreaterThan(metrics.stages.capture.p50 / 2);
    expect(lostFrames).toBeGreaterThanOrEqual(lateFrames > 0 ? 1 : 0);
    // What is seen is one of the frames, pixel by pixel.
    const shown = new Set(pictures.map(({ pixels }) => Buffer.from(pixels).toString('base64')));
    host.stopClock();
    for (let look = 0; look < 10; look += 1) {
      host.run(1, 0);
      expect(shown.has(asRgb565(host.picture()!.pixels).toString('base64'))).toBe(true);
      await sleep(20);
    }
    program.kill('SIGKILL');
  });
});

describe('the door', () => {
  const window = { title: 'game' };

  test.each([
    ['window', {}],
    ['window.id', { window: { id: -1 } }],
    ['window.title', { window: { title: '' } }],
    ['display', { window, display: '' }],
    ['keys', { window, keys: { jump: 'x' } }],
    ['keys.a', { window, keys: { a: 7 } }],
    ['keyMethod', { window, keyMethod: 'thought' }],
    ['takeFocus', { window, takeFocus: 1 }],
    ['pixels', { window, pixels: 'photo' }],
    ['gameSize.width', { window, gameSize: { width: 0, height: 144 } }],
    ['gameSize.height', { window, gameSize: { width: 160, height: 1e9 } }],
    ['placement.x', { window, placement: { x: 0.5, y: 0, width: 1, height: 1 } }],
    ['holdBlackFrames', { window, holdBlackFrames: Number.NaN }],
    ['hangTimeoutMs', { window, hangTimeoutMs: 0 }],
  ])('refuses a wrong %s', (field, options) => {
    const problem = problemFrom(() => openWindowHost(options as unknown as WindowOptions));
    expect(problem).toMatchObject({ code: 'configuration.invalid', field });
  });

  test('says when there is no display', () => {
    expect(problemFrom(() => openWindowHost({ window, display: ':9999' })).code).toBe(
      'resource.display-missing',
    );
    expect(problemFrom(() => listWindows(':9999')).code).toBe('resource.display-missing');
  });
});

describe('a file of raw frames', () => {
  const scratch = new Scratch();
  afterAll(() => scratch.remove());

  /** As capture/raw_frames.h says: two frames of 2×1 pixels, then one at which nothing is new. */
  const file = (): Uint8Array => {
    const bytes = new Uint8Array(32 + 3 * 16);
    const view = new DataView(bytes.buffer);
    bytes.set(Buffer.from('EEVEEFR1'));
    for (const [at, value] of [
      [8, 2],
      [12, 1],
      [16, 1],
      [20, 3],
      [32, 1],
      [48, 1],
    ] as const) {
      view.setUint32(at, value, true);
    }
    view.setFloat64(24, 60, true);
    bytes.fill(0x40, 40, 48);
    bytes.fill(0x80, 56, 64);
    return bytes;
  };
  const options = { gameSize: { width: 2, height: 1 } };

  test('plays in the place of a game, and ends', async () => {
    host = openFramesHost(scratch.file(file()), options);
    expect(host.info).toEqual({ fps: 60, width: 2, height: 1 });
    const grey = new Uint8Array(2);
    host.run(1, 0);
    expect([host.readGrey(grey), ...grey]).toEqual([0, 0x40, 0x40]);
    host.startClock(4);
    await until(() => host!.metrics().ended, 'the end');
    expect(host.picture()).toMatchObject({ grey: Uint8Array.of(0x80, 0x80) });
    expect(host.metrics()).toMatchObject({ frames: 4, nothingNew: 2 });
  });

  test('that is missing or broken is refused', () => {
    expect(problemFrom(() => openFramesHost('/nowhere')).code).toBe('resource.frames-missing');
    const path = scratch.file(file().subarray(0, 50));
    expect(problemFrom(() => openFramesHost(path, options)).code).toBe('resource.frames-broken');
  });
});
