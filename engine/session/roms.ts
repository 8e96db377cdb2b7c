import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { CoreInfo } from '../../native/types.ts';
import { EeveeError, type ErrorCode } from '../../protocol/errors.ts';
import { foreignSystem, type RomSystem, romSystems } from './rom-systems.ts';

/** A ROM file that passed the door. */
export interface CheckedRom {
  path: string;
  /** Null: a system of which we know nothing, for a core that the user named. */
  system: RomSystem | null;
  bytes: number;
  /** Hexadecimal, lower case. */
  sha256: string;
}

/** The smallest cartridge: two banks of 16 KiB. */
const leastBytes = 32 * 1024;

const refuse = (
  code: Extract<ErrorCode, `resource.rom-${string}`>,
  path: string,
  fault: string,
  remedy: string,
): EeveeError => new EeveeError({ code, message: `${path} ${fault}`, remedy, field: 'rom', value: path });

const otherCopy = 'Copy the file again from where it came; this copy is damaged.';
const whatWePlay = 'Give a Game Boy, Game Boy Color or Game Boy Advance ROM (.gb, .gbc, .gba).';

const statFile = async (path: string): Promise<Stats> => {
  let found: Stats;
  try {
    found = await stat(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const fault = code === 'ENOENT' || code === 'ENOTDIR' ? 'does not exist.' : `cannot be read (${code}).`;
    throw refuse('resource.rom-missing', path, fault, 'Check the path and the right to read it.');
  }
  // A pipe or a device would block or never end: only plain files are opened at all.
  if (found.isFile()) return found;
  const kind = found.isDirectory() ? 'is a folder, not a ROM file.' : 'is no plain file.';
  throw refuse('resource.rom-missing', path, kind, 'Give the path of the ROM file itself.');
};

/**
 * The header checksum of a Game Boy cartridge: over 0x134–0x14C, compared with the byte at 0x14D.
 * Source: Pan Docs, "The Cartridge Header".
 */
export const gameBoyHeaderChecksum = (rom: Uint8Array): number => {
  let sum = 0;
  for (let at = 0x134; at <= 0x14c; at += 1) sum = (sum - rom[at]! - 1) & 0xff;
  return sum;
};

/** The header checksum of a Game Boy Advance cartridge: over 0xA0–0xBC, at 0xBD. Source: GBATEK. */
export const advanceHeaderChecksum = (rom: Uint8Array): number => {
  let sum = 0;
  for (let at = 0xa0; at <= 0xbc; at += 1) sum = (sum - rom[at]!) & 0xff;
  return (sum - 0x19) & 0xff;
};

/** Size that the header at 0x148 announces: 32 KiB × 2ⁿ, n at most 8; null when it announces nonsense. */
const announcedBytes = (rom: Uint8Array): number | null => {
  const code = rom[0x148]!;
  return code <= 8 ? leastBytes << code : null;
};

const checkGameBoy = (path: string, rom: Uint8Array): RomSystem => {
  if (rom.length < leastBytes) {
    throw refuse(
      'resource.rom-truncated',
      path,
      `ends after ${rom.length} bytes; a cartridge has ${leastBytes} at least.`,
      otherCopy,
    );
  }
  const sum = gameBoyHeaderChecksum(rom);
  if (sum !== rom[0x14d]) {
    throw refuse(
      'resource.rom-checksum',
      path,
      `has a header checksum of ${rom[0x14d]}, where its header adds up to ${sum}.`,
      `${otherCopy} ${whatWePlay}`,
    );
  }
  const announced = announcedBytes(rom);
  if (announced === null) {
    throw refuse(
      'resource.rom-system',
      path,
      `announces ROM size ${rom[0x148]}, which no Game Boy cartridge has.`,
      whatWePlay,
    );
  }
  if (rom.length < announced) {
    throw refuse(
      'resource.rom-truncated',
      path,
      `ends after ${rom.length} bytes; its header announces ${announced}.`,
      otherCopy,
    );
  }
  return rom[0x143]! & 0x80 ? 'gbc' : 'gb';
};

const checkAdvance = (path: string, rom: Uint8Array): RomSystem => {
  if (rom.length < 0xc0) {
    throw refuse(
      'resource.rom-truncated',
      path,
      `ends after ${rom.length} bytes, within its header.`,
      otherCopy,
    );
  }
  const sum = advanceHeaderChecksum(rom);
  if (rom[0xb2] !== 0x96 || sum !== rom[0xbd]) {
    throw refuse(
      'resource.rom-checksum',
      path,
      `has a header checksum of ${rom[0xbd]}, where its header adds up to ${sum}.`,
      `${otherCopy} ${whatWePlay}`,
    );
  }
  return 'gba';
};

/** The four bytes with which every Advance cartridge's logo begins, at 4. */
const isAdvance = (path: string, rom: Uint8Array): boolean =>
  extname(path).toLowerCase() === '.gba' ||
  (rom.length > 8 && rom[4] === 0x24 && rom[5] === 0xff && rom[6] === 0xae && rom[7] === 0x51);

/** Checks the bytes of a ROM; `path` only names it. Throws `resource.rom-*`. */
export const checkRomBytes = (path: string, rom: Uint8Array): RomSystem => {
  if (rom.length === 0) throw refuse('resource.rom-empty', path, 'is empty.', otherCopy);
  const foreign = foreignSystem(path, rom);
  if (foreign) throw refuse('resource.rom-system', path, `is ${foreign}.`, whatWePlay);
  const advance = isAdvance(path, rom);
  const { mostBytes } = romSystems[advance ? 'gba' : 'gb'];
  if (rom.length > mostBytes) throw tooLarge(path, rom.length, mostBytes);
  return advance ? checkAdvance(path, rom) : checkGameBoy(path, rom);
};

const tooLarge = (path: string, bytes: number, most: number): EeveeError =>
  refuse(
    'resource.rom-too-large',
    path,
    `has ${bytes} bytes; the largest cartridge has ${most}.`,
    whatWePlay,
  );

/**
 * Checks a ROM file before any process is started for it: that it is a plain file, of a size a cartridge can
 * have (known without reading it), of a system we play, whole, and with a header that adds up.
 * `core`: one that the user named; a file with an extension that it plays is its business, not ours, unless it
 * is of the Game Boy family. Throws `resource.rom-*`.
 */
export const checkRom = async (path: string, core: CoreInfo | null = null): Promise<CheckedRom> => {
  const { size } = await statFile(path);
  const most = romSystems.gba.mostBytes;
  if (size > most) throw tooLarge(path, size, most);
  const rom = await readWhole(path, size);
  const system = playsUnknown(core, path) ? unknownSystem(path, rom) : checkRomBytes(path, rom);
  return { path, system, bytes: rom.length, sha256: createHash('sha256').update(rom).digest('hex') };
};

const playsUnknown = (core: CoreInfo | null, path: string): boolean => {
  const extension = extname(path).slice(1).toLowerCase();
  return !(extension in romSystems) && core?.extensions.includes(extension) === true;
};

const unknownSystem = (path: string, rom: Uint8Array): null => {
  if (rom.length === 0) throw refuse('resource.rom-empty', path, 'is empty.', otherCopy);
  return null;
};

const readWhole = async (path: string, size: number): Promise<Uint8Array> => {
  try {
    const file = await open(path, 'r');
    try {
      // Never more than what was measured: the file may be growing.
      const { buffer, bytesRead } = await file.read(Buffer.alloc(size), 0, size, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw refuse('resource.rom-missing', path, `cannot be read (${code}).`, 'Check the right to read it.');
  }
};
