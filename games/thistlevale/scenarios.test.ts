import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { WatchedEpisode } from '../../benchmarks/suite/worker/episode.ts';
import { SetUps } from '../../benchmarks/suite/worker/set-up.ts';
import { loadGame } from '../catalog.ts';
import { fixScenario } from '../scenario/draw.ts';
import { world } from './oracle/facts.ts';
import { openOracle } from './oracle.ts';
import { PlayedGame } from './testing/played-game.ts';

const game = loadGame('thistlevale');
const folder = mkdtempSync(join(tmpdir(), 'thistlevale-scenarios-'));
const opened: PlayedGame[] = [];
afterAll(() => {
  for (const played of opened) played.close();
  rmSync(folder, { recursive: true, force: true });
});

const scenarioCalled = (name: string) => {
  const scenario = game.scenarios.find((candidate) => candidate.name === name);
  if (!scenario) throw new Error(`there is no scenario "${name}"`);
  return scenario;
};

/** Makes a scenario's start and lets the oracle play it; why it ended. */
const playedByOracle = (name: string, seed: number): string => {
  const scenario = scenarioCalled(name);
  const setUps = new SetUps(game, folder);
  const open = (own: number | null) => {
    const played = new PlayedGame(own);
    opened.push(played);
    return played.host;
  };
  const state = setUps.make(scenario, seed, seed, open);
  const host = open(null);
  if (state !== null) host.loadState(state);
  const fixed = fixScenario(scenario, seed);
  const oracle = openOracle(fixed);
  const episode = new WatchedEpisode(host, game, fixed, oracle);
  if (oracle) episode.playReference(oracle);
  const { why } = episode.judged(host);
  host.close();
  return why;
};

test.for([
  ['through-the-wood', 5],
  ['call-on-neighbour', 6],
  ['the-right-friend', 7],
  ['buy-so-many', 8],
  ['catch-it', 9],
  ['give-up-a-move', 10],
  ['amber-in-the-wood', 11],
  ['bring-the-plants', 12],
] as const)('the oracle reaches the goal of %s with seed %i', ([name, seed]) => {
  expect(playedByOracle(name, seed)).toBe('reached');
});

test('every scenario is known to the oracle', () => {
  const unknown = game.scenarios.filter((scenario) => openOracle(fixScenario(scenario, 0)) === null);
  expect(unknown.map(({ name }) => name)).toEqual([]);
});

test('every kind has at least eight scenarios, and there is one of the whole story', () => {
  const counts = new Map<string, number>();
  for (const { kind } of game.scenarios) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const kinds = ['navigation', 'battle', 'menu', 'catching', 'training', 'exploration', 'story'];
  for (const kind of kinds) expect(counts.get(kind), kind).toBeGreaterThanOrEqual(8);
  expect(counts.get('whole-story')).toBe(1);
});

test('the flags that scenarios of things to find ask for are flags of things', () => {
  const wanted = game.scenarios
    .filter(({ kind, name }) => kind === 'exploration' && name !== 'hear-the-forester')
    .flatMap(({ success }) => JSON.stringify(success).match(/"bitsSet":\[(\d+)\]/g) ?? [])
    .map((text) => Number(/\d+/.exec(text)?.[0]));
  expect(wanted.length).toBeGreaterThan(8);
  for (const bit of wanted) expect(world.flags[bit]?.name).toMatch(/^took /);
});
