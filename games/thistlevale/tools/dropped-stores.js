/**
 * Looks for stores to the game's variables that SDCC 4.2 has dropped: it sometimes removes an assignment to a global that
 * its function does not read again, although others do. The assembly then has no code for that line.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A line that only assigns to one of the variables that the memory map may list. */
const store = /^\s*w[A-Z]\w* = [^;]*;\s*$/;

/** @returns {string[]} file:line of every store without code; empty when all is well */
export function droppedStores() {
  const folder = mkdtempSync(join(tmpdir(), 'thistlevale-stores-'));
  try {
    for (const [name, text] of generate(root))
      if (name.endsWith('.h')) writeFileSync(join(folder, name), text);
    const files = readdirSync(join(root, 'src'), { recursive: true }).filter((file) => file.endsWith('.c'));
    return files.sort().flatMap((file) => droppedIn(file, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function droppedIn(file, folder) {
  const lines = readFileSync(join(root, 'src', file), 'utf8').split('\n');
  const stores = lines.flatMap((line, i) => (store.test(line) ? [i + 1] : []));
  if (stores.length === 0) return [];
  const assembly = join(folder, 'out.asm');
  const include = ['-I', 'src', '-I', folder];
  execFileSync(
    'sdcc',
    ['-msm83', '--std-c11', '--opt-code-speed', ...include, '-S', '-o', assembly, join('src', file)],
    {
      cwd: root,
      stdio: 'pipe',
    },
  );
  const text = readFileSync(assembly, 'latin1');
  return stores
    .filter((line) => !text.includes(`;src/${file}:${line}:`))
    .map((line) => `src/${file}:${line}`);
}
