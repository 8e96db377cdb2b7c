import { closeSync, fstatSync, mkdirSync, openSync, readSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import zlib from 'node:zlib';

/**
 * Reads ZIP archives (PKWARE APPNOTE 6.3): stored and deflated entries, Unix modes and links, no encryption, no
 * ZIP64. Enough for one archive that we know by its hash, without asking for a program that may not be there.
 */

/** @param {number} file @param {number} position @param {number} length */
const readAt = (file, position, length) => {
  const buffer = Buffer.alloc(length);
  let done = 0;
  while (done < length) {
    const count = readSync(file, buffer, done, length - done, position + done);
    if (count === 0) throw new Error('The archive ends too early.');
    done += count;
  }
  return buffer;
};

/** The central directory, found through the record at the archive's end. @param {number} file */
const readDirectory = (file) => {
  const { size } = fstatSync(file);
  const tail = readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0) throw new Error('Not a ZIP archive: its end record is missing.');
  return readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
};

/** @param {Buffer} directory */
function* entries(directory) {
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28);
    yield {
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    };
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
}

/** @param {number} file @param {{ method: number, crc: number, packedSize: number, offset: number, name: string }} entry */
const content = (file, entry) => {
  const local = readAt(file, entry.offset, 30);
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  const packed = readAt(file, start, entry.packedSize);
  if (entry.method !== 0 && entry.method !== 8) throw new Error(`${entry.name}: unknown compression.`);
  const bytes = entry.method === 0 ? packed : zlib.inflateRawSync(packed);
  // Node has had crc32 since 20.15; whole archives are checked by their hash before they come here.
  if (zlib.crc32 && zlib.crc32(bytes) !== entry.crc)
    throw new Error(`${entry.name}: the checksum does not match.`);
  return bytes;
};

/**
 * Unpacks into a folder.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} rename where an entry goes, below the folder; null leaves it out
 */
export const unzip = (archive, folder, rename) => {
  const file = openSync(archive, 'r');
  try {
    for (const entry of entries(readDirectory(file))) {
      const name = entry.name.endsWith('/') ? null : rename(entry.name);
      if (name === null) continue;
      const target = resolve(folder, name);
      if (!target.startsWith(resolve(folder) + sep)) throw new Error(`${entry.name} would leave the folder.`);
      mkdirSync(dirname(target), { recursive: true });
      const isLink = (entry.mode & 0o170000) === 0o120000;
      if (isLink) symlinkSync(content(file, entry).toString(), join(target));
      else writeFileSync(target, content(file, entry), { mode: entry.mode & 0o777 || 0o644 });
    }
  } finally {
    closeSync(file);
  }
};
