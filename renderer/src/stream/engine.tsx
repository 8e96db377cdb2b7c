import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';
import type { Decision } from '../../../protocol/observation.ts';
import type { Notice, ServerEvent, Session } from '../../../protocol/sessions.ts';
import { fileRun } from '../api/benchmark-cache.ts';
import { without } from '../api/notices.ts';
import { ApiProblem } from '../api/problem.ts';
import { keys, listedDecisions } from '../api/queries.ts';
import type { ProblemBoard } from '../shared/problem-board.ts';
import { Store, useStore } from '../shared/store.ts';
import { EngineStream, type StreamStatus } from './engine-stream.ts';
import { Live } from './live.ts';

interface Engine {
  stream: EngineStream;
  live: Live;
  status: Store<StreamStatus>;
  problems: ProblemBoard;
}

/** Files an event where the queries of the page look for it. */
const file = (event: ServerEvent, queries: QueryClient, engine: Omit<Engine, 'stream'>): void => {
  switch (event.type) {
    case 'session':
      queries.setQueryData(keys.session(event.session.id), event.session);
      // In the list, too: a session that has ended must not be taken for one that could be attached to.
      queries.setQueryData<Session[]>(keys.sessions, (sessions) =>
        sessions?.map((session) => (session.id === event.session.id ? event.session : session)),
      );
      // None, too: after going back to before the first one.
      queries.setQueryData(keys.decision(event.session.id), event.session.decision);
      return;
    case 'observation':
      engine.live.observation.set(event.observation);
      return;
    case 'decision':
      queries.setQueryData(keys.decision(event.sessionId), event.decision);
      // Only where somebody has asked for the list.
      queries.setQueryData<Decision[]>(
        keys.decisions(event.sessionId),
        (list) => list && [...list, event.decision].slice(-listedDecisions),
      );
      return;
    case 'advice':
      engine.live.advice.set({ advice: event.advice, agreement: event.agreement });
      return;
    case 'metrics':
      queries.setQueryData(keys.metrics(event.metrics.id), event.metrics);
      return;
    case 'notice':
      queries.setQueryData<Notice[]>(keys.notices, (notices = []) => [
        ...notices.filter(({ id }) => id !== event.notice.id),
        event.notice,
      ]);
      return;
    case 'notices-gone':
      queries.setQueryData<Notice[]>(keys.notices, (notices) => without(notices, event.ids));
      return;
    case 'benchmark':
      fileRun(queries, event.id, event.run);
      return;
    case 'problem':
      engine.problems.add(new ApiProblem(event.problem));
  }
};

const createEngine = (queries: QueryClient, problems: ProblemBoard): Engine => {
  const rest = { live: new Live(), status: new Store<StreamStatus>({ state: 'connecting' }), problems };
  const stream = new EngineStream({
    status(status) {
      const before = rest.status.get().state;
      rest.status.set(status);
      // Whatever happened while nobody listened is fetched anew.
      if (status.state === 'open' && before !== 'open') void queries.invalidateQueries();
    },
    event: (event) => file(event, queries, rest),
    frame: (frame) => rest.live.arriving.add(frame),
  });
  return { stream, ...rest };
};

const EngineContext = createContext<Engine | null>(null);

/** Keeps the one connection of the page for everything inside. */
export const EngineProvider = ({ problems, children }: { problems: ProblemBoard; children: ReactNode }) => {
  const queries = useQueryClient();
  const [engine] = useState(() => createEngine(queries, problems));
  useEffect(() => {
    engine.stream.connect();
    return () => engine.stream.close();
  }, [engine]);
  return <EngineContext value={engine}>{children}</EngineContext>;
};

export const useEngine = (): Engine => {
  const engine = use(EngineContext);
  if (!engine) throw new Error('useEngine needs an EngineProvider around it');
  return engine;
};

export const useStreamStatus = (): StreamStatus => useStore(useEngine().status);
