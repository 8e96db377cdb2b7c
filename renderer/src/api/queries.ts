import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Rating } from '../../../protocol/cases.ts';
import type { Hardware } from '../../../protocol/hardware.ts';
import type { Decision } from '../../../protocol/observation.ts';
import type { Game, GameWindow, Metrics, Session } from '../../../protocol/sessions.ts';
import { get } from './client.ts';

/** Where each thing lies in the query cache; the stream writes to the same places. */
export const keys = {
  games: ['games'],
  windows: ['windows'],
  notices: ['notices'],
  hardware: ['hardware'],
  sessions: ['sessions'],
  session: (id: string) => ['session', id],
  metrics: (id: string) => ['metrics', id],
  decision: (id: string) => ['decision', id],
  decisions: (id: string) => ['decisions', id],
  ratings: (id: string) => ['ratings', id],
  states: (id: string) => ['states', id],
} as const;

export const useGames = () => useQuery({ queryKey: keys.games, queryFn: () => get<Game[]>('/v1/games') });

/** Windows of other programs. Asked anew each time the list is shown. */
export const useWindows = () =>
  useQuery({
    queryKey: keys.windows,
    queryFn: () => get<GameWindow[]>('/v1/windows'),
    staleTime: 0,
  });

/** This computer. Looked at anew every two seconds while it is shown: the governor may act at any time. */
export const useHardware = () =>
  useQuery({
    queryKey: keys.hardware,
    queryFn: () => get<Hardware>('/v1/hardware'),
    staleTime: 0,
    refetchInterval: 2000,
  });

/** All sessions. `watch`: look every two seconds, to notice one that someone else starts. */
export const useSessions = (watch: boolean) =>
  useQuery({
    queryKey: keys.sessions,
    queryFn: () => get<Session[]>('/v1/sessions'),
    refetchInterval: watch ? 2000 : false,
  });

/** One session. Kept fresh by the stream, so it is fetched once only. */
export const useSession = (id: string) =>
  useQuery({ queryKey: keys.session(id), queryFn: () => get<Session>(`/v1/sessions/${id}`) });

/** A session's figures; the stream replaces them once a second. */
export const useMetrics = (id: string) =>
  useQuery({ queryKey: keys.metrics(id), queryFn: () => get<Metrics>(`/v1/sessions/${id}/metrics`) });

const decisionQuery = (id: string) =>
  queryOptions({
    queryKey: keys.decision(id),
    queryFn: async (): Promise<Decision | null> => (await get<Session>(`/v1/sessions/${id}`)).decision,
  });

/** What the player decided last. The first value comes with the session, the rest with the stream. */
export const useDecision = (id: string) => useQuery(decisionQuery(id));

/** Looks the newest decision up when it is needed: who only acts on it need not render with each. */
export const useNewestDecision = ({ id, decision }: Session): (() => Decision | null) => {
  const queries = useQueryClient();
  return () => queries.getQueryData(decisionQuery(id).queryKey) ?? decision;
};

const taskNames = (decision: Decision | null) =>
  decision?.tasks.map(({ name, title }) => ({ name, title })) ?? [];

/** The tasks of the goal: the same list until there is another task, however far they have come. */
export const useTaskNames = (id: string) => useQuery({ ...decisionQuery(id), select: taskNames });

/** Decisions of a session that the page lists. */
export const listedDecisions = 50;

/** The newest decisions, oldest first; the stream appends to them. */
export const useDecisions = (id: string, open: boolean) =>
  useQuery({
    queryKey: keys.decisions(id),
    queryFn: () => get<Decision[]>(`/v1/sessions/${id}/decisions?limit=${listedDecisions}`),
    enabled: open,
    // What came while the list was closed is fetched when it is opened.
    refetchOnMount: 'always',
  });

/** What was thought of a session's decisions. */
export const useRatings = (id: string) =>
  useQuery({ queryKey: keys.ratings(id), queryFn: () => get<Rating[]>(`/v1/sessions/${id}/ratings`) });
