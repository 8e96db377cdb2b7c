import type { LibraryEntry } from '../../../protocol/library.ts';
import type { CreateSession } from '../../../protocol/sessions.ts';

/** What a start consists of, as the page sends it. */
export type Start = Partial<CreateSession>;

/**
 * The request that starts a game the way it was played last; the first time for its last goal, which is the one that
 * takes the AI farthest. A game that the AI does not know is played by hand.
 */
export const likeLast = ({ id, goals, lastChoice }: LibraryEntry): Start & { entry: string } => {
  const known = goals.length > 0;
  const {
    goal = goals.at(-1)?.name ?? null,
    seed = 0,
    speed = 1,
    player = known ? 'eyes' : 'none',
  } = lastChoice ?? {};
  // A newer version of the game may have other goals than the one that was played for.
  const stillThere = goals.some(({ name }) => name === goal);
  return {
    entry: id,
    goal: stillThere ? goal : null,
    seed,
    speed,
    player: known || player !== 'eyes' ? player : 'none',
  };
};
