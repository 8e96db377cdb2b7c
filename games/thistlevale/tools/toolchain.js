/** Runs SDCC: compile, assemble, link, make the cartridge image. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { pictureBanks } from './battle-art.js';

const run = promisify(execFile);

/**
 * The bank of a source file, by its path below `src/` (or the folder of generated sources) without its ending; a folder
 * stands for all files in it. Everything else lives in bank 0, which is always visible and nearly full.
 */
const codeBanks = new Map([
  ...['title', 'new_game', 'ending', 'menu', 'save', 'drift'].map((name) => [name, 1]),
  ['art', 2],
  ...['maps', 'layout', 'world/generators', 'map_load', 'person_load'].map((name) => [name, 3]),
  ['pictures', 4],
  ['texts', 5],
  ...['scripts', 'world/script', 'world/script_state'].map((name) => [name, 6]),
  ['grids', 7],
  ...['world', 'encounters'].map((name) => [name, 8]),
  ['world/flags', 0],
  ['data', 20],
  ['battle_data', 20],
  ['party', 21],
  ['items', 21],
  ['battle/engine', 22],
  ['battle', 23],
  ['battle/menu', 24],
  ['menus', 25],
  ['art_sets', 40],
  ['art_people', 41],
  ...pictureBanks.map((bank) => [`battle_pictures_${bank}`, bank]),
  ...['battle_art', 'battle_art_data'].map((name) => [name, 45]),
]);

/** MBC5 with battery RAM; one RAM bank of 8 KB. */
const cartridge = ['-Z', '-yc', '-yt', '0x1B', '-ya', '1', '-yn', 'THISTLEVALE'];

/** The bank of a file, or of the nearest folder around it that the table names. */
function bankOf(name) {
  for (let path = name; path; path = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '') {
    const bank = codeBanks.get(path);
    if (bank !== undefined) return bank;
  }
  return undefined;
}

/** The switched banks that objects put something into, ascending; the linker complains about empty ones. */
function banksOf(objects) {
  const areas = objects.flatMap((object) => [
    ...readFileSync(object, 'latin1').matchAll(/^A _CODE_(\d+) /gm),
  ]);
  return [...new Set(areas.map(([, bank]) => Number(bank)))].sort((a, b) => a - b);
}

/**
 * Refuses calls from one switched bank into another that do not go through the banked call: they would jump into whatever
 * lies there in the caller's bank, and neither compiler nor linker notices. Only code is checked: data of other banks is
 * read by bank_copy.
 * @param {string[]} objects objects of hand-written sources
 */
function checkCalls(objects) {
  const homes = new Map();
  const files = objects.map((object) => {
    const text = readFileSync(object, 'latin1');
    let bank = 0;
    const wanted = new Set();
    let own = 0;
    for (const [, area, symbol, kind] of text.matchAll(/^(?:A _(\w+) .*|S (\S+) (Def|Ref).*)$/gm)) {
      if (area) bank = Number(/^CODE_(\d+)$/.exec(area)?.[1] ?? 0);
      else if (kind === 'Ref') wanted.add(symbol);
      else if (bank > 0) homes.set(symbol, bank);
      if (area && bank > 0) own = bank;
    }
    return { object, own, wanted };
  });
  for (const { object, own, wanted } of files) {
    for (const symbol of wanted) {
      const home = homes.get(symbol);
      if (home === undefined || home === own || wanted.has(`b${symbol}`)) continue;
      throw new Error(
        `${object.split('/').at(-1)} (bank ${own}) calls ${symbol.slice(1)} of bank ${home} directly; declare it __banked or move it.`,
      );
    }
  }
}

/** Banks of the cartridge: they come in powers of two. */
function romBanks(banks) {
  let count = 8;
  while (count <= banks.at(-1)) count *= 2;
  return count;
}

async function tool(program, args, cwd) {
  try {
    return await run(program, args, { cwd });
  } catch (error) {
    if (error.code === 'ENOENT') {
      throw new Error(
        `${program} was not found: building Thistlevale needs the SDCC compiler. Run: apt-get install sdcc`,
      );
    }
    throw new Error(`${program} ${args.at(-1)} failed:\n${error.stderr || error.stdout || error.message}`);
  }
}

/**
 * Compiles one source file; returns the object file.
 * @param {string} source its path
 * @param {string} base the folder that its name for the bank table counts from
 */
export async function compile(source, base, folder, includes) {
  const name = relative(base, source).replace(/\.[cs]$/, '');
  const object = join(folder, `${name.replaceAll('/', '-')}.rel`);
  if (source.endsWith('.s')) {
    await tool('sdasgb', ['-o', object, source], folder);
    return object;
  }
  const bank = bankOf(name);
  const area = bank ? ['--codeseg', `CODE_${bank}`, '--constseg', `CODE_${bank}`] : [];
  if (name === 'saved') area.push('--dataseg', 'SAVED');
  await tool(
    'sdcc',
    [
      '-msm83',
      '--std-c11',
      '--opt-code-speed',
      ...area,
      ...includes.flatMap((path) => ['-I', path]),
      '-c',
      '-o',
      object,
      source,
    ],
    folder,
  );
  return object;
}

/**
 * Links objects (crt0 first) into a ROM; returns its bytes and the linker's symbol list.
 * @param {string[]} objects all of them
 * @param {number} generated how many of the last ones are of generated sources, which hold data only
 */
export async function link(objects, generated, folder) {
  checkCalls(objects.slice(0, objects.length - generated));
  const banks = banksOf(objects);
  const areas = banks.map((bank) => `-Wl-b_CODE_${bank}=0x${bank.toString(16)}4000`);
  const image = join(folder, 'thistlevale.ihx');
  await tool(
    'sdcc',
    [
      '-msm83',
      '--no-std-crt0',
      '--code-loc',
      '0x0200',
      '--data-loc',
      '0xC200',
      ...areas,
      '-Wl-m',
      '-Wl-j',
      '-o',
      image,
      ...objects,
    ],
    folder,
  );
  const rom = join(folder, 'thistlevale.gbc');
  await tool('makebin', [...cartridge, '-yo', `${romBanks(banks)}`, image, rom], folder);
  return { rom: readFileSync(rom), symbols: readFileSync(join(folder, 'thistlevale.noi'), 'latin1') };
}

/** Where areas lie and how large they are, from the linker's symbol list. */
export function areaSizes(symbols) {
  const sizes = new Map();
  for (const [, name, value] of symbols.matchAll(/^DEF l_+(\w+) 0x([0-9A-F]+)/gm))
    sizes.set(name, Number.parseInt(value, 16));
  return sizes;
}

/** Checks that nothing spills out of its bank: the linker itself does not notice. */
export function checkSizes(symbols) {
  const sizes = areaSizes(symbols);
  const bank0 = ['CODE', 'HOME', 'GSINIT', 'GSFINAL', 'INITIALIZER'].reduce(
    (sum, area) => sum + (sizes.get(area) ?? 0),
    0x200,
  );
  const report = new Map([['bank 0', bank0]]);
  for (const bank of new Set(codeBanks.values()))
    if (bank > 0) report.set(`bank ${bank}`, sizes.get(`CODE_${bank}`) ?? 0);
  for (const [name, size] of report)
    if (size > 0x4000)
      throw new Error(
        `${name} holds ${size} bytes, 16384 fit; move code or data to another bank (tools/toolchain.js).`,
      );
  const data = ['DATA', 'BSS', 'INITIALIZED', 'SAVED'].reduce((sum, area) => sum + (sizes.get(area) ?? 0), 0);
  if (data > 0x1c00)
    throw new Error(`work RAM needs ${data} bytes, 7168 fit below the stack; shrink a buffer.`);
  return report.set('work RAM', data);
}
