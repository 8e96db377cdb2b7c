/** Builds battle-check.c with the PC's C compiler and asks it for the results of the game's own arithmetic. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateBattle } from './battle-data.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** SDCC's own words mean nothing to the PC's compiler. */
const sdccWords = ['-D__banked=', '-D__at(address)=', '-D__sdcccall(version)='];
const sources = ['battle/engine/formulas.c', 'data/data.c', 'party/growth.c', 'party/monster.c', 'rng.c'];

let built;

/** The program, built once for this process; its folder goes with the process. */
function program() {
  if (built) return built;
  const folder = mkdtempSync(join(tmpdir(), 'thistlevale-battle-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of generateBattle(root)) writeFileSync(join(folder, name), text);
  const path = join(folder, 'battle-check');
  const files = [
    join(root, 'tools/battle-check.c'),
    ...sources.map((name) => join(root, 'src', name)),
    join(folder, 'battle_data.c'),
  ];
  const include = ['-I', join(root, 'src'), '-I', folder];
  try {
    execFileSync('cc', ['-std=c11', '-O1', '-w', ...sdccWords, ...include, '-o', path, ...files]);
  } catch (error) {
    if (error.code === 'ENOENT')
      throw new Error('The C compiler "cc" was not found. Run: apt-get install gcc');
    throw error;
  }
  built = path;
  return path;
}

/**
 * Runs calls through the C code.
 * @param {[name: string, ...numbers: number[]][]} calls function (battle-check.c lists them) and up to five arguments
 * @returns {number[][]} the numbers that each call prints
 */
export function askBattle(calls) {
  const lines = calls.map(
    ([name, ...numbers]) => `${name} ${[...numbers, 0, 0, 0, 0, 0].slice(0, 5).join(' ')}`,
  );
  return execFileSync(program(), { input: `${lines.join('\n')}\n`, encoding: 'utf8', maxBuffer: 1 << 26 })
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number));
}
