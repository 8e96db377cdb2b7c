import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemOfRejected, scratchFolder, testCore } from '../testing/engine.ts';
import { corePathsToTry } from './core-paths.ts';
import { Cores } from './cores.ts';

const cores = () => new Cores([], scratchFolder());

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
    expect(await problemOfRejected(cores().at(path))).toMatchObject({ code, field: 'core' });
  });
});

describe('looking for one', () => {
  test('mGBA is preferred', async () => {
    expect((await cores().find('gbc')).path).toMatch(/mgba_libretro/);
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
    const found = await new Cores([folder], scratchFolder()).find('gb');
    expect(found.path).not.toContain(folder);
  });
});
