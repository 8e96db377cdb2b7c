import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadGame } from '../../games/catalog.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { problemOfRejected, scratchFolder } from '../testing/engine.ts';
import { checkRom, checkRomBytes, gameBoyHeaderChecksum } from './roms.ts';

/** A cartridge of 32 KiB whose header adds up. */
const cartridge = (): Uint8Array => {
  const rom = new Uint8Array(32 * 1024);
  rom.set([0xce, 0xed, 0x66, 0x66], 0x104);
  rom.set(new TextEncoder().encode('TEST'), 0x134);
  rom[0x14d] = gameBoyHeaderChecksum(rom);
  return rom;
};
const written = (name: string, bytes: Uint8Array | string): string => {
  const path = join(scratchFolder(), name);
  writeFileSync(path, bytes);
  return path;
};
const codeOf = async (path: string) => (await problemOfRejected(checkRom(path))).code;

describe('what passes', () => {
  test('a sound cartridge, with its system and hash', async () => {
    expect(await checkRom(written('a.gb', cartridge()))).toMatchObject({ system: 'gb', bytes: 32_768 });
    const colour = cartridge();
    colour[0x143] = 0x80;
    colour[0x14d] = gameBoyHeaderChecksum(colour);
    expect(await checkRom(written('a.gbc', colour))).toMatchObject({ system: 'gbc' });
  });
  test('the game that ships', async () => {
    const { romPath, romSha256 } = loadGame('thistlevale');
    expect((await checkRom(romPath)).sha256).toBe(romSha256);
  });
  test('a cartridge whose program begins like a zip or a Windows program', async () => {
    const rom = cartridge();
    rom.set([0x4d, 0x5a]);
    expect(await checkRom(written('a.gb', rom))).toMatchObject({ system: 'gb' });
  });
});

describe('what is refused, and as what', () => {
  test('a path with nothing, a folder, a device, or another file in the way', async () => {
    expect(await codeOf('/nowhere/at/all.gb')).toBe('resource.rom-missing');
    expect(await codeOf(scratchFolder())).toBe('resource.rom-missing');
    expect(await codeOf('/dev/zero')).toBe('resource.rom-missing');
    expect(await codeOf(join(written('file', 'x'), 'rom.gb'))).toBe('resource.rom-missing');
  });
  test('an empty file', async () => expect(await codeOf(written('a.gb', ''))).toBe('resource.rom-empty'));
  test('a truncated file: short of two banks, and short of what its header says', async () => {
    expect(await codeOf(written('a.gb', cartridge().subarray(0, 20_000)))).toBe('resource.rom-truncated');
    const rom = cartridge();
    rom[0x148] = 2;
    rom[0x14d] = gameBoyHeaderChecksum(rom);
    expect(await codeOf(written('a.gb', rom))).toBe('resource.rom-truncated');
  });
  test('a header that does not add up', async () => {
    const rom = cartridge();
    rom[0x140] = 1;
    expect(await codeOf(written('a.gb', rom))).toBe('resource.rom-checksum');
  });
  test.each([
    ['a.gb', 'NES\x1a'],
    ['a.gb', '\x7fELF'],
    ['a.gb', 'PK\x03\x04'],
    ['a.bin', '7z\xbc\xaf\x27\x1c'],
    ['a.sfc', 'anything'],
    ['a.z64', 'anything'],
  ])('a file of another system: %s beginning with %j', async (name, head) => {
    const bytes = new Uint8Array(40_000);
    bytes.set([...head].map((letter) => letter.charCodeAt(0)));
    expect(await codeOf(written(name, bytes))).toBe('resource.rom-system');
  });
  test('a broken Advance cartridge', async () => {
    expect(await codeOf(written('a.gba', new Uint8Array(1000)))).toBe('resource.rom-checksum');
    expect(await codeOf(written('b.gba', new Uint8Array(100)))).toBe('resource.rom-truncated');
  });
  test('100 MB of zeros, without reading them', async () => {
    const path = written('a.gb', '');
    truncateSync(path, 100 * 1024 * 1024);
    const began = performance.now();
    expect(await codeOf(path)).toBe('resource.rom-too-large');
    expect(performance.now() - began).toBeLessThan(50);
    truncateSync(path, 9 * 1024 * 1024);
    expect(await codeOf(path)).toBe('resource.rom-too-large');
  });
  test('a file that only a core of the user’s own plays, and only when it does', async () => {
    const path = written('a.txt', 'frame 10');
    const core = { path: '/c.so', name: 'c', version: '1', extensions: ['txt'] };
    expect(await checkRom(path, core)).toMatchObject({ system: null });
    expect(await codeOf(path)).toBe('resource.rom-system');
    expect((await problemOfRejected(checkRom(written('a.txt', ''), core))).code).toBe('resource.rom-empty');
    mkdirSync(join(scratchFolder(), 'x'));
  });
});

describe('whatever the bytes', () => {
  const isRefusal = (error: unknown) =>
    error instanceof EeveeError && error.problem.code.startsWith('resource.rom-');
  test('a file is taken or refused in words, never anything else', () => {
    const name = fc.constantFrom('a.gb', 'a.gbc', 'a.gba', 'a.bin', 'a', 'a.nes');
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 600 }),
      fc.uint8Array({ minLength: 32_768, maxLength: 33_000 }),
    );
    fc.assert(
      fc.property(name, bytes, (path, rom) => {
        try {
          expect(['gb', 'gbc', 'gba']).toContain(checkRomBytes(path, rom));
        } catch (error) {
          expect(isRefusal(error)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
  test('one wrong byte in the header of a sound cartridge is always found', () => {
    const at = fc.integer({ min: 0x134, max: 0x14d });
    fc.assert(
      fc.property(at, fc.integer({ min: 1, max: 255 }), (place, change) => {
        const rom = cartridge();
        rom[place]! ^= change;
        expect(() => checkRomBytes('a.gb', rom)).toThrow(EeveeError);
      }),
    );
  });
  test('every truncation of a sound cartridge is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 32_767 }), (length) => {
        expect(() => checkRomBytes('a.gb', cartridge().subarray(0, length))).toThrow(EeveeError);
      }),
    );
  });
});
