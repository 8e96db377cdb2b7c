import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratchFolder } from '../testing/engine.ts';
import { eevee } from './testing/eevee.ts';

test('play without a page: figures at the end, exit code by the goal', async () => {
  const dataDir = scratchFolder();
  const played = await eevee(
    'play',
    '--headless',
    '--player',
    'random',
    '--clock',
    'lockstep',
    '--frame-limit',
    '900',
    '--data-dir',
    dataDir,
  );
  expect(played).toMatchObject({ code: 0 });
  expect(played.out).toContain('900 frames in');
  expect(played.out).toMatch(/path +p50/);
  const missed = await eevee(
    'play',
    '--headless',
    '--player',
    'random',
    '--goal',
    'gate',
    '--exit-on-goal',
    '--clock',
    'lockstep',
    '--frame-limit',
    '300',
    '--data-dir',
    dataDir,
  );
  expect(missed).toMatchObject({ code: 1 });
  expect(missed.out).toContain('Judged from memory: not reached');
});

test('a session is replayed from its inputs and judged by the scenario that is asked for', async () => {
  const folder = scratchFolder();
  const file = join(folder, 'result.json');
  const dataDir = join(folder, 'data');
  const limits = ['--clock', 'lockstep', '--frame-limit', '600', '--seed', '4'];
  await eevee('play', '--headless', '--player', 'random', ...limits, '--json', file, '--data-dir', dataDir);
  const { session } = JSON.parse(readFileSync(file, 'utf8'));
  const inputs = join(dataDir, 'sessions', session.id, 'inputs.jsonl');
  const replayed = await eevee('replay', inputs, '--scenario', 'gate', '--json');
  expect(JSON.parse(replayed.out)).toMatchObject({ reached: false, frames: 600, scenario: 'gate' });
  expect(replayed.code).toBe(1);
  // Nobody asked: only the frames are played.
  const plain = await eevee('replay', inputs);
  expect(plain.out).toMatch(/^600 frames replayed; the last picture has the hash [0-9a-f]{8}\.\n$/);
  expect(plain.code).toBe(0);
});

test('errors come in words, with a way out and an exit code', async () => {
  const dataDir = scratchFolder();
  const core = await eevee(
    'play',
    '--headless',
    '--core',
    '/nowhere/core.so',
    '--player',
    'random',
    '--data-dir',
    dataDir,
  );
  expect(core.code).toBe(1);
  expect(core.err).toContain('There is no core at /nowhere/core.so');
  expect(core.err).toContain('sudo apt-get install libretro-mgba');
  const goal = await eevee(
    'play',
    '--headless',
    '--goal',
    'moon',
    '--player',
    'random',
    '--data-dir',
    dataDir,
  );
  expect(goal.err).toContain('Allowed: gate');
  const option = await eevee('play', '--frame-limit', '0');
  expect(option.code).toBe(1);
  expect(option.err).toContain('--frame-limit');
  expect((await eevee('replay', '/nowhere')).err).toContain('configuration.invalid');
});

test('doctor looks at everything and names the exit', async () => {
  const { out, code } = await eevee(
    'doctor',
    '--json',
    '--data-dir',
    scratchFolder(),
    '--model-dir',
    '/nowhere',
  );
  const results = JSON.parse(out) as { name: string; ok: boolean }[];
  const named = Object.fromEntries(results.map(({ name, ok }) => [name, ok]));
  expect(named).toMatchObject({
    Node: true,
    addon: true,
    core: true,
    game: true,
    database: true,
    'data folder': true,
    model: false,
  });
  expect(code).toBe(1);
});
