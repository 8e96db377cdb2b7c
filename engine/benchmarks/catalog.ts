import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type LoadedGame, loadGame } from '../../games/catalog.ts';
import type { Scenario } from '../../games/scenario/schema.ts';
import {
  type BenchmarkCatalog,
  benchmarkLimits,
  quickSeeds,
  type StartBenchmark,
  usualSeeds,
} from '../../protocol/benchmarks.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { lastDevelopmentSeed, scenarioKinds, suitePlayers } from '../../protocol/words.ts';
import type { Settings } from '../settings.ts';

/** What is needed to play benchmarks at all; null where it is there, else why it cannot be done. */
const whyNot = ({ benchmarkRunner }: Settings): string | null =>
  existsSync(benchmarkRunner)
    ? null
    : 'The benchmark suite is not installed: its program is missing where the setting --benchmark-runner says.';

/** Throws `resource.benchmarks-missing` where the suite is not installed. */
export const requireRunner = (settings: Settings): void => {
  const why = whyNot(settings);
  if (why === null) return;
  throw new EeveeError({
    code: 'resource.benchmarks-missing',
    message: why,
    remedy: 'Install Eevee again, with its benchmarks.',
    tried: [settings.benchmarkRunner],
  });
};

const toldOf = ({ told, title }: Scenario): string => told ?? title;

/** What can be played in a game, or the usual one. Throws what {@link loadGame} throws. */
export const catalogOf = (game: string | undefined, settings: Settings): BenchmarkCatalog => {
  const loaded = loadGame(game ?? settings.game);
  const why = whyNot(settings);
  const hasOracle =
    existsSync(join(loaded.folder, 'oracle.ts')) || existsSync(join(loaded.folder, 'oracle.js'));
  return {
    game: loaded.id,
    title: loaded.title,
    kinds: scenarioKinds.flatMap((kind) => {
      const scenarios = loaded.scenarios.filter((scenario) => scenario.kind === kind);
      return scenarios.length === 0
        ? []
        : [{ kind, usual: kind !== 'whole-story', scenarios: scenarios.map(listed) }];
    }),
    players: suitePlayers.map((player) => {
      const lacking =
        why ?? (player === 'oracle' && !hasOracle ? `${loaded.title} has no reference player.` : null);
      return { player, ready: lacking === null, why: lacking };
    }),
    seeds: {
      first: 0,
      last: lastDevelopmentSeed,
      most: benchmarkLimits.seeds,
      quick: quickSeeds,
      usual: usualSeeds,
    },
    jobs: { usual: availableParallelism(), most: benchmarkLimits.jobs },
  };
};

const listed = (scenario: Scenario) => ({
  name: scenario.name,
  title: scenario.title,
  told: toldOf(scenario),
  frameLimit: scenario.frameLimit,
  goalKnown: scenario.goal !== null,
});

const refuse = (field: string, value: unknown, message: string, remedy: string, allowed?: string[]) =>
  new EeveeError({
    code: 'configuration.invalid',
    ...{ message, remedy, field, value },
    ...(allowed ? { allowed } : {}),
  });

/**
 * Checks a wish against the game, so that the answer speaks of what was chosen. Throws `configuration.invalid` that
 * names the field, and what {@link loadGame} throws.
 */
export const requirePlayable = (asked: StartBenchmark, settings: Settings): LoadedGame => {
  const game = loadGame(asked.game ?? settings.game);
  const names = game.scenarios.map(({ name }) => name);
  const unknown = asked.scenarios?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw refuse(
      'scenarios',
      unknown,
      `${game.title} has no scenario “${unknown}”.`,
      'Choose some of those.',
      names,
    );
  const { kinds, scenarios } = asked;
  const chosen = game.scenarios.filter(
    ({ name, kind }) => (scenarios?.includes(name) ?? true) && (kinds?.includes(kind) ?? true),
  );
  if (chosen.length === 0)
    throw refuse('kinds', kinds, `${game.title} has no such scenario.`, 'Choose other kinds or scenarios.');
  if (asked.clock === 'real-time' && asked.player !== 'ai')
    throw refuse(
      'clock',
      asked.clock,
      `Only the AI takes time to think; for the player “${asked.player}” real time would only be slow.`,
      'Choose the clock “lockstep”, or the player “ai”.',
      ['lockstep'],
    );
  return game;
};

/** The seeds of a wish. */
export const seedsOf = ({ seeds, quick }: StartBenchmark): { first: number; last: number } =>
  seeds ?? (quick ? quickSeeds : usualSeeds);
