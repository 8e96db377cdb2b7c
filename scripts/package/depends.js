import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from '../bootstrap/run.js';

/**
 * What brings a library on Debian: the name in Debian 12, then the one after its change to 64-bit times. Only
 * what a program or library of ours was linked with is looked up; a library that is not here stops the build.
 * @type {Record<string, string[]>}
 */
const brings = {
  'ld-linux-x86-64.so.2': ['libc6'],
  'ld-linux-aarch64.so.1': ['libc6'],
  'libc.so.6': ['libc6'],
  'libdl.so.2': ['libc6'],
  'libm.so.6': ['libc6'],
  'libpthread.so.0': ['libc6'],
  'librt.so.1': ['libc6'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libstdc++.so.6': ['libstdc++6'],
  'libX11.so.6': ['libx11-6'],
  'libX11-xcb.so.1': ['libx11-xcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXtst.so.6': ['libxtst6'],
  'libasound.so.2': ['libasound2', 'libasound2t64'],
  'libatk-1.0.so.0': ['libatk1.0-0', 'libatk1.0-0t64'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  'libatspi.so.0': ['libatspi2.0-0', 'libatspi2.0-0t64'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2', 'libcups2t64'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgio-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libglib-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgobject-2.0.so.0': ['libglib2.0-0', 'libglib2.0-0t64'],
  'libgtk-3.so.0': ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libxcb.so.1': ['libxcb1'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
};

/** What is looked for while it runs, so that no program is linked with it: a core, and GTK, which Electron opens. */
const openedLater = [
  ['libretro-mgba', 'libretro-gambatte'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libxtst6'],
  ['libnotify4'],
];
const recommended = ['libretro-gambatte', 'fonts-dejavu-core', 'xdg-utils'];

/** The compiler that brought a version of the C++ library, by the last part of `GLIBCXX_3.4.x`; older: any will do. */
const compilers = { 29: '11', 30: '12', 31: '13', 32: '13.2', 33: '14', 34: '15' };

/** @param {string} path */
const isElf = (path) => {
  const file = openSync(path, 'r');
  const magic = Buffer.alloc(4);
  readSync(file, magic, 0, 4, 0);
  closeSync(file);
  return magic.equals(Buffer.from([0x7f, 0x45, 0x4c, 0x46]));
};

/** @param {string} a @param {string} b versions such as `2.34` */
const compareVersions = (a, b) => {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  const at = (x ?? []).findIndex((part, index) => part !== (y?.[index] ?? 0));
  return at < 0 ? 0 : (x?.[at] ?? 0) - (y?.[at] ?? 0);
};

/**
 * What a program or library asks of the system, out of `objdump -p`.
 * @param {string} text
 */
export const readNeeds = (text) => ({
  libraries: [...text.matchAll(/^\s*NEEDED\s+(\S+)/gm)].map(([, name = '']) => name),
  glibc: [...text.matchAll(/\bGLIBC_(\d+(?:\.\d+)+)/g)]
    .map(([, version = '']) => version)
    .sort(compareVersions)
    .at(-1),
  glibcxx: Math.max(0, ...[...text.matchAll(/\bGLIBCXX_3\.4\.(\d+)/g)].map(([, minor]) => Number(minor))),
});

/**
 * The package's `Depends` and `Recommends`, out of what its programs and libraries were linked with.
 * @param {string[]} files all files of the package
 * @throws Error for a library that nobody is known to bring
 */
export const debianDepends = async (files) => {
  const ours = new Set(files.map((file) => basename(file)));
  /** @type {Map<string, string[]>} */
  const found = new Map(openedLater.map((names) => [names[0] ?? '', names]));
  let glibc = '2.28';
  let glibcxx = 0;
  for (const file of files.filter(isElf)) {
    const { code, output } = await run('package-needs', 'objdump', ['-p', file]);
    if (code !== 0) throw new Error(`objdump cannot read ${file}.`);
    const needs = readNeeds(output);
    for (const library of needs.libraries.filter((name) => !ours.has(name))) {
      const names = brings[library];
      if (!names)
        throw new Error(
          `${file} needs ${library}: say in scripts/package/depends.js which package brings it.`,
        );
      found.set(names[0] ?? '', names);
    }
    glibcxx = Math.max(glibcxx, needs.glibcxx);
    if (needs.glibc && compareVersions(needs.glibc, glibc) > 0) glibc = needs.glibc;
  }
  const compiler = compilers[/** @type {keyof typeof compilers} */ (glibcxx)];
  /** @type {Record<string, string>} */
  const exact = {
    libc6: `libc6 (>= ${glibc})`,
    ...(compiler ? { 'libstdc++6': `libstdc++6 (>= ${compiler})` } : {}),
  };
  const words = [...found].map(([name, names]) => exact[name] ?? names.join(' | '));
  return { depends: words.sort().join(', '), recommends: recommended.join(', ') };
};
