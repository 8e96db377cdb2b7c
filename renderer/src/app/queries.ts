import { QueryClient } from '@tanstack/react-query';
import { isRefusal, problemIn } from '../api/problem.ts';

/** What was asked once stays good until the stream says otherwise; the connection asks anew after a break. */
export const createQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        // The engine is on this machine: the browser's idea of "offline" says nothing about it.
        networkMode: 'always',
        retry: (failures, error) => failures < 3 && !isRefusal(problemIn(error)),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
