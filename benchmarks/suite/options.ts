import { availableParallelism } from 'node:os';
import type { LoadedGame } from '../../games/catalog.ts';
import type { Scenario } from '../../games/scenario/schema.ts';
import { EeveeError } from '../../protocol/errors.ts';
import {
  type Clock,
  clocks,
  firstJudgingSeed,
  type ScenarioKind,
  type SuitePlayer,
  scenarioKinds,
  suitePlayers,
} from '../../protocol/words.ts';

/** What was typed after `npm run bench --`; nothing of it is checked yet. */
export interface TypedOptions {
  game?: string;
  kind?: string[];
  scenarios?: string[];
  seeds?: string;
  player?: string;
  jobs?: string;
  clock?: string;
  quick?: boolean;
  judging?: boolean;
}

/** What a run plays. */
export interface Selection {
  scenarios: Scenario[];
  seeds: { first: number; last: number };
  player: SuitePlayer;
  clock: Clock;
  jobs: number;
}

const usualSeeds = { first: 0, last: 29 };
const quickSeeds = { first: 0, last: 1 };
const highestSeed = 0xffff_ffff;
const mostJobs = 256;

const refuse = (
  field: string,
  value: unknown,
  message: string,
  remedy: string,
  allowed?: unknown[],
): never => {
  throw new EeveeError({
    code: 'configuration.invalid',
    message,
    remedy,
    field,
    value,
    ...(allowed ? { allowed } : {}),
  });
};

/** Checks what was typed. Throws `configuration.invalid` that names the option and what it may be. */
export const selectionOf = (typed: TypedOptions, game: LoadedGame): Selection => {
  const player = oneOf('player', typed.player ?? 'ai', suitePlayers);
  const clock = oneOf('clock', typed.clock ?? 'lockstep', clocks);
  if (clock === 'real-time' && player !== 'ai')
    refuse(
      'clock',
      clock,
      `The player "${player}" takes no time to think: real time would only be slow.`,
      'Leave --clock out, or play with --player ai.',
    );
  return {
    scenarios: chosenScenarios(typed, game),
    seeds: seedsOf(typed),
    player,
    clock,
    jobs: jobsOf(typed.jobs, clock),
  };
};

const oneOf = <Word extends string>(field: string, value: string, words: readonly Word[]): Word =>
  words.find((word) => word === value) ??
  refuse(field, value, `--${field} cannot be "${value}".`, 'Choose one of those allowed.', [...words]);

const chosenScenarios = ({ kind, scenarios }: TypedOptions, game: LoadedGame): Scenario[] => {
  const kinds = kind?.map((name) => oneOf('kind', name, scenarioKinds));
  const names = game.scenarios.map(({ name }) => name);
  const unknown = scenarios?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    refuse(
      'scenarios',
      unknown,
      `${game.title} has no scenario "${unknown}".`,
      'Choose some of those.',
      names,
    );
  const wanted = (scenario: Scenario): boolean =>
    scenarios ? scenarios.includes(scenario.name) : isPlayedBy(kinds, scenario.kind);
  const chosen = game.scenarios.filter(
    (scenario) => wanted(scenario) && (!scenarios || !kinds || kinds.includes(scenario.kind)),
  );
  if (chosen.length > 0) return chosen;
  const known = [...new Set(game.scenarios.map((scenario) => scenario.kind))];
  return refuse('kind', kind, `${game.title} has no scenario of that kind.`, 'Choose another kind.', known);
};

/** Without a word about kinds: all but the whole story. */
const isPlayedBy = (kinds: ScenarioKind[] | undefined, kind: ScenarioKind): boolean =>
  kinds ? kinds.includes(kind) : kind !== 'whole-story';

const seedsOf = ({ seeds, quick, judging }: TypedOptions): { first: number; last: number } => {
  if (seeds === undefined) return quick ? quickSeeds : usualSeeds;
  const match = /^(\d+)(?:-(\d+))?$/.exec(seeds);
  const first = Number(match?.[1] ?? Number.NaN);
  const last = Number(match?.[2] ?? match?.[1] ?? Number.NaN);
  if (!(first <= last && last <= highestSeed))
    refuse('seeds', seeds, `--seeds cannot be "${seeds}".`, 'Give a range such as 0-29.');
  if (last >= firstJudgingSeed && !judging)
    refuse(
      'seeds',
      seeds,
      `Seeds from ${firstJudgingSeed} on are kept for judging: whoever develops against them can no longer be judged by them.`,
      'Choose seeds below, or add --judging when this run is to be the judgement.',
    );
  return { first, last };
};

const jobsOf = (jobs: string | undefined, clock: Clock): number => {
  // In real time a core for each session, and one for everything else: a late frame would be the suite's fault.
  if (jobs === undefined)
    return clock === 'real-time' ? Math.max(1, availableParallelism() - 1) : availableParallelism();
  const number = Number(jobs);
  if (Number.isInteger(number) && number >= 1 && number <= mostJobs) return number;
  return refuse('jobs', jobs, `--jobs cannot be "${jobs}".`, `Give a whole number from 1 to ${mostJobs}.`);
};
