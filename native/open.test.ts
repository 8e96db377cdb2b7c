import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildAddon, inputsHash } from './build.js';
import { inspectCore, openHost } from './index.ts';
import { inChild, problemFrom, Scratch, testCore } from './testing/fixtures.ts';
import type { OpenOptions } from './types.ts';

const scratch = new Scratch();
beforeAll(() => buildAddon(), 600_000);
afterAll(() => scratch.remove());

const failure = (core: string, rom: string | Uint8Array = '# plain\n', more: Partial<OpenOptions> = {}) =>
  problemFrom(() => openHost(scratch.options(core, rom, more)));

describe('cores that are refused', () => {
  test('a missing one names the package to install', () => {
    const path = join(scratch.path, 'mgba_libretro.so');
    expect(failure(path)).toMatchObject({
      code: 'resource.core-missing',
      tried: [path],
      command: 'sudo apt-get install libretro-mgba',
    });
    expect(problemFrom(() => inspectCore(path)).code).toBe('resource.core-missing');
  });

  test('one of another architecture names both', () => {
    const core = Buffer.from(readFileSync(testCore('synthetic')));
    core.writeUInt16LE(243, 18);
    const problem = failure(scratch.file(core, 'riscv_libretro.so'));
    expect(problem.code).toBe('resource.core-architecture');
    expect(problem.message).toContain('RISC-V');
    expect(problem.message).toContain(process.arch === 'x64' ? 'x86-64' : 'aarch64');
  });

  test('a library without the interface names the function it lacks', () => {
    expect(failure(testCore('not_a_core'))).toMatchObject({ code: 'resource.core-invalid' });
    expect(failure(testCore('not_a_core')).message).toContain('retro_api_version');
  });

  test('one of another interface version names both versions', () => {
    expect(failure(testCore('wrong_abi'))).toMatchObject({ code: 'resource.core-invalid', value: '99' });
  });

  test('no library at all, or a truncated one', () => {
    expect(failure(scratch.file('hello', 'text.so')).code).toBe('resource.core-invalid');
    const whole = readFileSync(testCore('synthetic'));
    const cut = scratch.file(whole.subarray(0, 3000), 'cut.so');
    expect(failure(cut).code).toBe('resource.core-invalid');
    expect(problemFrom(() => inspectCore(cut)).code).toBe('resource.core-invalid');
  });
});

describe('games that are refused', () => {
  test('missing, empty, or refused by the core in its own words', () => {
    const options = scratch.options(testCore('synthetic'), '');
    expect(problemFrom(() => openHost(options)).code).toBe('resource.rom-empty');
    const rom = join(scratch.path, 'none.gb');
    expect(problemFrom(() => openHost({ ...options, rom }))).toMatchObject({
      code: 'resource.rom-missing',
      tried: [rom],
    });
    const refused = failure(testCore('synthetic'), 'refuse=1\n');
    expect(refused.code).toBe('resource.rom-rejected');
    expect(refused.message).toContain('told to be refused');
  });
});

describe('options that are refused', () => {
  const core = testCore('synthetic');

  test.each<[string, Record<string, unknown>]>([
    ['core', { core: '' }],
    ['core', { core: 5 }],
    ['rom', { rom: 'a\0b' }],
    ['saveDir', { saveDir: undefined }],
    ['systemDir', { systemDir: null }],
    ['hangTimeoutMs', { hangTimeoutMs: 0 }],
    ['hangTimeoutMs', { hangTimeoutMs: Number.NaN }],
    ['setup', { setup: 'C000=1' }],
    ['setup.0.address', { setup: [{ address: -1, bytes: new Uint8Array(1) }] }],
    ['setup.0.address', { setup: [{ address: 1.5, bytes: new Uint8Array(1) }] }],
    ['setup.0.address', { setup: [{ address: 0x1000, bytes: new Uint8Array(1) }] }],
    ['setup.0.address', { setup: [{ address: 0, bytes: new Uint8Array(1) }] }],
    ['setup.0.bytes', { setup: [{ address: 0xc000, bytes: [1] }] }],
    ['options.synthetic_tint', { options: { synthetic_tint: 1 } }],
    ['options.synthetic_tint', { options: { synthetic_tint: 'green' } }],
    ['options.tint', { options: { tint: 'red' } }],
  ])('%s: %j', (field, more) => {
    const options = { ...scratch.options(core, '# plain\n'), ...more } as OpenOptions;
    expect(problemFrom(() => openHost(options))).toMatchObject({ code: 'configuration.invalid', field });
  });

  test('arguments of the verbs are checked too', () => {
    const host = openHost(scratch.options(core, '# plain\n'));
    const refused: [string, () => unknown][] = [
      ['frames', () => host.run(-1, 0)],
      ['frames', () => host.run(1.5, 0)],
      ['buttons', () => host.run(1, 1024)],
      ['buttons', () => host.setButtons(-1)],
      ['buttons', () => host.setButtons('a' as unknown as number)],
      ['speed', () => host.startClock(0)],
      ['speed', () => host.startClock(Number.NaN)],
      ['speed', () => host.setSpeed(1e6)],
      ['speed', () => host.setSpeed('2' as unknown as number)],
      ['path', () => host.saveState('')],
      ['path', () => host.loadState(7 as unknown as string)],
      ['into', () => host.readGrey([] as unknown as Uint8Array)],
      ['into', () => host.readAudio(new Uint8Array(4) as unknown as Int16Array)],
    ];
    for (const [field, verb] of refused) {
      expect(problemFrom(verb)).toMatchObject({ code: 'configuration.invalid', field });
    }
    host.run(1, 0);
    host.close();
  });
});

describe('the binaries', () => {
  test('a missing addon lists where it was looked for and what to run', () => {
    const child = inChild(
      scratch.options(testCore('synthetic'), '# plain\n'),
      `process.env.EEVEE_NATIVE_DIR = ${JSON.stringify(scratch.path)};
       try { openHost(options); } catch (error) { say(JSON.stringify(error.problem)); }`,
    );
    expect(JSON.parse(child.stdout)).toMatchObject({
      code: 'resource.addon-missing',
      tried: [join(scratch.path, 'eevee.node')],
      command: 'npm start',
    });
  });

  test('a broken addon is named', () => {
    scratch.file('no library', 'eevee_tools.node');
    const child = inChild(
      scratch.options(testCore('synthetic'), '# plain\n'),
      `process.env.EEVEE_NATIVE_DIR = ${JSON.stringify(scratch.path)};
       say(codeOf(() => openToolsHost(options)));`,
    );
    expect(child.stdout).toBe('resource.addon-missing\n');
  });

  test('the player’s has no verb that reads the game’s memory, and no trace of one', async () => {
    const { createRequire } = await import('node:module');
    const addon = createRequire(import.meta.url)('./build/eevee.node');
    expect(Object.keys(addon).sort()).toEqual([
      'Host',
      'Network',
      'SourceHost',
      'inspectCore',
      'listWindows',
    ]);
    expect(Object.getOwnPropertyNames(addon.Host.prototype).sort()).toEqual([
      'attachEyes',
      'attachRing',
      'close',
      'constructor',
      'dropKept',
      'info',
      // States stay packed inside the addon: JavaScript gets a number for each, never their bytes.
      'keepState',
      'keptBytes',
      'loadState',
      'metrics',
      'readAudio',
      'recallState',
      'resetMetrics',
      'ringBytes',
      'run',
      'saveState',
      'setButtons',
      'setSpeed',
      'startClock',
      'stopClock',
      'takeInputs',
      'writeKept',
    ]);
    const player = readFileSync(new URL('./build/eevee.node', import.meta.url));
    const tools = readFileSync(new URL('./build/eevee_tools.node', import.meta.url));
    for (const word of ['readMemory', 'ReadMemory', 'writeMemory', 'memoryMap', 'Cannot read ']) {
      expect(tools.includes(word), `${word} in the tools’ binary`).toBe(true);
      expect(player.includes(word), `${word} in the player’s binary`).toBe(false);
    }
    const host = openHost(scratch.options(testCore('synthetic'), '# plain\n'));
    for (const verb of ['readMemory', 'writeMemory', 'memoryMap', 'serialize', 'unserialize']) {
      expect(verb in host).toBe(false);
    }
    host.close();
  });

  test('the hash of their sources takes less than 100 ms and is stable', () => {
    const started = performance.now();
    const hash = inputsHash();
    expect(performance.now() - started).toBeLessThan(100);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(inputsHash()).toBe(hash);
  });

  test('a core can be asked for its name while another runs', () => {
    const host = openHost(scratch.options(testCore('synthetic'), '# plain\n'));
    expect(inspectCore(testCore('hang'))).toMatchObject({ name: 'hang', version: '1', extensions: ['txt'] });
    expect(inspectCore(testCore('synthetic')).extensions).toEqual(['txt', 'synthetic']);
    host.run(1, 0);
    host.close();
  });
});
