import { mkdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../bootstrap/paths.js';
import { say, seconds } from '../bootstrap/progress.js';
import { writeDeb } from './deb.js';
import { sizesOf } from './sizes.js';
import { sourceDate } from './tidy.js';
import { writeUnpacked } from './unpacked.js';

/** Where packages are made unless told otherwise. */
export const packageFolder = join(root, 'dist', 'package');

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1024 ** 2).toFixed(1)} MB`.padStart(9);

/**
 * Makes the unpacked application and, unless told otherwise, the .deb out of it, and says what came of it. All
 * that goes in has to be built.
 *
 * @param {{ out?: string, deb?: boolean, fast?: boolean, log?: (line: string) => void }} [options] `fast`: pack
 *   the .deb loosely, for trials
 * @returns {Promise<{ unpacked: string, deb: string | null }>} paths
 */
export const packageApp = async ({ out = packageFolder, deb = true, fast = false, log = say } = {}) => {
  const date = sourceDate();
  const began = performance.now();
  mkdirSync(out, { recursive: true });
  const { folder, electron, host, fuses } = await writeUnpacked({
    folder: join(out, `eevee-${process.platform}-${process.arch}`),
    seconds: date,
  });
  const official = electron.kind === 'official';
  log(
    `Electron ${electron.version}${official ? '' : ', a stand-in for the official one: the package is for trials, not for release'}`,
  );
  log(
    host === 'utility'
      ? "The engine runs in Electron's own Node."
      : "The engine runs in a Node of its own: Electron's is too old.",
  );
  const on = Object.entries(fuses).map(([name, state]) => `${name} ${state ? 'on' : 'off'}`);
  log(`Fuses: ${on.join(', ')}`);
  const sizes = sizesOf(folder);
  for (const { part, bytes } of sizes) log(`${megabytes(bytes)}  ${part}`);
  log(`${megabytes(sizes.reduce((sum, { bytes }) => sum + bytes, 0))}  ${relative(root, folder)}`);
  log(`Unpacked in ${seconds(performance.now() - began)}`);
  if (!deb) return { unpacked: folder, deb: null };

  const packing = performance.now();
  const path = await writeDeb({ unpacked: folder, out, seconds: date, standIn: !official, fast });
  log(
    `${megabytes(statSync(path).size)}  ${relative(root, path)}, packed in ${seconds(performance.now() - packing)}`,
  );
  return { unpacked: folder, deb: path };
};
