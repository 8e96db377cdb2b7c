import type { Episode } from '../../protocol/benchmark-run.ts';
import type { BenchmarkProgress } from '../../protocol/benchmarks.ts';
import type { PlannedEpisode } from '../suite/run.ts';

const none = { all: 0, done: 0, successes: 0, failures: 0, errors: 0 };
type Counts = typeof none;

const counters = { success: 'successes', failure: 'failures', error: 'errors' } as const;

/** How many episodes there are and how they ended: in all, and by kind in the order in which kinds come up. */
export class EpisodeCounts {
  readonly #total: Counts = { ...none };
  readonly #kinds = new Map<Episode['kind'], Counts>();

  constructor(planned: readonly PlannedEpisode[], finished: readonly Episode[]) {
    for (const { scenario } of planned) for (const counts of this.#countsOf(scenario.kind)) counts.all += 1;
    for (const episode of finished) this.add(episode);
  }

  add({ kind, result }: Episode): void {
    for (const counts of this.#countsOf(kind)) {
      counts.done += 1;
      counts[counters[result]] += 1;
    }
  }

  get total(): Readonly<Counts> {
    return this.#total;
  }

  get kinds(): BenchmarkProgress['kinds'] {
    return [...this.#kinds].map(([kind, counts]) => ({ kind, ...counts }));
  }

  #countsOf(kind: Episode['kind']): Counts[] {
    const counts = this.#kinds.get(kind) ?? { ...none };
    this.#kinds.set(kind, counts);
    return [this.#total, counts];
  }
}
