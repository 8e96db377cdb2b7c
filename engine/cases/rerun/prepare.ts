import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { loadGame } from '../../../games/catalog.ts';
import type { CoreInfo } from '../../../native/types.ts';
import type { Case } from '../../../protocol/cases.ts';
import { EeveeError } from '../../../protocol/errors.ts';
import { Cores } from '../../session/cores.ts';
import { checkRom } from '../../session/roms.ts';

/**
 * The ROM of a case on this computer: the one given, or the catalogue's. Throws `resource.rom-missing` where it is not
 * at hand, or another one is.
 */
export const romOfCase = ({ rom, session }: Case, given: string | undefined): string => {
  const path = given ?? (session.game === null ? undefined : loadGame(session.game).romPath);
  const found = path !== undefined && existsSync(path) ? sha256Of(path) : null;
  if (path !== undefined && found === rom.sha256) return path;
  throw new EeveeError({
    code: 'resource.rom-missing',
    message:
      found === null
        ? `The case was played with ${rom.name} (SHA-256 ${rom.sha256}), which is not part of it.`
        : `${path} is not the ROM that the case was played with: its SHA-256 is ${found}, not ${rom.sha256}.`,
    remedy: 'Name that ROM with --rom.',
    field: 'rom',
    value: path ?? null,
    allowed: [rom.sha256],
  });
};

const sha256Of = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/**
 * The core for a case: the one given, else the first here that has the case's name, else the first that plays the
 * system. Throws `resource.core-*`.
 */
export const coreOfCase = async (
  { core }: Case,
  rom: string,
  given: string | undefined,
  paths: readonly string[],
): Promise<CoreInfo> => {
  const cores = new Cores(paths);
  if (given !== undefined) return cores.at(given);
  for (const path of paths.filter((each) => existsSync(each))) {
    const found = await cores.at(path).catch(() => null);
    if (found?.name === core.name) return found;
  }
  const { system } = await checkRom(rom);
  return cores.find(system ?? 'gb');
};
