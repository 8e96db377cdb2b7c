import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A path as a shell takes it. */
export const quoted = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;

/**
 * The command line that the user can type here, followed by `words`: npm's script in a checkout; in a package, whose
 * code is plain JavaScript, the program beside it, or its name where it has another place.
 */
export const eeveeCommand = (words: string, file = import.meta.filename): string => {
  if (file.endsWith('.ts')) return `npm run eevee -- ${words}`;
  const program = join(file, '..', '..', '..', '..', 'bin', 'eevee');
  return `${existsSync(program) ? quoted(program) : 'eevee'} ${words}`;
};
