import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNeeds } from './depends.js';
import { chooseEngineHost } from './engine-host.js';
import { iconPng } from './icon.js';
import { isShipped, readLock, runtimePackages } from './modules.js';
import { codeFiles, writeRuntime } from './runtime-files.js';
import { everythingBelow } from './tidy.js';

test("the engine runs in Electron's own Node where that is new enough, else in one that comes along", () => {
  expect(chooseEngineHost({ node: '24.4.1', nodeApi: '10' })).toBe('utility');
  expect(chooseEngineHost({ node: '20.18.1', nodeApi: '9' })).toBe('node');
  expect(chooseEngineHost({ node: '22.20.0', nodeApi: '10' })).toBe('node');
  expect(chooseEngineHost({ node: '24.0.0', nodeApi: '9' })).toBe('node');
  expect(chooseEngineHost({ node: '24.0.0', nodeApi: '' })).toBe('node');
});

test('what the engine imports comes along with all that it needs itself, and nothing else', () => {
  const lock = {
    packages: {
      '': { dependencies: { a: '1' }, devDependencies: { d: '1' } },
      'node_modules/a': { dependencies: { b: '1' } },
      'node_modules/a/node_modules/b': { dependencies: { c: '2' } },
      'node_modules/b': {},
      'node_modules/c': { dependencies: { a: '1' } },
      'node_modules/d': {},
    },
  };
  expect(runtimePackages(lock, ['a'])).toEqual([
    'node_modules/a',
    'node_modules/a/node_modules/b',
    'node_modules/c',
  ]);
  expect(() => runtimePackages(lock, ['d'])).toThrow('d is imported at run time');
});

test.each([
  ['lib/index.js', true],
  ['LICENSE.md', true],
  ['ThirdPartyNotices.txt', true],
  ['README.md', false],
  ['index.d.ts', false],
  ['test/index.js', false],
  ['prebuilds/linux-x64.node', true],
  ['prebuilds/linuxmusl-x64.node', false],
  ['prebuilds/linux-arm64.node', false],
  ['bin/napi-v6/linux/x64/libonnxruntime.so.1', true],
  ['bin/napi-v6/win32/x64/onnxruntime.dll', false],
])('of a package of npm, %s comes along: %s', (file, shipped) => {
  expect(isShipped(file, 'linux-x64')).toBe(shipped);
});

test('needs of a program are read as objdump prints them', () => {
  const needs = readNeeds(`
Dynamic Section:
  NEEDED               libgtk-3.so.0
  NEEDED               libc.so.6
Version References:
  required from libc.so.6:
    0x09691a75 0x00 10 GLIBC_2.2.5
    0x06969194 0x00 07 GLIBC_2.34
    0x06969185 0x00 03 GLIBC_2.4
  required from libstdc++.so.6:
    0x08922974 0x00 08 GLIBCXX_3.4.9
    0x0297f870 0x00 08 GLIBCXX_3.4.30
`);
  expect(needs).toEqual({ libraries: ['libgtk-3.so.0', 'libc.so.6'], glibc: '2.34', glibcxx: 30 });
  expect(readNeeds('')).toEqual({ libraries: [], glibc: undefined, glibcxx: 0 });
});

test('the icon is drawn to the same bytes each time', async () => {
  const first = await iconPng(48);
  expect(first.equals(await iconPng(48))).toBe(true);
  expect(first.subarray(1, 4).toString()).toBe('PNG');
});

test('the whole runtime becomes plain JavaScript, imports nothing that is left behind, and holds no tests', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-runtime-'));
  try {
    const packages = await writeRuntime(folder);
    expect(runtimePackages(readLock(), packages).length).toBeGreaterThan(packages.size);
    const files = everythingBelow(folder);
    expect(files.filter((file) => file.endsWith('.js')).length).toBe(codeFiles().length);
    expect(files.filter((file) => /\.tsx?$|\.test\.|\/testing\//.test(file))).toEqual([]);
    for (const entry of [
      'engine/main.js',
      'engine/cli/main.js',
      'benchmarks/suite/worker/main.js',
      'benchmarks/runner/main.js',
    ])
      expect(files).toContain(join(folder, entry));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('in a package that lost its parts, nothing that is said needs a checkout', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'eevee-runtime-'));
  try {
    await writeRuntime(folder);
    symlinkSync(join(import.meta.dirname, '..', '..', 'node_modules'), join(folder, 'node_modules'));
    rmSync(join(folder, 'native', 'build'), { recursive: true });
    for (const game of readdirSync(join(folder, 'games')))
      rmSync(join(folder, 'games', game, 'build'), { recursive: true, force: true });
    const { stdout } = spawnSync(
      process.execPath,
      [join(folder, 'engine', 'cli', 'main.js'), 'doctor', '--data-dir', join(folder, 'data')],
      { cwd: tmpdir(), encoding: 'utf8' },
    );
    expect(stdout).toMatch(/MISSING addon/);
    expect(stdout).toMatch(/MISSING game/);
    expect(stdout.split('Install Eevee again').length).toBeGreaterThan(2);
    expect(stdout).not.toMatch(/npm |build\.js|checkout/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
