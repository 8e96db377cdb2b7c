import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * What a Debian package is needed for. `play`: run a game. `native`: build the addon. `rom`: build the ROMs of
 * our own games. `window`: show Electron's window. `test`: run the whole test command.
 * @typedef {'play' | 'native' | 'rom' | 'window' | 'test'} Purpose
 *
 * `found` looks for what the package brings, not for the package: the same on every distribution.
 * `names`: what Debian 12 calls it, then what newer ones do (the 64-bit time_t change renamed libraries).
 * @typedef {{ names: string[], purpose: Purpose, why: string, found: () => boolean }} SystemPackage
 */

const programFolders = ['/usr/local/bin', '/usr/bin', '/bin', '/usr/games', '/usr/sbin'];

/** @param {string} name */
export const findProgram = (name) => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...programFolders];
  const names = process.platform === 'win32' ? [`${name}.exe`, `${name}.cmd`] : [name];
  for (const folder of folders) {
    for (const file of names) if (folder && existsSync(join(folder, file))) return join(folder, file);
  }
  return null;
};

/** @param {string[]} names any of them will do */
const program =
  (...names) =>
  () =>
    names.some((name) => findProgram(name) !== null);

/** Debian's multiarch folder, then the places other distributions use. */
/** @type {Record<string, string>} */
const triplets = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };
const triplet = triplets[process.arch] ?? '';
const libraryFolders = [
  `/usr/lib/${triplet}`,
  `/lib/${triplet}`,
  '/usr/lib64',
  '/lib64',
  '/usr/lib',
  '/usr/local/lib',
];

/** @param {string} file */
const library = (file) => () => libraryFolders.some((folder) => existsSync(join(folder, file)));

/** @param {string} name */
const core = (name) => library(`libretro/${name}_libretro.so`);

/** A core that the player named or keeps in RetroArch's folder will do; the tests want the two that they know. */
const anyCore = () =>
  Boolean(process.env.EEVEE_CORE) ||
  core('mgba')() ||
  core('gambatte')() ||
  ['mgba', 'gambatte'].some((name) =>
    existsSync(join(homedir(), '.config', 'retroarch', 'cores', `${name}_libretro.so`)),
  );

/** Chromium's snap and the like put their program elsewhere; any Chromium on the PATH will do. */
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** clang's library of fuzzing, which comes in a package of its own. */
const fuzzerLibrary = () => {
  try {
    return readdirSync('/usr/lib', { encoding: 'utf8' })
      .filter((name) => name.startsWith('llvm-'))
      .flatMap((name) =>
        readdirSync(join('/usr/lib', name, 'lib', 'clang')).map((version) => [name, version]),
      )
      .some(([name = '', version = '']) => {
        const folder = join('/usr/lib', name, 'lib', 'clang', version, 'lib', 'linux');
        return (
          existsSync(folder) && readdirSync(folder).some((file) => file.startsWith('libclang_rt.fuzzer-'))
        );
      });
  } catch {
    return false;
  }
};

/** A font, without which a browser draws boxes. */
const anyFont = () => {
  try {
    return readdirSync('/usr/share/fonts/truetype').length > 0;
  } catch {
    return existsSync('/usr/share/fonts/TTF') || existsSync('/usr/share/fonts/dejavu');
  }
};

/** @type {SystemPackage[]} */
export const systemPackages = [
  {
    names: ['libretro-mgba'],
    purpose: 'play',
    why: 'a Game Boy core',
    found: anyCore,
  },
  {
    names: ['libretro-mgba'],
    purpose: 'test',
    why: 'the Game Boy core that shows its memory map to the judge',
    found: core('mgba'),
  },
  {
    names: ['libretro-gambatte'],
    purpose: 'test',
    why: 'a second Game Boy core, which the same tests must pass with',
    found: core('gambatte'),
  },
  {
    names: ['g++'],
    purpose: 'native',
    why: 'compiles the native addon',
    found: program('g++', 'c++', 'clang++'),
  },
  { names: ['cmake'], purpose: 'native', why: 'configures the native addon', found: program('cmake') },
  {
    names: ['make'],
    purpose: 'native',
    why: 'runs the build of the native addon',
    found: program('make', 'ninja'),
  },
  { names: ['sdcc'], purpose: 'rom', why: "compiles our games' C for the Game Boy", found: program('sdcc') },
  {
    names: ['libgtk-3-0', 'libgtk-3-0t64'],
    purpose: 'window',
    why: 'Electron',
    found: library('libgtk-3.so.0'),
  },
  { names: ['libnss3'], purpose: 'window', why: 'Electron', found: library('libnss3.so') },
  {
    names: ['libasound2', 'libasound2t64'],
    purpose: 'window',
    why: 'Electron, sound',
    found: library('libasound.so.2'),
  },
  { names: ['libgbm1'], purpose: 'window', why: 'Electron, graphics', found: library('libgbm.so.1') },
  {
    names: ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    purpose: 'window',
    why: 'Electron, accessibility',
    found: library('libatk-bridge-2.0.so.0'),
  },
  { names: ['libcups2', 'libcups2t64'], purpose: 'window', why: 'Electron', found: library('libcups.so.2') },
  { names: ['libdrm2'], purpose: 'window', why: 'Electron, graphics', found: library('libdrm.so.2') },
  { names: ['libxss1'], purpose: 'window', why: 'Electron', found: library('libXss.so.1') },
  { names: ['libxtst6'], purpose: 'window', why: 'Electron', found: library('libXtst.so.6') },
  { names: ['xvfb'], purpose: 'test', why: 'a display for the tests of the window', found: program('Xvfb') },
  {
    names: ['chromium'],
    purpose: 'test',
    why: 'a browser for the tests of the page',
    found: program(...browsers),
  },
  { names: ['fonts-dejavu-core'], purpose: 'test', why: 'letters in the screenshots', found: anyFont },
  {
    names: ['clang-format'],
    purpose: 'test',
    why: 'checks the style of the C++',
    found: program('clang-format'),
  },
  {
    names: ['mgba-sdl'],
    purpose: 'test',
    why: "another program's window, which the tests of windows play in",
    found: program('mgba'),
  },
  { names: ['xdotool'], purpose: 'test', why: 'moves and hides that window', found: program('xdotool') },
  {
    names: ['g++-aarch64-linux-gnu'],
    purpose: 'test',
    why: 'compiles the kernels for Arm',
    found: program('aarch64-linux-gnu-g++'),
  },
  { names: ['qemu-user'], purpose: 'test', why: 'runs them', found: program('qemu-aarch64') },
  { names: ['clang'], purpose: 'test', why: 'compiles the fuzzers', found: program('clang++') },
  {
    names: ['libclang-rt-14-dev', 'libclang-rt-19-dev', 'libclang-rt-18-dev'],
    purpose: 'test',
    why: 'the library of the fuzzers',
    found: fuzzerLibrary,
  },
];

/**
 * @param {Iterable<Purpose>} purposes
 * @param {SystemPackage[]} [all]
 */
export const missingPackages = (purposes, all = systemPackages) => {
  const wanted = new Set(purposes);
  const missing = all.filter((one) => wanted.has(one.purpose) && !one.found());
  return missing.filter(
    (one, index) => missing.findIndex(({ names }) => names[0] === one.names[0]) === index,
  );
};
