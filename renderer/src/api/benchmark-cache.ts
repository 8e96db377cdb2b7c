import type { QueryClient } from '@tanstack/react-query';
import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';

const root = 'benchmarks';
/** Where benchmark runs lie in the query cache; the stream writes to the same places. */
export const benchmarkKeys = {
  catalog: [root, 'catalog'],
  runs: [root, 'runs'],
  run: (id: string) => [root, 'run', id],
  episodes: (id: string) => [root, 'episodes', id],
  report: (id: string) => [root, 'report', id],
  compare: (run: string, baseline: string) => [root, 'compare', run, baseline],
} as const;

/** Files a run as it stands where the queries look for it; null: it was deleted. */
export const fileRun = (queries: QueryClient, id: string, run: BenchmarkRun | null): void => {
  const before = queries.getQueryData<BenchmarkRun[]>(benchmarkKeys.runs);
  if (before) {
    const known = before.some((each) => each.id === id);
    const others = run && known ? before : before.filter((each) => each.id !== id);
    const next =
      run && !known ? [run, ...others] : others.map((each) => (each.id === id && run ? run : each));
    queries.setQueryData(benchmarkKeys.runs, next);
  }
  // What ended or was changed is fetched once more, with all its figures.
  const state = before?.find((each) => each.id === id)?.state;
  if (run && (run.state !== 'running' || state !== 'running')) {
    void queries.invalidateQueries({ queryKey: benchmarkKeys.run(id) });
    void queries.invalidateQueries({ queryKey: benchmarkKeys.episodes(id) });
  }
};
