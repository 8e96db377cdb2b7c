import type { BenchmarkCatalog, StartBenchmark } from '../../../protocol/benchmarks.ts';
import type { Clock, ScenarioKind, SuitePlayer } from '../../../protocol/words.ts';
import { Store } from '../shared/store.ts';

/** What somebody is about to start. */
export interface Wish {
  player: SuitePlayer;
  /** Tasks by name; null: the usual ones. */
  tasks: readonly string[] | null;
  seeds: 'quick' | 'usual' | 'own';
  first: number;
  last: number;
  clock: Clock;
  /** Null: as many as the computer can take. */
  jobs: number | null;
}

/** Kept while one is in another room. */
export const wishes = new Store<Wish>({
  player: 'ai',
  tasks: null,
  seeds: 'quick',
  first: 0,
  last: 9,
  clock: 'lockstep',
  jobs: null,
});

type Kind = BenchmarkCatalog['kinds'][number];

/** Tasks that a wish is for, in the order of the catalog. */
export const tasksOf = ({ tasks }: Wish, { kinds }: BenchmarkCatalog): Kind['scenarios'] =>
  kinds.flatMap(({ usual, scenarios }) =>
    scenarios.filter(({ name }) => (tasks === null ? usual : tasks.includes(name))),
  );

/** How many tasks of a kind are chosen. */
export const chosenOf = (wish: Wish, { usual, scenarios }: Kind): number =>
  wish.tasks === null
    ? usual
      ? scenarios.length
      : 0
    : scenarios.filter(({ name }) => wish.tasks?.includes(name)).length;

/** The wish with some tasks chosen, or no longer. */
export const withTasks = (
  wish: Wish,
  catalog: BenchmarkCatalog,
  names: readonly string[],
  chosen: boolean,
): Wish => {
  const before = tasksOf(wish, catalog).map(({ name }) => name);
  const others = before.filter((name) => !names.includes(name));
  return { ...wish, tasks: chosen ? [...others, ...names] : others };
};

/** The seeds of a wish. */
export const seedsOf = (wish: Wish, { seeds }: BenchmarkCatalog): { first: number; last: number } =>
  wish.seeds === 'own' ? { first: wish.first, last: wish.last } : seeds[wish.seeds];

/** What is wrong with the seeds. */
export const seedFault = (
  wish: Wish,
  { seeds }: BenchmarkCatalog,
): 'judging' | 'backwards' | 'tooMany' | null => {
  if (wish.seeds !== 'own') return null;
  if (Math.max(wish.first, wish.last) > seeds.last) return 'judging';
  if (wish.last < wish.first) return 'backwards';
  return wish.last - wish.first >= seeds.most ? 'tooMany' : null;
};

/** What the engine is asked for: whole kinds by their names, so that the run says what it is. */
export const requestOf = (wish: Wish, catalog: BenchmarkCatalog): Partial<StartBenchmark> => {
  const touched = catalog.kinds.filter((kind) => chosenOf(wish, kind) > 0);
  const whole = touched.every((kind) => chosenOf(wish, kind) === kind.scenarios.length);
  const what: Pick<Partial<StartBenchmark>, 'kinds' | 'scenarios'> = whole
    ? { kinds: touched.map(({ kind }): ScenarioKind => kind) }
    : { scenarios: tasksOf(wish, catalog).map(({ name }) => name) };
  return {
    ...what,
    seeds: seedsOf(wish, catalog),
    player: wish.player,
    clock: wish.player === 'ai' ? wish.clock : 'lockstep',
    ...(wish.jobs === null ? {} : { jobs: wish.jobs }),
  };
};
