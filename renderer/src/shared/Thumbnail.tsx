import { useQuery } from '@tanstack/react-query';
import { getBlob } from '../api/client.ts';
import { Bitmap } from './Bitmap.tsx';
import classes from './Thumbnail.module.css';

/**
 * A picture of a game, by its path in the API; null: none, an empty frame. What it shows stands beside it in words,
 * so it is silent.
 */
export const Thumbnail = ({ path, version }: { path: string | null; version?: string }) => {
  const picture = useQuery({
    queryKey: ['thumbnail', path, version],
    queryFn: async () => createImageBitmap(await getBlob(path ?? '')),
    enabled: path !== null,
    staleTime: Number.POSITIVE_INFINITY,
    // Hundreds pass by while somebody looks along the timeline.
    gcTime: 30_000,
    retry: false,
    placeholderData: (before) => before,
  }).data;
  return (
    <span className={classes.frame} aria-hidden data-testid="thumbnail" data-drawn={picture !== undefined}>
      {picture && <Bitmap picture={picture} className={classes.picture} />}
    </span>
  );
};
