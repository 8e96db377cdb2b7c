import { extname } from 'node:path';

/** Systems that a session can play, with the size of their largest cartridge and of their screen in pixels. */
export const romSystems = {
  gb: { name: 'Game Boy', mostBytes: 8 * 1024 * 1024, screen: { width: 160, height: 144 } },
  gbc: { name: 'Game Boy Color', mostBytes: 8 * 1024 * 1024, screen: { width: 160, height: 144 } },
  gba: { name: 'Game Boy Advance', mostBytes: 32 * 1024 * 1024, screen: { width: 240, height: 160 } },
} as const;
export type RomSystem = keyof typeof romSystems;

/** Files that people mistake for a ROM, by their first bytes. */
const signatures: readonly { at: number; bytes: string; what: string }[] = [
  { at: 0, bytes: 'NES\x1a', what: 'a NES ROM' },
  { at: 0, bytes: '\x80\x37\x12\x40', what: 'a Nintendo 64 ROM' },
  { at: 0, bytes: '\x37\x80\x40\x12', what: 'a Nintendo 64 ROM' },
  { at: 0x100, bytes: 'SEGA', what: 'a Mega Drive ROM' },
  { at: 0, bytes: '\x7fELF', what: 'a program or library, not a ROM' },
  { at: 0, bytes: 'MZ', what: 'a Windows program, not a ROM' },
  { at: 0, bytes: 'PK\x03\x04', what: 'a zip archive: unpack it first' },
  { at: 0, bytes: '7z\xbc\xaf\x27\x1c', what: 'a 7z archive: unpack it first' },
  { at: 0, bytes: 'Rar!', what: 'a RAR archive: unpack it first' },
  { at: 0, bytes: '\x1f\x8b', what: 'a gzip archive: unpack it first' },
  { at: 0, bytes: '\x89PNG', what: 'a picture, not a ROM' },
  { at: 0, bytes: 'SQLite format 3', what: 'a database, not a ROM' },
];

/** Extensions of systems whose ROMs have no signature of their own. */
const extensions: Record<string, string> = {
  nes: 'a NES ROM',
  fds: 'a Famicom disk',
  sfc: 'a Super NES ROM',
  smc: 'a Super NES ROM',
  n64: 'a Nintendo 64 ROM',
  z64: 'a Nintendo 64 ROM',
  nds: 'a Nintendo DS ROM',
  md: 'a Mega Drive ROM',
  gen: 'a Mega Drive ROM',
  sms: 'a Master System ROM',
  gg: 'a Game Gear ROM',
  pce: 'a PC Engine ROM',
  iso: 'a disc image',
  zip: 'a zip archive: unpack it first',
  '7z': 'a 7z archive: unpack it first',
  txt: 'a text file, not a ROM',
  jpg: 'a picture, not a ROM',
  jpeg: 'a picture, not a ROM',
  gif: 'a picture, not a ROM',
  pdf: 'a document, not a ROM',
  sav: 'a saved game, not a ROM',
  srm: 'a saved game, not a ROM',
  state: 'a saved state, not a ROM',
};

/** The logo that every Game Boy cartridge carries at 0x104 begins like this. */
const logo = [0xce, 0xed, 0x66, 0x66];

/** What the file is, in words, when it is certainly none of {@link romSystems}; else null. */
export const foreignSystem = (path: string, head: Uint8Array): string | null => {
  const cartridge = logo.every((byte, index) => head[0x104 + index] === byte);
  for (const { at, bytes, what } of signatures) {
    // A cartridge begins with program code, which may happen to spell a signature of two bytes.
    const there = head.length >= at + bytes.length && !(cartridge && bytes.length === 2);
    if (there && [...bytes].every((letter, index) => head[at + index] === letter.charCodeAt(0))) return what;
  }
  return extensions[extname(path).slice(1).toLowerCase()] ?? null;
};
