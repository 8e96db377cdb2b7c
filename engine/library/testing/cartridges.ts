import { gameBoyHeaderChecksum } from '../../session/roms.ts';

/** A Game Boy cartridge of 32 KiB whose header adds up; `salt` makes it another one than its neighbour. */
export const cartridge = (name = 'TEST', salt = 0): Uint8Array<ArrayBuffer> => {
  const rom = new Uint8Array(32 * 1024);
  // An endless loop, so that a core that runs it comes to no harm.
  rom.set([0xc3, 0x00, 0x01], 0);
  rom.set([0x18, 0xfe], 0x100);
  rom.set([0xce, 0xed, 0x66, 0x66], 0x104);
  rom.set(new TextEncoder().encode(name).subarray(0, 15), 0x134);
  rom[0x14d] = gameBoyHeaderChecksum(rom);
  new DataView(rom.buffer).setUint32(0x4000, salt);
  return rom;
};
