import { IconDeviceGamepad } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import classes from './GameArt.module.css';
import { useArt } from './queries.ts';

/** A game's picture, taken from play; a plain sign until there is one. Its name stands beside it, so it is silent. */
export const GameArt = ({ entry }: { entry: LibraryEntry }) => {
  const picture = useArt(entry);
  const canvas = useRef<HTMLCanvasElement>(null);
  // Drawn rather than shown as an image: the window's policy allows no images but its own files.
  useEffect(() => {
    if (picture) canvas.current?.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return (
    <span
      className={classes.art}
      data-lost={entry.file !== 'there'}
      data-testid="art"
      data-art={picture ? entry.art : 0}
    >
      {picture ? (
        <canvas
          ref={canvas}
          width={picture.width}
          height={picture.height}
          className={classes.picture}
          aria-hidden
        />
      ) : (
        <span className={classes.none} aria-hidden>
          <IconDeviceGamepad size={64} stroke={1} />
        </span>
      )}
    </span>
  );
};
