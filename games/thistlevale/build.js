/**
 * Builds Thistlevale: art, maps and texts → C → SDCC → ROM and memory map. No dependencies besides Node and SDCC.
 *
 *   node games/thistlevale/build.js            build/thistlevale.gbc
 *   node games/thistlevale/build.js --look 2   build/thistlevale-look2.gbc: other pictures, same game (looks 1 to 3)
 */
import { createHash } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate, textFiles } from './tools/generate.js';
import { memoryMap } from './tools/memory-map.js';
import { checkSizes, compile, link } from './tools/toolchain.js';
import { describeWorld } from './tools/world.js';

const root = fileURLToPath(new URL('.', import.meta.url));
/** Everything that the ROM depends on. */
const inputs = ['src', 'art', 'maps', 'data', 'tools', 'build.js', 'tileset.json'];
const jobs = 2;
/** The looks that the game can be built with; the first is the one that is played. */
export const looks = [1, 2, 3];

/** A hash over all sources: equal hashes give equal ROMs. */
export function inputsHash() {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((name) => filesUnder(name)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Drawing scripts are not an input: the PNG files are. */
function filesUnder(name) {
  if (name === 'art/draw') return [];
  if (!statSync(join(root, name)).isDirectory()) return [name];
  return readdirSync(join(root, name)).flatMap((entry) => filesUnder(`${name}/${entry}`));
}

/**
 * Builds the ROM and writes thistlevale.gbc, thistlevale.map.json, thistlevale.world.json and thistlevale.noi, all or none.
 * @param {{ outDir?: string, look?: number, known?: Map<string, { object: string, bytes: Buffer }>,
 *   log?: (line: string) => void }} [options] outDir: default `build/` beside
 *   this file; look: whose pictures, 1 to 3; known: objects of builds of the same sources, which need
 *   not be compiled again for another look; the build adds its own
 * @returns {Promise<{ rom: string, memoryMap: string, sha256: string }>} paths of the files, hash of the ROM
 * @throws {Error} when SDCC is missing or a source is wrong; earlier outputs then stay as they were
 */
export async function buildRom({ outDir = join(root, 'build'), look = 1, known, log = () => {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'thistlevale-'));
  try {
    const generated = writeGenerated(folder, look);
    const own = join(root, 'src');
    const sources = filesUnder('src')
      .filter((file) => /\.[cs]$/.test(file) && file !== 'src/crt0.s')
      .sort();
    const ordered = ['src/crt0.s', ...sources].map((file) => [join(root, file), own]);
    for (const file of generated) ordered.push([file, folder]);
    log(`compiling ${ordered.length} files`);
    const objects = await inParallel(ordered, ([file, base]) =>
      compiled(relative(base, file), file, known, () => compile(file, base, folder, [own, folder]), folder),
    );
    const { rom, symbols } = await link(objects, generated.length, folder);
    for (const [area, size] of checkSizes(symbols)) log(`${area}: ${size} bytes`);
    const sha256 = createHash('sha256').update(rom).digest('hex');
    const map = memoryMap(symbols, sha256, look);
    const name = look === 1 ? 'thistlevale' : `thistlevale-look${look}`;
    const paths = publish(
      outDir,
      new Map([
        [`${name}.noi`, symbols],
        [`${name}.map.json`, `${JSON.stringify(map, null, 2)}\n`],
        [`${name}.world.json`, `${JSON.stringify({ rom: sha256, ...describeWorld(root, textFiles) })}\n`],
        [`${name}.gbc`, rom],
      ]),
    );
    log(`${paths.get(`${name}.gbc`)}: look ${look}, ${rom.length} bytes, sha256 ${sha256}`);
    return { rom: paths.get(`${name}.gbc`), memoryMap: paths.get(`${name}.map.json`), sha256 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeGenerated(folder, look) {
  const written = [];
  for (const [name, text] of generate(root, look)) {
    writeFileSync(join(folder, name), text);
    if (name.endsWith('.c')) written.push(join(folder, name));
  }
  return written;
}

/** Compiles a file unless its object is known: looks differ in a few generated files only. */
async function compiled(name, file, known, compileIt, folder) {
  if (!known) return await compileIt();
  const key = `${name} ${createHash('sha256').update(readFileSync(file)).digest('hex')}`;
  const found = known.get(key);
  if (!found) {
    const object = await compileIt();
    known.set(key, { object: basename(object), bytes: readFileSync(object) });
    return object;
  }
  writeFileSync(join(folder, found.object), found.bytes);
  return join(folder, found.object);
}

/** Results in the order of the items: the link order must not depend on who finishes first. */
async function inParallel(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i]);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  return results;
}

/** Writes beside the target, then renames: a reader never sees half a file. */
function publish(outDir, files) {
  mkdirSync(outDir, { recursive: true });
  const paths = new Map();
  for (const [name, content] of files) {
    writeFileSync(join(outDir, `${name}.new`), content);
    paths.set(name, join(outDir, name));
  }
  for (const name of files.keys()) renameSync(join(outDir, `${name}.new`), join(outDir, name));
  return paths;
}

/** The look that the command line asks for. */
function lookOf(words) {
  if (words.length === 0) return 1;
  if (words.length === 2 && words[0] === '--look' && looks.includes(Number(words[1])))
    return Number(words[1]);
  throw new Error(
    `"${words.join(' ')}" is no option of the build; known is --look with ${looks.join(', ')}.`,
  );
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) {
  try {
    await buildRom({ look: lookOf(process.argv.slice(2)), log: console.log });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
