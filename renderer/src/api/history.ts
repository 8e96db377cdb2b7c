import {
  keepPreviousData,
  type QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type {
  DecisionPage,
  HistoryDays,
  HistoryPage,
  HistorySession,
  Series,
} from '../../../protocol/history.ts';
import type { HistoryChoices, SessionEvents, SessionFiles } from '../../../protocol/session-keepsakes.ts';
import { get, post, remove } from './client.ts';

const root = ['history'] as const;
const keys = {
  page: (query: string) => [...root, 'page', query],
  choices: [...root, 'choices'],
  days: (from: string | null) => [...root, 'days', from],
  session: (id: string) => [...root, 'session', id],
  series: (id: string, resolution: string, points: number) => [...root, 'series', id, resolution, points],
  decisions: (id: string, before: number, limit: number) => [...root, 'decisions', id, before, limit],
  events: (id: string) => [...root, 'events', id],
  files: (id: string) => [...root, 'files', id],
};

/** What sessions are looked for by; empty: any. */
export interface Filter {
  /** Dates, `2026-11-21`; both included. */
  from: string;
  to: string;
  game: string;
  goal: string;
  outcome: string;
}

/** The day after a date: the engine's `to` is not included, the one that people choose is. */
const dayAfter = (date: string): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const queryOf = ({ from, to, game, goal, outcome }: Filter, before: string | null, limit: number): string => {
  const given = { from, to: to && dayAfter(to), game, goal, outcome, before: before ?? '' };
  const query = new URLSearchParams({ limit: String(limit) });
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  return query.toString();
};

/** Things of the past may still change while a session runs: they are asked again whenever they are shown. */
const fresh = { staleTime: 0, placeholderData: keepPreviousData } as const;

/** A page of sessions, newest first; `before`: where the page before ended. */
export const useHistoryPage = (filter: Filter, before: string | null, limit: number) => {
  const query = queryOf(filter, before, limit);
  return useQuery({
    ...fresh,
    queryKey: keys.page(query),
    queryFn: () => get<HistoryPage>(`/v1/history/sessions?${query}`),
  });
};

export const useHistoryChoices = () =>
  useQuery({
    ...fresh,
    queryKey: keys.choices,
    queryFn: () => get<HistoryChoices>('/v1/history/choices'),
  });

/** Days of play from a date on; null: all of them. */
export const useHistoryDays = (from: string | null) =>
  useQuery({
    ...fresh,
    queryKey: keys.days(from),
    queryFn: () => get<HistoryDays>(`/v1/history/days${from === null ? '' : `?from=${from}`}`),
  });

export const useHistorySession = (id: string) =>
  useQuery({
    queryKey: keys.session(id),
    queryFn: () => get<HistorySession>(`/v1/history/sessions/${id}`),
    staleTime: 0,
  });

const useSeriesAt = (id: string, resolution: 'auto' | 'minute', points: number, enabled: boolean) =>
  useQuery({
    queryKey: keys.series(id, resolution, points),
    queryFn: () => get<Series>(`/v1/history/sessions/${id}/series?points=${points}&resolution=${resolution}`),
    staleTime: 0,
    enabled,
  });

/** Seconds of play up to which the finest series is put together in no time. */
const shortSeconds = 900;

/**
 * How a session ran, in at most `points` points. Of a long one the minutes come first, which are there at once; the
 * seconds follow, if `fine`.
 */
export const useSeries = (
  id: string,
  points: number,
  { playedSeconds }: { playedSeconds: number },
  fine = true,
) => {
  const short = playedSeconds <= shortSeconds;
  const coarse = useSeriesAt(id, 'minute', points, !short);
  const finest = useSeriesAt(id, 'auto', points, short || (fine && coarse.isFetched));
  return { data: finest.data ?? coarse.data, error: finest.error ?? coarse.error };
};

/** The `limit` decisions below number `before`. */
export const useDecisions = (id: string, before: number, limit: number) =>
  useQuery({
    ...fresh,
    queryKey: keys.decisions(id, before, limit),
    queryFn: () => get<DecisionPage>(`/v1/history/sessions/${id}/decisions?before=${before}&limit=${limit}`),
  });

export const useSessionEvents = (id: string) =>
  useQuery({
    queryKey: keys.events(id),
    queryFn: () => get<SessionEvents>(`/v1/history/sessions/${id}/events`),
    staleTime: 0,
  });

export const useSessionFiles = (id: string) =>
  useQuery({
    queryKey: keys.files(id),
    queryFn: () => get<SessionFiles>(`/v1/history/sessions/${id}/files`),
    staleTime: 0,
  });

/** Lists that a session is in, or was, are asked for anew. */
const askListsAnew = (queries: QueryClient): Promise<unknown> =>
  Promise.all([
    queries.invalidateQueries({ queryKey: [...root, 'page'] }),
    queries.invalidateQueries({ queryKey: keys.choices }),
    queries.invalidateQueries({ queryKey: ['sessions'] }),
  ]);

/** Deletes a session; {@link useRestoreSession} takes that back for an hour. */
export const useDeleteSession = (id: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => remove<unknown>(`/v1/sessions/${id}`),
    onSuccess: async () => {
      queries.removeQueries({ queryKey: keys.session(id) });
      await askListsAnew(queries);
    },
  });
};

export const useRestoreSession = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => post<unknown>(`/v1/sessions/${id}/restore`),
    onSuccess: () => askListsAnew(queries),
  });
};
