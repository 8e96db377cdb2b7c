import { readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Cores that play the Game Boy family, the one we prefer first. */
const coreNames = ['mgba', 'gambatte'];
const suffix = process.platform === 'win32' ? '.dll' : process.platform === 'darwin' ? '.dylib' : '.so';

/** Folders in which distributions, RetroArch and its Flatpak keep cores. */
const usualFolders = (): string[] => {
  const home = homedir();
  return [
    ...multiarchFolders('/usr/lib'),
    '/usr/lib/libretro',
    '/usr/lib64/libretro',
    '/usr/local/lib/libretro',
    join(home, '.config', 'retroarch', 'cores'),
    join(home, '.var', 'app', 'org.libretro.RetroArch', 'config', 'retroarch', 'cores'),
    '/var/lib/flatpak/app/org.libretro.RetroArch/current/active/files/lib/retroarch/cores',
  ];
};

/** `/usr/lib/<architecture>/libretro`, as Debian has it. */
const multiarchFolders = (library: string): string[] => {
  try {
    return readdirSync(library)
      .filter((name) => name.includes('-linux-'))
      .map((name) => join(library, name, 'libretro'));
  } catch {
    return [];
  }
};

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};
const coresIn = (folder: string): string[] =>
  coreNames.map((name) => join(folder, `${name}_libretro${suffix}`));

/**
 * Every path at which a core may be, in the order in which they are tried: what the user named
 * (`EEVEE_CORE`, the `corePaths` setting), then mGBA in every usual folder, then gambatte.
 */
export const corePathsToTry = (
  named: readonly string[],
  coresFolder: string,
  environment: NodeJS.ProcessEnv = process.env,
): string[] => {
  const asked = [...(environment['EEVEE_CORE'] ? [environment['EEVEE_CORE']] : []), ...named].map((path) =>
    resolve(path),
  );
  const chosen = asked.flatMap((path) => (isFolder(path) ? coresIn(path) : [path]));
  const folders = [coresFolder, ...usualFolders()];
  const usual = coreNames.flatMap((name) =>
    folders.map((folder) => join(folder, `${name}_libretro${suffix}`)),
  );
  return [...new Set([...chosen, ...usual])];
};
