import { basename, extname } from 'node:path';
import type { RomSystem } from '../session/rom-systems.ts';

/** Where each system's header has the game's name, in bytes. Sources: Pan Docs, "The Cartridge Header"; GBATEK. */
const nameAt: Record<RomSystem, [from: number, to: number]> = {
  gb: [0x134, 0x144],
  // The last bytes are a maker's code and the colour flag here.
  gbc: [0x134, 0x13f],
  gba: [0xa0, 0xac],
};

/** Names of files that say nothing of the game. */
const meaningless = /^(rom|game|untitled|unknown|download|file|new|copy|\d+|[0-9a-f]{16,})$/i;

const startCase = (text: string): string =>
  text.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

/** The name in the header; empty where it is blank or no text. */
const headerName = (system: RomSystem, rom: Uint8Array): string => {
  const [from, to] = nameAt[system];
  const letters = String.fromCharCode(...rom.subarray(from, to)).split('\0')[0]!;
  return /^[\x20-\x7e]+$/.test(letters) ? startCase(letters.replaceAll('_', ' ').trim()) : '';
};

/** A file's name without its extension and without the notes in brackets that collections add. */
const fileName = (name: string): string =>
  basename(name, extname(name))
    .replace(/[([{][^)\]}]*[)\]}]/g, ' ')
    .replaceAll('_', ' ')
    .replace(/[^\P{C}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What to call a game at first: its file's name where that says something, else what its header says. */
export const titleOf = (name: string, system: RomSystem, rom: Uint8Array): string => {
  const file = fileName(name);
  const title = /\p{L}/u.test(file) && !meaningless.test(file) ? file : headerName(system, rom) || file;
  return (title || basename(name)).slice(0, 120);
};
