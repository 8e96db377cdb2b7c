import { useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../../protocol/sessions.ts';
import { useStartSession } from '../api/commands.ts';
import { problemIn } from '../api/problem.ts';
import { Waiting } from '../app/Waiting.tsx';
import { ProblemAlert } from '../shared/ProblemAlert.tsx';
import { texts } from '../texts.ts';
import classes from './Home.module.css';
import { LibraryView } from './LibraryView.tsx';
import { likeLast, type Start } from './play-like-last.ts';
import { libraryKey, useLibrary } from './queries.ts';
import { lastResumable } from './ResumeLast.tsx';
import { Welcome } from './Welcome.tsx';

interface Props {
  sessions: readonly Session[];
  onStarted: (id: string) => void;
}

/** Shown while nothing runs: the welcome the first time, the library ever after. */
export const Home = ({ sessions, onStarted }: Props) => {
  const library = useLibrary();
  const queries = useQueryClient();
  const start = useStartSession(({ id }) => onStarted(id));
  // A game that does not start may have lost its file since the list was made: the card shall say so.
  const refresh = () => queries.invalidateQueries({ queryKey: libraryKey });
  const begin = (wanted: Start) => start.mutate(wanted, { onError: refresh });
  if (library.isPending) return <Waiting words={texts.library.loading} />;
  if (library.error) return <ProblemAlert problem={problemIn(library.error)} m="xl" />;
  const [only, ...others] = library.data;
  const first =
    only && others.length === 0 && only.file === 'there' && only.timesPlayed === 0 && sessions.length === 0;
  return (
    <div className={classes.home} data-testid="start-card">
      {first ? (
        <Welcome entry={only} busy={start.isPending} onPlay={() => begin(likeLast(only))} />
      ) : (
        <LibraryView
          entries={library.data}
          last={lastResumable(sessions)}
          busy={start.isPending}
          onStart={begin}
        />
      )}
    </div>
  );
};
