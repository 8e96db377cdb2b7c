// Builds each game's ROM, in each of its looks, twice, into two folders, and compares the bytes: a ROM that depends on the time or the
// folder of its build would make replays and labels worthless.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { roms } from '../bootstrap/build.js';

/** @param {string} folder */
const romHashes = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ['.gb', '.gbc', '.gba'].includes(extname(name)))
    .sort()
    .map(
      (name) =>
        `${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}  ${name}`,
    );

for (const { title, module } of roms()) {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'eevee-rom-')));
  try {
    const { buildRom, looks = [1] } = await import(pathToFileURL(module).href);
    for (const outDir of folders)
      for (const look of looks) await buildRom({ outDir, look, log: console.log });
    const [first = [], second = []] = folders.map(romHashes);
    console.log(`${title}\n  ${first.join('\n  ')}`);
    if (first.length === 0) throw new Error(`${title}: the build made no ROM.`);
    if (first.join() !== second.join())
      throw new Error(`${title}: the second build differs:\n  ${second.join('\n  ')}`);
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true });
  }
}
