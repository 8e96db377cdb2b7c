import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BenchmarkCatalog,
  BenchmarkComparison,
  BenchmarkDetail,
  BenchmarkEpisode,
  BenchmarkRun,
  ImportBenchmark,
  StartBenchmark,
} from '../../../protocol/benchmarks.ts';
import { useEngine } from '../stream/engine.tsx';
import { fileRun, benchmarkKeys as keys } from './benchmark-cache.ts';
import { get, getBlob, post, remove } from './client.ts';

const runs = '/v1/benchmarks/runs';

const getText = async (path: string): Promise<string> => (await getBlob(path)).text();

/** While a run is played, its figures are fetched this often. */
const detailEveryMs = 1500;
/** Its episodes, which may be thousands, less often. */
const episodesEveryMs = 4000;

export const useCatalog = () =>
  useQuery({ queryKey: keys.catalog, queryFn: () => get<BenchmarkCatalog>('/v1/benchmarks/catalog') });

/** All runs, newest first, once the engine is there. The stream keeps them fresh. */
export const useRuns = (there = true) =>
  useQuery({ queryKey: keys.runs, queryFn: () => get<BenchmarkRun[]>(runs), enabled: there });

/** A run with its figures, followed while it is played. */
export const useRun = (id: string, live: boolean) =>
  useQuery({
    queryKey: keys.run(id),
    queryFn: () => get<BenchmarkDetail>(`${runs}/${id}`),
    refetchInterval: live ? detailEveryMs : false,
  });

export const useEpisodes = (id: string, live: boolean) =>
  useQuery({
    queryKey: keys.episodes(id),
    queryFn: () => get<BenchmarkEpisode[]>(`${runs}/${id}/episodes`),
    refetchInterval: live ? episodesEveryMs : false,
  });

/** The report as HTML; asked for when it is opened. */
export const useReport = (id: string, open: boolean) =>
  useQuery({ queryKey: keys.report(id), queryFn: () => getText(`${runs}/${id}/report`), enabled: open });

/** What changed since another run; null: none is chosen. */
export const useComparison = (run: string, baseline: string | null) =>
  useQuery({
    queryKey: keys.compare(run, baseline ?? ''),
    queryFn: () => get<BenchmarkComparison>(`/v1/benchmarks/compare?run=${run}&baseline=${baseline ?? ''}`),
    enabled: baseline !== null,
    retry: false,
  });

/** A finished run as the text of a file. */
export const fetchExport = (id: string, format: 'json' | 'csv' | 'html'): Promise<string> =>
  getText(`${runs}/${id}/export?format=${format}`);

/** Something done to a run, or with a new one. What the engine refuses is posted on the problem board. */
const useRunCommand = <Wanted>(act: (wanted: Wanted) => Promise<BenchmarkRun | null>) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: act,
    onMutate: () => problems.clear(),
    onSuccess: (run) => {
      if (run) fileRun(queries, run.id, run);
    },
    onError: (error) => problems.add(error),
  });
};

export const useStartRun = () =>
  useRunCommand((wanted: Partial<StartBenchmark>) => post<BenchmarkRun>(runs, wanted));

export const useImportRun = () =>
  useRunCommand((wanted: ImportBenchmark) => post<BenchmarkRun>('/v1/benchmarks/import', wanted));

export const useRunVerb = (id: string) =>
  useRunCommand((verb: 'cancel' | 'resume' | 'baseline') => post<BenchmarkRun>(`${runs}/${id}/${verb}`));

export const useNoBaseline = (id: string) =>
  useRunCommand(() => remove<BenchmarkRun>(`${runs}/${id}/baseline`));

export const useDeleteRun = (id: string) => {
  const queries = useQueryClient();
  return useRunCommand(async () => {
    await remove<unknown>(`${runs}/${id}`);
    fileRun(queries, id, null);
    return null;
  });
};
