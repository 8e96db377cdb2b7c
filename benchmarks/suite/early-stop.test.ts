import { expect, test } from 'vitest';
import { readSettings } from '../../engine/settings/given.ts';
import { loadGame } from '../../games/catalog.ts';
import type { Episode } from '../../protocol/benchmark-run.ts';
import type { Problem } from '../../protocol/errors.ts';
import { EarlyStop } from './early-stop.ts';

const game = loadGame(readSettings({}, {}).game);
const died: Problem = { code: 'session.process-died', message: 'It died.', remedy: 'Again.' };
const episode = (
  result: Episode['result'],
  reason: string,
  problem?: Problem,
  scenario = 'gate',
): Episode => ({
  scenario,
  kind: 'story',
  seed: 0,
  result,
  reason,
  ...(problem ? { problem } : {}),
  frames: 1,
  decisions: 1,
  frameHash: '00000000',
  trace: '00000000',
  coherence: null,
  replay: null,
  ms: 1,
  setUpMs: 1,
  at: 1,
  residentBytes: 1,
  worker: 1,
});
/** After how many of the episodes it stops; null: never. */
const stopsAfter = (episodes: Episode[], stop = new EarlyStop(game)): number | null => {
  const at = episodes.findIndex((each) => stop.heard(each) !== null);
  return at < 0 ? null : at + 1;
};
const times = (count: number, of: Episode): Episode[] => Array.from({ length: count }, () => of);

const reached = episode('success', 'reached');
const missed = episode('failure', 'frame-limit');
const crashed = episode('error', 'session.process-died', died);
const unset = episode('error', 'set-up', { ...died, code: 'session.wrong-state', field: 'start' }, 'broken');

test('missed goals never stop a run, and a few errors among many do not', () => {
  expect(stopsAfter(times(500, missed))).toBeNull();
  expect(stopsAfter(times(4, crashed))).toBeNull();
  expect(stopsAfter([...times(40, reached), ...times(9, crashed)])).toBeNull();
});

test('more than one error in five stops it, from the fifth on', () => {
  expect(stopsAfter(times(9, crashed))).toBe(5);
  expect(stopsAfter([...times(20, reached), ...times(9, crashed)])).toBe(26);
});

test('a set-up that never works stops it at the third failure; one that works at times does not', () => {
  expect(stopsAfter([...times(30, reached), ...times(3, unset)])).toBe(33);
  const worked = { ...reached, scenario: 'broken' };
  expect(stopsAfter([...times(30, reached), worked, ...times(4, unset)])).toBeNull();
});

test('what every episode needs is missed at once', () => {
  const without = episode('error', 'resource.addon-missing', { ...died, code: 'resource.addon-missing' });
  expect(stopsAfter([reached, without, reached])).toBe(2);
});
