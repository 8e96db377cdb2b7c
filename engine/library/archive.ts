import { basename, extname } from 'node:path';
import { unzipSync } from 'fflate';
import { EeveeError } from '../../protocol/errors.ts';
import { romSystems } from '../session/rom-systems.ts';

/** Files in an archive that are looked through for the one ROM; a ROM comes with a handful of others at most. */
const mostFiles = 1000;
const mostBytes = romSystems.gba.mostBytes;

const refuse = (name: string, what: string, remedy: string): EeveeError =>
  new EeveeError({
    code: 'resource.rom-archive',
    message: `${name} ${what}`,
    remedy,
    field: 'rom',
    value: name,
  });

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

const isRomName = (name: string): boolean =>
  !name.endsWith('/') &&
  !basename(name).startsWith('.') &&
  extname(name).slice(1).toLowerCase() in romSystems;

/** Lists an archive without unpacking anything of it. */
const romsIn = (archive: string, zip: Uint8Array): { name: string; bytes: number }[] => {
  const roms: { name: string; bytes: number }[] = [];
  let files = 0;
  unzipSync(zip, {
    filter: ({ name, originalSize }) => {
      files += 1;
      if (files > mostFiles)
        throw refuse(archive, `holds more than ${mostFiles} files.`, 'Unpack it and give the ROM itself.');
      if (isRomName(name)) roms.push({ name, bytes: originalSize });
      return false;
    },
  });
  return roms;
};

/**
 * The one ROM in a zip archive. Only that file is unpacked, into as many bytes as the archive announces, which
 * must be no more than a cartridge has: whatever else is packed in it cannot fill the memory.
 * Throws `resource.rom-archive`.
 */
export const romInZip = (archive: string, zip: Uint8Array): { name: string; rom: Uint8Array } => {
  try {
    const roms = romsIn(archive, zip);
    const [only] = roms;
    if (!only)
      throw refuse(
        archive,
        'is an archive without a ROM in it.',
        'Give a .gb, .gbc or .gba file, or a .zip with one.',
      );
    if (roms.length > 1) {
      const names = roms.slice(0, 3).map(({ name }) => basename(name));
      const more = roms.length > names.length ? ', …' : '';
      throw refuse(
        archive,
        `is an archive with ${roms.length} ROMs (${names.join(', ')}${more}).`,
        'Unpack it and give the ones that you want.',
      );
    }
    if (only.bytes > mostBytes)
      throw refuse(
        archive,
        `would unpack to ${only.bytes} bytes; the largest cartridge has ${mostBytes}.`,
        'Give the ROM itself.',
      );
    const rom = unzipSync(zip, { filter: ({ name }) => name === only.name })[only.name];
    if (rom?.length !== only.bytes) throw new Error('its sizes do not agree');
    return { name: basename(only.name), rom };
  } catch (error) {
    if (error instanceof EeveeError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw refuse(archive, `is a damaged archive: ${why}.`, 'Copy it again from where it came.');
  }
};
