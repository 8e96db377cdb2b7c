import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { until } from '../../engine/testing/engine.ts';
import { runFiguresSchema } from '../regression/schemas.ts';
import { runFiles } from './journal.ts';
import { Bench, playedOf } from './testing/bench.ts';

/** Everybody's machine is busy at times. */
vi.setConfig({ testTimeout: 120_000 });

const gate = ['--scenarios', 'gate', '--player', 'oracle'];
const eevee = join(import.meta.dirname, '..', '..', 'engine', 'cli', 'main.ts');

test('the same seeds give the same episodes, however many are played at a time; a replay shows one again', async () => {
  const [alone, together] = [new Bench(), new Bench()];
  const first = await alone.play(...gate, '--seeds', '0-4', '--jobs', '1');
  const second = await together.play(...gate, '--seeds', '0-4', '--jobs', '3');
  expect([first.code, second.code]).toEqual([0, 0]);
  const { episodes, total, identity } = alone.result();
  expect(playedOf(episodes)).toEqual(playedOf(together.result().episodes));
  expect(new Set(episodes.map(({ trace }) => trace)).size).toBe(5);
  expect(total).toMatchObject({ episodes: 5, successes: 5, completion: { share: 1 } });
  expect(identity).toMatchObject({ player: 'oracle', seeds: { first: 0, last: 4 } });
  expect(first.out).toMatch(/gate +5\/5 +100\.0%/);
  expect(first.out).toContain('Quality gate: passed');

  const { replay, frames, frameHash } = episodes[3]!;
  const pictures = join(alone.folder, 'pictures');
  const args = ['replay', join(alone.run, replay!), '--json', '--pictures', pictures, '--every', '500'];
  const { stdout } = await promisify(execFile)(process.execPath, [eevee, ...args]);
  const verdict = JSON.parse(stdout);
  expect(verdict).toMatchObject({ scenario: 'gate', reached: true, frame: frames });
  expect(verdict.frameHash.toString(16).padStart(8, '0')).toBe(frameHash);
  const files = readdirSync(pictures);
  expect(files.filter((name) => name.endsWith('.png'))).toHaveLength(Math.floor(frames / 500));
  expect(readFileSync(join(pictures, 'index.html'), 'utf8')).toContain('"file":"00000500.png","frame":500');

  const figures = runFiguresSchema.parse(JSON.parse(readFileSync(runFiles(alone.run).figures, 'utf8')));
  expect(figures.figures[0]).toMatchObject({
    keys: [0, 1, 2, 3, 4],
    samples: episodes.map((each) => each.frames),
  });
  const report = readFileSync(runFiles(alone.run).report, 'utf8');
  expect(report).toContain('Every goal was reached.');
  expect(report).not.toMatch(/<script|<link|https?:|src=/);
});

test('a run that is killed, then interrupted, loses no finished episode', async () => {
  const bench = new Bench();
  const killed = bench.start(...gate, '--seeds', '0-11', '--jobs', '1');
  await until('three episodes', () => bench.journal().length >= 3, 60_000);
  killed.kill('SIGKILL');
  await killed.ended;
  const before = bench.journal();
  expect((await bench.play(...gate, '--seeds', '0-11')).err).toContain('already holds a run');
  expect((await bench.play('--resume', '--seeds', '0-3')).err).toContain(
    '--seeds cannot be given with --resume',
  );

  const interrupted = bench.start('--resume', '--jobs', '1');
  await until('two more', () => bench.journal().length >= before.length + 2, 60_000);
  interrupted.kill('SIGINT');
  const { code, err } = await interrupted.ended;
  expect(code).toBe(130);
  expect(err).toContain('npm run bench -- --resume');

  expect((await bench.play('--resume')).code).toBe(0);
  const { episodes } = bench.result();
  expect(episodes.map(({ seed }) => seed)).toEqual(Array.from({ length: 12 }, (_, seed) => seed));
  expect(episodes.every(({ result }) => result === 'success')).toBe(true);
  // What was finished first was not played again: its times are those of then.
  const journal = bench.journal();
  expect(journal.slice(0, before.length)).toEqual(before);
  expect(new Set(journal.map(({ seed }) => seed)).size).toBe(journal.length);
  expect(journal).toHaveLength(12);

  // On another build it cannot go on, and a journal that was changed by hand is not believed.
  const files = runFiles(bench.run);
  const header = readFileSync(files.header, 'utf8');
  writeFileSync(files.header, header.replace(/"romSha256": "[0-9a-f]+"/, `"romSha256": "${'0'.repeat(64)}"`));
  expect((await bench.play('--resume')).err).toContain('its romSha256 is not what it was');
  writeFileSync(files.header, header);
  writeFileSync(files.journal, readFileSync(files.journal, 'utf8').replace('"seed":1,', '"seed":-1,'));
  expect((await bench.play('--resume')).err).toMatch(/line 2,? cannot be understood/);
});

test('a worker that crashes costs its episode and no other; too many errors fail the gate', async () => {
  const bench = new Bench();
  const running = bench.start(...gate, '--seeds', '0-9', '--jobs', '2');
  await until('an episode', () => bench.journal().length >= 1, 60_000);
  process.kill(running.workers[0]!, 'SIGSEGV');
  const { code, out } = await running.ended;
  expect(code).toBe(2);
  const { episodes, gate: verdict, stopped } = bench.result();
  expect(stopped).toBeNull();
  expect(episodes).toHaveLength(10);
  const errors = episodes.filter(({ result }) => result === 'error');
  expect(errors).toMatchObject([{ reason: 'session.process-died', problem: { message: /SIGSEGV/ } }]);
  expect(episodes.filter(({ result }) => result === 'success')).toHaveLength(9);
  expect(verdict.figures.find(({ name }) => name === 'error rate')).toMatchObject({
    verdict: 'fail',
    value: 0.1,
  });
  expect(out).toContain('The worker died (SIGSEGV)');
});

test('the AI is played in a session, judged from memory, and scored between random buttons and the oracle', async () => {
  const bench = new Bench();
  const out = (player: string) => ['--out', join(bench.folder, player)];
  await bench.play(...gate, '--seeds', '2', ...out('oracle'));
  const random = await bench.play(
    '--scenarios',
    'gate',
    '--player',
    'random',
    '--seeds',
    '2',
    ...out('random'),
  );
  // Who sets the scale is not held to the gate.
  expect(random.code).toBe(0);
  expect(random.out).toContain('is not held to it');
  const missed = bench.result(join(bench.folder, 'random'));
  expect(missed.episodes).toMatchObject([{ result: 'failure', reason: 'frame-limit', frames: 20_000 }]);
  expect(missed.gate).toMatchObject({ passed: false, judged: false });
  const report = readFileSync(runFiles(join(bench.folder, 'random')).report, 'utf8');
  expect(report).toContain('npm run eevee -- replay replays/gate/2/inputs.jsonl');

  const { code } = await bench.play('--scenarios', 'gate', '--seeds', '2');
  expect(code).toBe(0);
  const { total, episodes, identity } = bench.result();
  expect(total.score).toBeGreaterThan(0.8);
  expect(total.score).toBeLessThan(1.05);
  expect(identity.modelSha256).toMatch(/^[0-9a-f]{64}$/);
  const [episode] = episodes;
  expect(episode).toMatchObject({ result: 'success', coherence: { farther: 0 } });
  expect(episode!.coherence!.nearer).toBeGreaterThan(3);
  expect(episode!.session!.looks).toBeGreaterThan(300);
  expect(episode!.session!.stages.find(({ stage }) => stage === 'path')!.p50).toBeGreaterThan(0);
});

test('bad input is refused with the option and what it may be', async () => {
  const bench = new Bench();
  const refused: [string[], RegExp][] = [
    [['--kind', 'walking'], /--kind cannot be "walking"[\s\S]*Allowed: navigation, battle/],
    [['--scenarios', 'moon'], /no scenario "moon"[\s\S]*Allowed: .*gate/],
    [['--player', 'me'], /Allowed: ai, oracle, random, mash/],
    [['--seeds', '9-1'], /--seeds cannot be "9-1"/],
    [['--seeds', '999999-1000000'], /kept for judging[\s\S]*--judging/],
    [['--jobs', '0'], /--jobs cannot be "0"/],
    [['--clock', 'real-time', '--player', 'random'], /takes no time to think/],
    [['--game', 'chess'], /no game called "chess"/],
    [['--core', '/nowhere/core.so'], /There is no core at \/nowhere\/core\.so/],
    [['--resume'], /cannot be understood as part of a run/],
  ];
  const answers = await Promise.all(refused.map(([args]) => bench.play(...args)));
  for (const [index, [, message]] of refused.entries()) {
    expect(answers[index]!.err).toMatch(message);
    expect(answers[index]!.code).toBe(1);
  }
});
