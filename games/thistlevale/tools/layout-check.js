/** Builds and runs layout-check.c with the PC's C compiler. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** SDCC's own words mean nothing to the PC's compiler. */
const sdccWords = ['-D__banked=', '-D__at(address)=', '-D__sdcccall(version)='];

/**
 * Checks all 65,536 seeds.
 * @returns {{ ok: boolean, output: string }} what was proved, or the first seed and place that fails
 */
export function checkLayouts() {
  const folder = mkdtempSync(join(tmpdir(), 'thistlevale-check-'));
  try {
    for (const [name, text] of generate(root)) writeFileSync(join(folder, name), text);
    const source = (name) => join(root, 'src', name);
    const files = [
      join(root, 'tools/layout-check.c'),
      ...['layout.c', 'rng.c', 'person_load.c'].map(source),
      join(folder, 'world.c'),
      join(folder, 'art.c'),
    ];
    const program = join(folder, 'layout-check');
    execFileSync('cc', [
      '-std=c11',
      '-O2',
      '-w',
      ...sdccWords,
      '-I',
      join(root, 'src'),
      '-I',
      folder,
      '-o',
      program,
      ...files,
    ]);
    return { ok: true, output: execFileSync(program, { encoding: 'utf8' }).trim() };
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Error('The C compiler "cc" was not found. Run: apt-get install gcc');
    if (typeof error.stdout === 'string' && error.stdout) return { ok: false, output: error.stdout.trim() };
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  const { ok, output } = checkLayouts();
  console.log(output);
  process.exitCode = ok ? 0 : 1;
}
