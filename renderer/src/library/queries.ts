import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { LibraryEntry, PatchEntry } from '../../../protocol/library.ts';
import { get, getBlob, patch, post, put, remove } from '../api/client.ts';
import { useEngine } from '../stream/engine.tsx';

export const libraryKey = ['library'] as const;

/** The games. Looked at anew each time they are shown: play changes them, and files come and go. */
export const useLibrary = () =>
  useQuery({ queryKey: libraryKey, queryFn: () => get<LibraryEntry[]>('/v1/library'), staleTime: 0 });

/** The picture of a game, ready to be drawn; undefined while there is none. */
export const useArt = ({ id, art }: Pick<LibraryEntry, 'id' | 'art'>) =>
  useQuery({
    queryKey: ['art', id, art],
    queryFn: async () => createImageBitmap(await getBlob(`/v1/library/${id}/art.png`)),
    enabled: art > 0,
  }).data;

type Change =
  | { id: string; verb: 'patch'; body: PatchEntry }
  | { id: string; verb: 'remove' | 'restore' | 'unpin' }
  | { id: string; verb: 'pin'; session: string };

const send = (change: Change): Promise<unknown> => {
  const path = `/v1/library/${change.id}`;
  switch (change.verb) {
    case 'patch':
      return patch(path, change.body);
    case 'remove':
      return remove(path);
    case 'restore':
      return post(`${path}/restore`);
    case 'unpin':
      return remove(`${path}/art`);
    case 'pin':
      return put(`${path}/art`, { session: change.session });
  }
};

/** Changes a game of the library. A refusal is posted on the problem board. */
export const useChangeGame = () => {
  const queries = useQueryClient();
  const { problems } = useEngine();
  return useMutation({
    mutationFn: send,
    onMutate: () => problems.clear(),
    onSettled: () => queries.invalidateQueries({ queryKey: libraryKey }),
    onError: (error) => problems.add(error),
  });
};
