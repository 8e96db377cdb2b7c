import type { LibraryEntry } from '../../../protocol/library.ts';
import type { Session } from '../../../protocol/sessions.ts';
import { useGames } from '../api/queries.ts';
import { createLike } from '../play/create-like.ts';
import type { Start } from './play-like-last.ts';
import { ResumeStrip } from './ResumeStrip.tsx';

/** A session that can go on. */
export type Last = Session;

/**
 * The session to go on with, if there is one: the newest that left an autosave, unless it reached its goal. One that
 * never got going has nothing to resume, and is looked past.
 */
export const lastResumable = (sessions: readonly Session[]): Last | null => {
  const newestFirst = [...sessions].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const last = newestFirst.find(({ autosave }) => autosave !== null);
  return last && last.end?.reason !== 'goal-reached' ? last : null;
};

interface Props {
  last: Last;
  entries: readonly LibraryEntry[];
  busy: boolean;
  onStart: (start: Start) => void;
}

export const ResumeLast = ({ last, entries, busy, onStart }: Props) => {
  const games = useGames().data ?? [];
  const entry =
    entries.find(({ game }) => game === last.game) ?? entries.find(({ sha256 }) => sha256 === last.romSha256);
  const resume = () => {
    const { game: _game, rom: _rom, ...like } = createLike(last, games);
    // By its place in the library: the file may have been moved since.
    onStart(
      entry
        ? { ...like, entry: entry.id, resumeFrom: last.id }
        : { ...createLike(last, games), resumeFrom: last.id },
    );
  };
  return <ResumeStrip session={last} entry={entry} busy={busy} onResume={resume} />;
};
