import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../bootstrap/paths.js';
import { lastLines, run } from '../bootstrap/run.js';
import { debianDepends } from './depends.js';
import { iconFile, iconPng, iconSizes } from './icon.js';
import { everythingBelow, tidy } from './tidy.js';

/** Debian's words for processors. @type {Record<string, string>} */
const architectures = { x64: 'amd64', arm64: 'arm64' };

/** Where the application lies once it is installed. */
const home = join('usr', 'lib', 'eevee');

/** @param {string} path @param {string | Buffer} content */
const write = (path, content) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};

/** Desktop entry, icons, description, licences: what a desktop shows of us. @param {string} tree @param {number} seconds */
const writeShare = async (tree, seconds) => {
  const share = join(tree, 'usr', 'share');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  /** @param {string} name */
  const text = (name) =>
    readFileSync(join(import.meta.dirname, 'linux', name), 'utf8')
      .replaceAll('@version@', version)
      .replaceAll('@date@', new Date(seconds * 1000).toISOString().slice(0, 10));
  write(join(share, 'applications', 'eevee.desktop'), text('eevee.desktop'));
  write(join(share, 'metainfo', 'io.eevee.Eevee.metainfo.xml'), text('metainfo.xml'));
  const icons = join(share, 'icons', 'hicolor');
  for (const size of iconSizes)
    write(join(icons, `${size}x${size}`, 'apps', 'eevee.png'), await iconPng(size));
  write(join(icons, 'scalable', 'apps', 'eevee.svg'), readFileSync(iconFile));
};

/** Fields of Debian's control file. @param {Record<string, string>} fields */
const controlText = (fields) =>
  Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');

/** The sums that `dpkg --verify` compares files with. @param {string} tree @param {string[]} files */
const md5sums = async (tree, files) => {
  const { createHash } = await import('node:crypto');
  return files
    .filter((file) => lstatSync(file).isFile())
    .map((file) => `${createHash('md5').update(readFileSync(file)).digest('hex')}  ${relative(tree, file)}\n`)
    .join('');
};

/**
 * Packs an unpacked application as a .deb: beside it in `/usr/lib/eevee` the command `eevee`, a desktop entry
 * and all that belongs to one. The same sources, tools and time make the same bytes.
 *
 * @param {{ unpacked: string, out: string, seconds: number, standIn: boolean, fast: boolean }} options `out`: the
 *   folder that the package is written to; `standIn`: that Electron is not the official one, which the package
 *   then says; `fast`: pack it loosely
 * @returns {Promise<string>} path of the .deb
 */
export const writeDeb = async ({ unpacked, out, seconds, standIn, fast }) => {
  const { version, description } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const architecture = architectures[process.arch] ?? process.arch;
  const tree = join(out, 'deb.work');
  rmSync(tree, { recursive: true, force: true });

  const files = everythingBelow(unpacked).filter((file) => !lstatSync(file).isDirectory());
  for (const file of files) {
    const to = join(tree, home, relative(unpacked, file));
    mkdirSync(dirname(to), { recursive: true });
    // The sandbox's helper gets rights of its own, which the folder it comes from must not have.
    if (file.endsWith('chrome-sandbox')) copyFileSync(file, to);
    else linkSync(file, to);
  }
  mkdirSync(join(tree, 'usr', 'bin'));
  symlinkSync('../lib/eevee/bin/eevee', join(tree, 'usr', 'bin', 'eevee'));
  await writeShare(tree, seconds);
  write(
    join(tree, 'usr', 'share', 'doc', 'eevee', 'copyright'),
    readFileSync(join(unpacked, 'LICENSES.txt')),
  );

  const sizes = files.map((file) => Math.ceil(lstatSync(file).size / 1024));
  const about = standIn
    ? `${description}\n Made with an older Electron that stands in for the official one: for trials, not for release.`
    : description;
  const sums = await md5sums(tree, everythingBelow(tree));
  const { depends, recommends } = await debianDepends(files);
  write(
    join(tree, 'DEBIAN', 'control'),
    controlText({
      Package: 'eevee',
      Version: version,
      Architecture: architecture,
      Maintainer: 'The Eevee authors <eevee@localhost>',
      Section: 'games',
      Priority: 'optional',
      'Installed-Size': String(sizes.reduce((sum, size) => sum + size, 0)),
      Depends: depends,
      Recommends: recommends,
      Description: about,
    }),
  );
  write(join(tree, 'DEBIAN', 'md5sums'), sums);
  tidy(tree, seconds);
  // Where user namespaces are forbidden, Chromium's sandbox needs this helper to be root's and setuid.
  chmodSync(join(tree, home, 'chrome-sandbox'), 0o4755);

  const path = join(out, `eevee_${version}_${architecture}.deb`);
  const packed = await run(
    'package-deb',
    'dpkg-deb',
    ['--root-owner-group', ...(fast ? ['-Zgzip', '-z1'] : ['-Zxz', '-z6']), '--build', tree, path],
    { env: { SOURCE_DATE_EPOCH: String(seconds) } },
  );
  if (packed.code !== 0) throw new Error(`dpkg-deb failed:\n${lastLines(packed.output, 20)}`);
  rmSync(tree, { recursive: true });
  return path;
};
