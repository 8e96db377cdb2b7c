import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedState, SaveState, Session } from '../../../../protocol/sessions.ts';
import { get, post, put, remove } from '../../api/client.ts';
import { keys } from '../../api/queries.ts';
import { useEngine } from '../../stream/engine.tsx';
import { timelineKey } from '../timeline/use-timeline.ts';

const pathOf = (id: string, name?: string): string =>
  name === undefined ? `/v1/sessions/${id}/states` : `/v1/sessions/${id}/states/${name}`;

/** Path of a saved state's picture; null where it has none. */
export const thumbnailPath = (id: string, { name, thumbnail }: SavedState): string | null =>
  thumbnail ? `${pathOf(id, name)}/thumbnail.png` : null;

/** The saved states of a session, newest first. */
export const useStates = (id: string) =>
  useQuery({ queryKey: keys.states(id), queryFn: () => get<SavedState[]>(pathOf(id)), staleTime: 0 });

/** The last autosaves of a session, newest first; of an ended one too. */
export const useAutosaves = (id: string, wanted = true) =>
  useQuery({
    queryKey: [...keys.states(id), 'autosaves'],
    queryFn: () => get<SavedState[]>(`/v1/sessions/${id}/autosaves`),
    enabled: wanted,
    staleTime: 0,
  });

/** Something done to the saved states; the list and the timeline's marks are asked for anew. */
const useStatesCommand = <Wanted, Answer>(id: string, act: (wanted: Wanted) => Promise<Answer>) => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: act,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.states(id) });
      void queries.invalidateQueries({ queryKey: timelineKey(id) });
    },
    onError: (error) => problems.add(error),
  });
};

export const useSaveState = (id: string) =>
  useStatesCommand(id, (wanted: Partial<SaveState>) => post<SavedState>(pathOf(id), wanted));

/** Goes back to a saved state; what was seen belongs to the moment that was left. */
const useLoad = (id: string) => {
  const { live } = useEngine();
  return async (name: string): Promise<void> => {
    await post<Session>(`${pathOf(id, name)}/load`, {});
    live.observation.set(null);
  };
};

export const useLoadState = (id: string) => useStatesCommand(id, useLoad(id));

/** Goes back to the newest save; answers with it, or null where nothing is saved. */
export const useLoadNewest = (id: string) => {
  const load = useLoad(id);
  return useStatesCommand(id, async (_: undefined): Promise<SavedState | null> => {
    const [newest = null] = await get<SavedState[]>(pathOf(id));
    if (newest) await load(newest.name);
    return newest;
  });
};

export const useRetitleState = (id: string) =>
  useStatesCommand(id, ({ name, title }: { name: string; title: string }) =>
    put<SavedState>(pathOf(id, name), { title }),
  );

export const useDeleteState = (id: string) =>
  useStatesCommand(id, (name: string) => remove<SavedState>(pathOf(id, name)));

export const useRestoreState = (id: string) =>
  useStatesCommand(id, (name: string) => post<SavedState>(`${pathOf(id, name)}/restore`, {}));
