import { mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unzip } from './unzip.js';

/**
 * Writes a ZIP archive as PKWARE's APPNOTE lays it out.
 * @param {{ name: string, bytes: Buffer, mode?: number, stored?: boolean, crc?: number }[]} files
 */
const zipOf = (files) => {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes, mode = 0o100644, stored = false, crc = crc32(bytes) } of files) {
    const packed = stored ? bytes : deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const central = Buffer.alloc(46 + Buffer.byteLength(name));
    central.write('PK\x01\x02', 0, 'latin1');
    common.copy(central, 6);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    central.write(name, 46);
    parts.push(local);
    directory.push(central);
    offset += local.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eevee-unzip-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {Parameters<typeof zipOf>[0]} files @param {(name: string) => string | null} [rename] */
const unpack = (files, rename = (name) => name) => {
  const archive = join(folder, 'archive.zip');
  writeFileSync(archive, zipOf(files));
  unzip(archive, join(folder, 'out'), rename);
};

test('brings content, modes and links back, and leaves out what is not wanted', () => {
  const text = Buffer.from('hello '.repeat(1000));
  unpack(
    [
      { name: 'a/run', bytes: text, mode: 0o100755 },
      { name: 'a/plain', bytes: Buffer.from('x'), stored: true },
      { name: 'a/link', bytes: Buffer.from('plain'), mode: 0o120777 },
      { name: 'b/other', bytes: text },
    ],
    (name) => (name.startsWith('a/') ? name : null),
  );
  expect(readFileSync(join(folder, 'out/a/run'))).toEqual(text);
  expect(statSync(join(folder, 'out/a/run')).mode & 0o777).toBe(0o755);
  expect(readlinkSync(join(folder, 'out/a/link'))).toBe('plain');
  expect(() => statSync(join(folder, 'out/b'))).toThrow();
});

test('refuses damaged content, names that leave the folder, and what is no archive', () => {
  expect(() => unpack([{ name: 'a', bytes: Buffer.from('x'), crc: 1 }])).toThrow(/checksum/);
  expect(() => unpack([{ name: '../a', bytes: Buffer.from('x') }])).toThrow(/leave the folder/);
  writeFileSync(join(folder, 'no.zip'), 'nothing of the kind');
  expect(() => unzip(join(folder, 'no.zip'), folder, (name) => name)).toThrow(/Not a ZIP/);
});
