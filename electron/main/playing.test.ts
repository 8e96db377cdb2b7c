import { expect, test } from 'vitest';
import type { BenchmarkRun } from '../../protocol/benchmarks.ts';
import type { Session } from '../../protocol/sessions.ts';
import { liveSession, newsBetween, nothingYet, type Playing, stateInWords } from './playing.ts';

const session = (more: Partial<Session>): Session =>
  ({ id: 'a', title: 'Vale', state: 'running', turn: 'ai', end: null, stopped: null, ...more }) as Session;
const run = (finishedAt: string | null): BenchmarkRun =>
  ({ id: 'r', finishedAt, progress: { successes: 3, done: 4 } }) as BenchmarkRun;
const playing = (...sessions: Session[]): Playing => ({ sessions, runs: [] });

test('the newest session that has not ended is the one that keys and tray mean', () => {
  const over = session({ id: 'b', state: 'ended' });
  expect(liveSession(playing(over, session({})))?.id).toBe('a');
  expect(liveSession(playing(over))).toBeNull();
});

test('says whose turn it is, and what holds the game up', () => {
  expect(stateInWords(null)).toBe('Nothing is playing');
  expect(stateInWords(session({}))).toBe('The AI plays Vale');
  expect(stateInWords(session({ turn: 'player' }))).toBe('You play Vale');
  expect(stateInWords(session({ turn: 'advisor' }))).toBe('You play Vale');
  expect(stateInWords(session({ state: 'paused' }))).toBe('Vale is paused');
});

test('a goal that is reached is news once', () => {
  const end = { reason: 'goal-reached' as const, message: 'The gate is reached.' };
  const over = playing(session({ state: 'ended', end }));
  expect(newsBetween(playing(session({})), over)).toEqual([
    { title: 'The AI reached its goal', body: 'Vale: The gate is reached.', room: 'play' },
  ]);
  expect(newsBetween(over, over)).toEqual([]);
});

test('what was over before anybody looked is no news, nor is an end that the user asked for', () => {
  const over = (reason: 'gave-up' | 'stopped') =>
    playing(session({ state: 'ended', end: { reason, message: 'It ended.' } }));
  expect(newsBetween(nothingYet, over('gave-up'))).toEqual([]);
  expect(newsBetween(playing(session({})), over('stopped'))).toEqual([]);
  expect(newsBetween(playing(session({})), over('gave-up'))).toHaveLength(1);
});

test('a stop condition that holds the game is news, and so is a benchmark that is finished', () => {
  const stopped = { message: 'The screen shows a battle.', frame: 9 } as Session['stopped'];
  const still = playing(session({ state: 'paused', stopped }));
  expect(newsBetween(playing(session({})), still)).toMatchObject([
    { body: 'Vale: The screen shows a battle.' },
  ]);
  expect(newsBetween(still, still)).toEqual([]);
  const before = { sessions: [], runs: [run(null)] };
  const after = { sessions: [], runs: [run('2026-01-01T00:00:00Z')] };
  expect(newsBetween(before, after)).toMatchObject([
    { body: '3 of 4 goals were reached.', room: 'benchmarks' },
  ]);
  expect(newsBetween(after, after)).toEqual([]);
});
