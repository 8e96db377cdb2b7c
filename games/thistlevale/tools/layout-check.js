/** Builds and runs layout-check.c with the PC's C compiler. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cellClasses } from './art.js';
import { generate, textFiles } from './generate.js';
import { describeWorld } from './world.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** SDCC's own words mean nothing to the PC's compiler. */
const sdccWords = ['-D__banked=', '-D__at(address)=', '-D__sdcccall(version)='];

/** What the check must know besides the game's own data: classes of blocks, ways in, and what guards forbid. */
function places() {
  const world = describeWorld(root, textFiles);
  const tilesets = JSON.parse(readFileSync(join(root, 'tileset.json'), 'utf8'));
  const rows = (list) => list.map((row) => `  {${row.join(', ')}}`).join(',\n');
  const entries = world.maps.flatMap(({ number, entries }) => entries.map(([x, y]) => [number, x, y]));
  const guarded = world.maps.flatMap(({ number, persons = [] }) =>
    persons.flatMap(({ guards = [] }) => guards.map(([x, y]) => [number, x, y])),
  );
  const classes = Object.values(tilesets).map(({ blocks }) =>
    blocks.map((block) => cellClasses.indexOf(block.class)),
  );
  const most = Math.max(...classes.map((list) => list.length));
  return `#define MAP_COUNT ${world.maps.length}
static const unsigned char block_classes[][${most}] = {\n${rows(classes)}\n};
static const unsigned char depends_on_flags[] = {${world.maps.map(({ features = [] }) => (features.some(({ kind }) => kind === 'when') ? 1 : 0))}};
static const unsigned char entries[][3] = {\n${rows(entries)}\n};
static const unsigned char guarded[][3] = {\n${rows(guarded)}\n};
`;
}

/**
 * Checks all 65,536 seeds.
 * @returns {{ ok: boolean, output: string }} what was proved, or the first seed and place that fails
 */
export function checkLayouts() {
  const folder = mkdtempSync(join(tmpdir(), 'thistlevale-check-'));
  try {
    for (const [name, text] of generate(root)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'check_places.h'), places());
    const source = (name) => join(root, 'src', name);
    const files = [
      join(root, 'tools/layout-check.c'),
      ...['layout.c', 'rng.c', 'step.c', 'person_load.c', 'world/flags.c', 'world/generators.c'].map(source),
      join(folder, 'maps.c'),
      join(folder, 'grids.c'),
    ];
    const program = join(folder, 'layout-check');
    execFileSync('cc', [
      '-std=c11',
      '-O3',
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
