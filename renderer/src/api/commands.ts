import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Rate, Rating } from '../../../protocol/cases.ts';
import type { Hardware } from '../../../protocol/hardware.ts';
import type { CreateSession, Session } from '../../../protocol/sessions.ts';
import type { Tier } from '../../../protocol/words.ts';
import { useEngine } from '../stream/engine.tsx';
import { post, put, remove } from './client.ts';
import { keys } from './queries.ts';

type Verb = 'pause' | 'resume' | 'step' | 'stop' | 'speed' | 'take-over' | 'advise' | 'hand-back';

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

/** What can be done about this computer: each answers with how it stands afterwards. */
const useHardwareCommand = <Wanted>(act: (wanted: Wanted) => Promise<Hardware>) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: act,
    onSuccess: (hardware) => queries.setQueryData(keys.hardware, hardware),
    onError: (error) => problems.add(error),
  });
};

/** Chooses a tier, or gives the choice back to the measurement (null). */
export const useChooseTier = () =>
  useHardwareCommand((tier: Tier | null) =>
    tier === null ? remove<Hardware>('/v1/hardware/tier') : put<Hardware>('/v1/hardware/tier', { tier }),
  );

export const useMeasureAgain = () => useHardwareCommand(() => post<Hardware>('/v1/hardware/measure'));

/** Rates the decision made at a frame, or takes the rating back (null). */
export const useRate = (id: string) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: ({ frame, rate }: { frame: number; rate: Partial<Rate> | null }) => {
      const path = `/v1/sessions/${id}/ratings/${frame}`;
      return rate === null ? remove<Rating>(path) : put<Rating>(path, rate);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: keys.ratings(id) }),
    onError: (error) => problems.add(error),
  });
};
