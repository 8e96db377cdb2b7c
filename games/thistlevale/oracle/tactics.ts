import type { ReferenceGame } from '../../reference.ts';
import type { Action } from './decide.ts';
import { moveOf } from './facts.ts';

/** What the oracle wants from battles. */
export interface Tactics {
  /** With wild monsters: beat them, run, or catch them; a function decides by species. */
  wild: 'beat' | 'flee' | 'catch';
  /** Species that are caught wherever they show themselves. */
  wanted: readonly string[];
  /** Share of HP below which it runs from wild monsters that it would beat otherwise. */
  courage: number;
  /** A decision that goes before all others; null: as usual. */
  plan?: (game: ReferenceGame) => Action | null;
  /** Default: yes. Holding B keeps a monster as it is. */
  evolve?: boolean;
  /** Fights wild monsters however hard they are. */
  brave?: boolean;
  /** Balms and cures may be used in battle. */
  useItems: boolean;
  /** What to do with a move that a monster could learn: its slot to give up, or null to go without. */
  forget: (known: readonly string[], move: string) => number | null;
}

/** Strength of a move for someone who must choose four of them. */
export type MoveWorth = (move: string) => number;

/** Keeps the strongest four. */
export const keepStrongest =
  (worth: MoveWorth): Tactics['forget'] =>
  (known, move) => {
    const values = known.map(worth);
    const least = Math.min(...values);
    return worth(move) > least ? values.indexOf(least) : null;
  };

/** Strength of a move for someone who fights with it from now on. */
export const strengthOf: MoveWorth = (id) => {
  const { power, effect, accuracy = 100 } = moveOf(id);
  if (!power) return effect === 'sleep' ? 20 : 0;
  const hits = effect === 'double-hit' ? 2 : effect === 'multi-hit' ? 3 : 1;
  return (power * hits * accuracy) / 100;
};

/** Beats what comes while it is strong enough, helps itself in trainers' battles, and keeps strong moves. */
export const usualTactics = (): Tactics => ({
  wild: 'beat',
  wanted: [],
  courage: 0.35,
  useItems: true,
  forget: keepStrongest(strengthOf),
});
