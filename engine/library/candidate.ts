import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { mostRomFileBytes } from '../../protocol/words.ts';
import type { RomSystem } from '../session/rom-systems.ts';
import { checkRom, checkRomBytes } from '../session/roms.ts';
import { isZip, romInZip } from './archive.ts';
import { sha256Of } from './entry.ts';

/** A ROM that passed the door and is to be in the library. */
export interface Candidate {
  /** Of its file; messages name it. */
  name: string;
  rom: Uint8Array;
  system: RomSystem;
  sha256: string;
  /** Where it stays; null: it came as bytes, and is to be kept as a copy. */
  path: string | null;
}

/** Checks bytes: a ROM, or a zip archive with one. Throws `resource.rom-*`. */
export const candidateOf = (name: string, bytes: Uint8Array): Candidate => {
  const inside = isZip(bytes) ? romInZip(name, bytes) : { name, rom: bytes };
  const system = checkRomBytes(inside.name, inside.rom);
  return { ...inside, system, sha256: sha256Of(inside.rom), path: null };
};

/** Checks a file by its path. Throws `resource.rom-*`. */
export const candidateAt = async (path: string): Promise<Candidate> => {
  const found = await stat(path).catch(() => null);
  // Only what could be an archive is read here; all else comes through the door that sessions use.
  if (found?.isFile() && found.size <= mostRomFileBytes && path.toLowerCase().endsWith('.zip'))
    return candidateOf(basename(path), await readFile(path));
  await checkRom(path);
  const rom = await readFile(path);
  return { name: basename(path), rom, system: checkRomBytes(path, rom), sha256: sha256Of(rom), path };
};
