import { IconDeviceGamepad } from '@tabler/icons-react';
import type { LibraryEntry } from '../../../protocol/library.ts';
import { Bitmap } from '../shared/Bitmap.tsx';
import classes from './GameArt.module.css';
import { useArt } from './queries.ts';

/** A game's picture, taken from play; a plain sign until there is one. Its name stands beside it, so it is silent. */
export const GameArt = ({ entry }: { entry: LibraryEntry }) => {
  const picture = useArt(entry);
  return (
    <span
      className={classes.art}
      data-lost={entry.file !== 'there'}
      data-testid="art"
      data-art={picture ? entry.art : 0}
    >
      {picture ? (
        <Bitmap picture={picture} className={classes.picture} />
      ) : (
        <span className={classes.none} aria-hidden>
          <IconDeviceGamepad size={64} stroke={1} />
        </span>
      )}
    </span>
  );
};
