import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { problemOfRejected, scratchFolder, testCore } from '../testing/engine.ts';
import { corePathsToTry } from './core-paths.ts';
import { Cores } from './cores.ts';

const cores = () => new Cores([]);

describe('a core that the user names', () => {
  test('one that works says who it is', async () => {
    expect(await cores().at(testCore('synthetic'))).toMatchObject({ extensions: ['txt', 'synthetic'] });
  });
  test('one that is not there: the path tried and the command that installs one', async () => {
    const problem = await problemOfRejected(cores().at('/nowhere/core.so'));
    expect(problem).toMatchObject({
      code: 'resource.core-missing',
      tried: ['/nowhere/core.so'],
      command: 'sudo apt-get install libretro-mgba',
    });
  });
  test('a library that is no core, and a core of another interface', async () => {
    expect(await problemOfRejected(cores().at(testCore('not_a_core')))).toMatchObject({
      code: 'resource.core-invalid',
    });
    expect(await problemOfRejected(cores().at(testCore('wrong_abi')))).toMatchObject({
      code: 'resource.core-invalid',
    });
  });
  test('a core for another processor', async () => {
    const path = join(scratchFolder(), 'arm_libretro.so');
    const bytes = readFileSync(testCore('synthetic'));
    // e_machine of the ELF header: 183 is AArch64.
    bytes.writeUInt16LE(183, 18);
    writeFileSync(path, bytes);
    expect(await problemOfRejected(cores().at(path))).toMatchObject({ code: 'resource.core-architecture' });
  });
  test.each([
    ['text', 'resource.core-invalid'],
    ['an empty file', 'resource.core-invalid'],
    ['a folder', 'resource.core-missing'],
  ])('%s', async (what, code) => {
    const path = join(scratchFolder(), 'some.so');
    if (what === 'a folder') mkdirSync(path);
    else writeFileSync(path, what === 'text' ? 'not a library' : '');
    expect(await problemOfRejected(cores().at(path))).toMatchObject({
      ...{ code, field: 'core', tried: [path] },
      command: 'sudo apt-get install libretro-mgba',
    });
  });
});

describe('looking for one', () => {
  test('none anywhere: every path that was tried, in order, and the command that installs one', async () => {
    const paths = ['/nowhere/a.so', testCore('not_a_core'), testCore('synthetic'), '/nowhere/b.so'];
    const problem = await problemOfRejected(new Cores(paths).find('gb'));
    expect(problem).toMatchObject({
      code: 'resource.core-missing',
      command: 'sudo apt-get install libretro-mgba',
    });
    const tried = problem['tried'] as string[];
    expect(tried).toHaveLength(4);
    expect(tried.every((line, index) => line.startsWith(paths[index]!))).toBe(true);
    expect(tried[2]).toContain('does not play the Game Boy');
  });
  test('mGBA is preferred', async () => {
    expect((await new Cores(corePathsToTry([], '/nowhere')).find('gbc')).path).toMatch(/mgba_libretro/);
  });
  test('what the user named comes first, a folder stands for the cores in it', () => {
    const folder = scratchFolder();
    const paths = corePathsToTry(['/a/b.so', folder], '/data/cores', { EEVEE_CORE: '/env.so' });
    expect(paths.slice(0, 4)).toEqual([
      '/env.so',
      '/a/b.so',
      join(folder, 'mgba_libretro.so'),
      join(folder, 'gambatte_libretro.so'),
    ]);
    expect(paths).toContain('/data/cores/mgba_libretro.so');
  });
  test('a broken one is passed over', async () => {
    const folder = scratchFolder();
    copyFileSync(testCore('not_a_core'), join(folder, 'mgba_libretro.so'));
    const found = await new Cores(corePathsToTry([folder], '/nowhere')).find('gb');
    expect(found.path).not.toContain(folder);
  });
});

test('without the addon it is the addon that is missing, not a core', async () => {
  process.env['EEVEE_NATIVE_DIR'] = '/nowhere';
  onTestFinished(() => {
    delete process.env['EEVEE_NATIVE_DIR'];
  });
  const problem = await problemOfRejected(new Cores([testCore('synthetic')]).find('gb'));
  expect(problem).toMatchObject({ code: 'resource.addon-missing', command: 'npm start' });
});
