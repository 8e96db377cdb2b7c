import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { getBlob } from '../api/client.ts';
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
  const canvas = useRef<HTMLCanvasElement>(null);
  // Drawn rather than shown as an image: the window's policy allows no images but its own files.
  useEffect(() => {
    if (picture) canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <span className={classes.frame} aria-hidden data-testid="thumbnail" data-drawn={picture !== undefined}>
      {picture && (
        <canvas ref={canvas} width={picture.width} height={picture.height} className={classes.picture} />
      )}
    </span>
  );
};
