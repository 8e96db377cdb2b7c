import type { Button } from '../../../protocol/words.ts';

export type Combo = 'turn' | 'pause';

/**
 * Two buttons that no game uses together, told apart by which comes first. Start held, then Select: whose turn it is.
 * Select held, then Start: pause.
 */
export const comboOf = (before: ReadonlySet<Button>, held: ReadonlySet<Button>): Combo | null => {
  if (!held.has('start') || !held.has('select')) return null;
  if (before.has('start') === before.has('select')) return null;
  return before.has('start') ? 'turn' : 'pause';
};
