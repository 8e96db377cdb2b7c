/** What the tests at the doors share: where the cores are, how to open one, how to run code in a child. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NativeProblem } from '../problem.ts';
import type { OpenOptions } from '../types.ts';

export const nativeDir = fileURLToPath(new URL('..', import.meta.url));

/** Path of one of our test cores; built along with the addon. */
export const testCore = (name: 'crash' | 'hang' | 'not_a_core' | 'synthetic' | 'wrong_abi'): string =>
  join(nativeDir, 'build', 'cores', `${name}_libretro.so`);

const coreFolders = [
  process.env['EEVEE_CORES_DIR'],
  '/usr/lib/x86_64-linux-gnu/libretro',
  '/usr/lib/aarch64-linux-gnu/libretro',
  '/usr/lib/libretro',
];

/** Path of an installed core, undefined where this computer has none of that name. */
export const installedCore = (name: string): string | undefined =>
  coreFolders
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, `${name}_libretro.so`))
    .find((path) => existsSync(path));

/** A folder that lives as long as one test file. */
export class Scratch {
  readonly path = mkdtempSync(join(tmpdir(), 'eevee-native-'));
  #files = 0;

  file(contents: string | Uint8Array, name?: string): string {
    this.#files += 1;
    const path = join(this.path, name ?? `file-${this.#files}`);
    writeFileSync(path, contents);
    return path;
  }

  /** Options to open a core with this ROM, its folders in here. */
  options(core: string, rom: string | Uint8Array, more: Partial<OpenOptions> = {}): OpenOptions {
    return {
      core,
      rom: this.file(rom),
      systemDir: join(this.path, 'system'),
      saveDir: join(this.path, `save-${this.#files}`),
      ...more,
    };
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** The problem that `body` throws; fails where it throws none, or something without message and remedy. */
export const problemFrom = (body: () => unknown): NativeProblem => {
  try {
    body();
  } catch (error) {
    const problem = (error as { problem?: NativeProblem }).problem;
    if (!problem?.message || !problem.remedy) throw error;
    return problem;
  }
  throw new Error('nothing was thrown');
};

/**
 * Runs a module's text in a Node of its own; `openHost`, `openToolsHost` and `options` are there, and what it
 * prints with `say` is what comes back.
 */
export const inChild = (options: OpenOptions, code: string): SpawnSyncReturns<string> => {
  const door = (file: string): string => JSON.stringify(new URL(`../${file}`, import.meta.url).href);
  const text = `
    import { openHost, inspectCore } from ${door('index.ts')};
    import { openToolsHost } from ${door('tools.ts')};
    import { writeSync } from 'node:fs';
    const say = (text) => writeSync(1, String(text) + '\\n');
    const codeOf = (body) => { try { body(); return 'none'; } catch (error) { return error.problem?.code ?? String(error); } };
    const options = ${JSON.stringify(options)};
    ${code}
  `;
  return spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', text], {
    encoding: 'utf8',
    timeout: 30_000,
  });
};
