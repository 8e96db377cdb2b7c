import type { LibraryEntry } from '../../../protocol/library.ts';
import { ago } from '../shared/ago.ts';
import { texts } from '../texts.ts';
import { likeLast } from './play-like-last.ts';

const words = texts.library;

const timeOf = (seconds: number): string | null => {
  if (seconds < 60) return null;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? words.minutes(minutes) : words.hours((seconds / 3600).toFixed(1));
};

/** When and how long a game was played. */
export const playedWords = ({ lastPlayedAt, secondsPlayed }: LibraryEntry): string =>
  lastPlayedAt === null ? words.never : words.played(ago(lastPlayedAt), timeOf(secondsPlayed));

/** What one click will do. */
export const clickWords = (entry: LibraryEntry): string => {
  const { goal, player } = likeLast(entry);
  if (entry.goals.length === 0) return player === 'random' ? words.randomly : words.byHand;
  const title = entry.goals.find(({ name }) => name === goal)?.title;
  return title ? words.goalOf(title) : words.freely;
};
