import { expect, test } from 'vitest';
import type { Episode } from '../../protocol/benchmark-run.ts';
import { judgeRun } from './gate.ts';
import { memorySlope, type Series } from './memory-slope.ts';
import { student95 } from './student.ts';

const episode = (change: Partial<Episode> = {}): Episode => ({
  scenario: 'gate',
  kind: 'story',
  seed: 0,
  result: 'success',
  reason: 'reached',
  frames: 1000,
  decisions: 10,
  frameHash: '00000000',
  trace: '00000000',
  coherence: null,
  replay: null,
  ms: 1,
  setUpMs: 0,
  at: 0,
  residentBytes: 0,
  worker: 1,
  ...change,
});
const many = (count: number, change: Partial<Episode> = {}): Episode[] =>
  Array.from({ length: count }, () => episode(change));
const verdictOf = (episodes: Episode[], name: string, clock: 'lockstep' | 'real-time' = 'lockstep') =>
  judgeRun(episodes, 'ai', clock).figures.find((figure) => figure.name === name)!;

test('task completion passes from 0.95 on, and errors count as missed', () => {
  const missed = { result: 'failure', reason: 'frame-limit' } as const;
  expect(judgeRun(many(100), 'ai', 'lockstep')).toMatchObject({ passed: true, judged: true });
  expect(verdictOf([...many(95), ...many(5, missed)], 'task completion')).toMatchObject({
    verdict: 'pass',
    value: 0.95,
    // statsmodels.stats.proportion.proportion_confint(95, 100, method='wilson')
    low: expect.closeTo(0.8882, 4),
    high: expect.closeTo(0.9785, 4),
  });
  expect(verdictOf([...many(94), ...many(6, missed)], 'task completion').verdict).toBe('fail');
  const broken = [...many(94), ...many(6, { result: 'error', reason: 'session.process-died' })];
  expect(verdictOf(broken, 'task completion').verdict).toBe('fail');
  expect(verdictOf(broken, 'error rate')).toMatchObject({ verdict: 'fail', value: 0.06 });
  expect(verdictOf([], 'task completion').verdict).toBe('fail');
  expect(judgeRun(many(9, missed), 'random', 'lockstep')).toMatchObject({ passed: false, judged: false });
});

test('coherence is the share of decisions that came nearer, among those that did anything', () => {
  const coherent = episode({ coherence: { nearer: 8, farther: 1, wasted: 1 } });
  expect(verdictOf([coherent], 'strategic coherence')).toMatchObject({ verdict: 'pass', value: 0.8 });
  const lost = episode({ coherence: { nearer: 7, farther: 2, wasted: 1 } });
  expect(verdictOf([lost], 'strategic coherence').verdict).toBe('fail');
  expect(verdictOf([episode()], 'strategic coherence').verdict).toBe('not measured');
  expect(judgeRun([episode()], 'ai', 'lockstep').passed).toBe(true);
  expect(judgeRun([episode()], 'ai', 'lockstep', true).passed).toBe(false);
});

test('real time: late frames and slow looks both count against it; lockstep has no deadlines', () => {
  const session = { frames: 10_000, lateFrames: 20, looks: 2500, slowLooks: 5, stages: [], memory: [] };
  const played = [episode({ session })];
  expect(verdictOf(played, 'real-time compliance', 'real-time')).toMatchObject({
    verdict: 'pass',
    value: expect.closeTo(0.996, 6),
  });
  const late = [episode({ session: { ...session, lateFrames: 40 } })];
  expect(verdictOf(late, 'real-time compliance', 'real-time').verdict).toBe('fail');
  expect(verdictOf(played, 'real-time compliance').verdict).toBe('not measured');
});

/** A noise that is the same each time, between −1 and 1. */
const noise = (seed: number): number => (Math.imul(seed ^ 0x9e3779b9, 2654435761) >>> 8) / 2 ** 23 - 1;
const series = (seconds: number, bytesASecond: number, seed = 1): Series =>
  Array.from({ length: seconds }, (_, second) => [
    second,
    // The first seconds are warm-up and grow whatever happens later.
    100e6 + Math.min(second, 15) * 2e6 + second * bytesASecond + noise(second * 31 + seed) * 1e6,
  ]);
const gateOn = (...all: Series[]) =>
  verdictOf(
    all.map((memory, seed) =>
      episode({
        seed,
        session: {
          frames: 1,
          lateFrames: 0,
          looks: 1,
          slowLooks: 0,
          stages: [],
          memory: memory.map(([seconds, bytes]) => [seconds * 1000, bytes]),
        },
      }),
    ),
    'memory constancy',
  );

test('memory: a leak is found, noise and warm-up are none, and a short run says nothing', () => {
  expect(memorySlope([series(600, 50_000)])!.slope).toBeCloseTo(50_000, -3);
  expect(gateOn(series(600, 20_000)).verdict).toBe('fail');
  expect(gateOn(series(600, 0)).verdict).toBe('pass');
  expect(gateOn(series(600, 0, 1), series(600, 0, 2), series(600, 0, 3)).verdict).toBe('pass');
  expect(gateOn(series(600, 20_000, 1), series(600, 21_000, 2), series(600, 19_000, 3)).verdict).toBe('fail');
  // A heap that is enlarged once, and stays so, is no leak.
  const enlarged = series(600, 0).map(
    ([seconds, bytes]) => [seconds, bytes + (seconds > 300 ? 15e6 : 0)] as const,
  );
  expect(gateOn(enlarged).verdict).not.toBe('fail');
  expect(gateOn(series(50, 20_000)).verdict).toBe('not measured');
});

test('Student’s quantiles, as the tables have them', () => {
  for (const [degrees, value] of [
    [1, 12.706],
    [8, 2.306],
    [30, 2.042],
    [40, 2.021],
    [60, 2.0],
    [120, 1.98],
  ] as const)
    expect(student95(degrees)).toBeCloseTo(value, 2);
});
