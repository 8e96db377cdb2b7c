import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/paths.js';
import { everythingBelow } from './tidy.js';

/** @param {string} file */
const isLicence = (file) => /^(licen[cs]e|copying|notice|third-?party)/i.test(file);

/** @param {unknown} author as package.json has it */
const nameOf = (author) =>
  typeof author === 'object' && author !== null && 'name' in author
    ? String(author.name)
    : String(author ?? '');

/** The MIT licence has one wording; packages that name it and forget the text mean this one. @param {string} holder */
const mit = (holder) =>
  readFileSync(join(root, 'LICENSE'), 'utf8').replace(/^Copyright.*$/m, `Copyright (c) ${holder}`);

/**
 * One package of npm: its name, version, licence and the full text.
 * @param {string} path in the tree
 */
const packageLicence = (path) => {
  const folder = join(root, path);
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter(isLicence)
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && license === 'MIT')
    texts.push(mit(nameOf(author) || `the authors of ${name}`).trim());
  return {
    title: `${name} ${version} (${license})`,
    text: texts.join('\n\n') || `${license}, without a text`,
  };
};

/**
 * The packages that ended up in the page's or the shell's bundle: its source maps know.
 * @param {string} folder of the bundle
 * @returns {string[]} paths in the tree
 */
export const bundledPackages = (folder) => {
  const sources = everythingBelow(folder)
    .filter((file) => file.endsWith('.map'))
    .flatMap((file) => /** @type {string[]} */ (JSON.parse(readFileSync(file, 'utf8')).sources));
  const names = sources.flatMap((source) => /.*(node_modules\/(?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  return [...new Set(names)].sort().filter((path) => existsSync(join(root, path, 'package.json')));
};

/**
 * The text of every licence under which something in the package is.
 * @param {{ packages: string[], electron: string, electronFolder: string, nodeFolder: string | null }} parts
 *   `packages`: paths in the tree; `electron`: its name and version; `nodeFolder`: the npm package of the Node
 *   that comes along
 */
export const licencesText = ({ packages, electron, electronFolder, nodeFolder }) => {
  /** @param {string} file */
  const read = (file) => readFileSync(file, 'utf8').trim();
  const electronLicence = ['LICENSE', 'LICENSE.electron.txt']
    .map((name) => join(electronFolder, name))
    .find((file) => existsSync(file));
  const sections = [
    { title: 'Eevee, its games and its models (MIT)', text: read(join(root, 'LICENSE')) },
    { title: `${electron} (MIT)`, text: electronLicence ? read(electronLicence) : 'MIT' },
    {
      title: 'Chromium, FFmpeg and all that Electron is made of',
      text: 'In the file LICENSES.chromium.html beside the program.',
    },
    ...(nodeFolder ? [{ title: 'Node.js', text: read(join(nodeFolder, 'LICENSE')) }] : []),
    {
      title: "Arithmetic of SDCC's run-time library in the ROM (GPL-2.0-or-later with linking exception)",
      text: 'The exception leaves programs that are linked with the library under their own licence.',
    },
    ...[...new Set(packages)].sort().map(packageLicence),
  ];
  const line = '='.repeat(78);
  return `${sections.map(({ title, text }) => `${line}\n${title}\n${line}\n\n${text}\n`).join('\n')}`;
};
