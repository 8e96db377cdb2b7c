// The whole way, as a user has it: the command line plays the game in the box from pixels, and each result is judged
// from memory. Every seed is another game, so several are played; one of them in real time.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode24 } from '../bootstrap/node24.js';
import { root } from '../bootstrap/paths.js';

const seeds = { first: 0, last: 4 };
const artifacts = join(root, 'artifacts');
mkdirSync(artifacts, { recursive: true });
const dataDir = mkdtempSync(join(tmpdir(), 'eevee-play-'));
let passed = 0;
let failed = 0;

/** @param {string} what @param {boolean} holds */
const expect = (what, holds) => {
  console.log(`${holds ? '✓' : '✗'} ${what}`);
  if (holds) passed += 1;
  else failed += 1;
};

const node = findNode24();

/** The suite plays some seeds and judges them. */
const bench = () => {
  const out = join(dataDir, 'bench');
  const main = join(root, 'benchmarks', 'suite', 'main.ts');
  const chosen = ['--scenarios', 'gate', '--player', 'ai', '--seeds', `${seeds.first}-${seeds.last}`];
  const { status } = spawnSync(node, [main, ...chosen, '--out', out], { cwd: root, stdio: 'inherit' });
  return { status, result: JSON.parse(readFileSync(join(out, 'result.json'), 'utf8')) };
};

/** A user's session in real time. */
const play = () => {
  const json = join(artifacts, 'play-real-time.json');
  rmSync(json, { force: true });
  const main = join(root, 'engine', 'cli', 'main.ts');
  const chosen = ['--goal', 'gate', '--headless', '--exit-on-goal', '--speed', '2', '--seed', '7'];
  const args = [main, 'play', ...chosen, '--data-dir', dataDir, '--json', json];
  const { status } = spawnSync(node, args, { cwd: root, stdio: 'inherit' });
  return { status, result: JSON.parse(readFileSync(json, 'utf8')) };
};

try {
  const suite = bench();
  for (const { seed, result, reason } of suite.result.episodes)
    expect(`seed ${seed}: the gate is reached, by the game's own memory (${reason})`, result === 'success');
  expect('the suite passes its gate', suite.status === 0);
  const realTime = play();
  expect('in real time: the gate is reached', realTime.result.verdict?.reached === true);
  expect('in real time: the command ends with 0', realTime.status === 0);
} finally {
  rmSync(dataDir, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
