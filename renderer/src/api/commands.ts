import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CreateSession, SavedState, Session } from '../../../protocol/sessions.ts';
import { useEngine } from '../stream/engine.tsx';
import { post } from './client.ts';
import { keys } from './queries.ts';

type Verb = 'pause' | 'resume' | 'step' | 'stop' | 'speed' | 'take-over' | 'hand-back';

const isSession = (answer: unknown): answer is Session =>
  typeof answer === 'object' && answer !== null && 'id' in answer && 'state' in answer;

/** What can be done to a running session. A refusal is posted on the problem board. */
export const useCommand = (id: string) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: ({ verb, body }: { verb: Verb; body?: unknown }) =>
      post<unknown>(`/v1/sessions/${id}/${verb}`, body ?? {}),
    onSuccess: (answer) => {
      if (isSession(answer)) queries.setQueryData(keys.session(id), answer);
    },
    onError: (error) => problems.add(error),
  });
};

export const useSaveState = (id: string) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: (name: string) => post<SavedState>(`/v1/sessions/${id}/states`, { name }),
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.states(id) }),
    onError: (error) => problems.add(error),
  });
};

export const useLoadState = (id: string) => {
  const { problems } = useEngine();
  return useMutation({
    mutationFn: (name: string) => post<unknown>(`/v1/sessions/${id}/states/${name}/load`, {}),
    onError: (error) => problems.add(error),
  });
};

/** Starts a session; the answer is the session, so that the page can go there. */
export const useStartSession = (onStarted: (session: Session) => void) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: (wanted: Partial<CreateSession>) => post<Session>('/v1/sessions', wanted),
    onMutate: () => problems.clear(),
    onSuccess: (session) => {
      queries.setQueryData(keys.session(session.id), session);
      void queries.invalidateQueries({ queryKey: keys.sessions });
      onStarted(session);
    },
    onError: (error) => problems.add(error),
  });
};
