import { type Move, typeFactor } from './facts.ts';
import type { Fighter, Monster } from './senses.ts';

/** Per cent that a stage leaves of a stat, from stage 1 (lowest) to 13; 7 is neutral. */
const stagePercents = [25, 28, 33, 40, 50, 66, 100, 150, 200, 250, 300, 350, 400];
const neutral = 7;
const burnt = 3;
/** Middle of the chance that every blow has: 217 to 255 of 255. */
const middleRoll = 236 / 255;
/** Hits of moves that strike more than once. */
const hits: Record<string, number> = { 'double-hit': 2, 'multi-hit': 3 };

const staged = (stat: number, stage = neutral): number =>
  Math.floor((stat * (stagePercents[stage - 1] ?? 100)) / 100);

/** HP that a move takes where it hits, without luck: the game's own formula (battle/engine/formulas.c). */
export const damageOf = (user: Monster | Fighter, target: Monster | Fighter, move: Move): number => {
  if (!move.power) return 0;
  const factor = typeFactor(move.type, target.species.types);
  if (factor === 0) return 0;
  const [up, down] = ['stages' in user ? user.stages : [], 'stages' in target ? target.stages : []];
  const force = move.kind === 'force';
  const attack = force ? staged(user.attack, up[0]) : staged(user.special, up[3]);
  const defense = force ? staged(target.defense, down[1]) : staged(target.special, down[3]);
  const strength = force && user.status === burnt ? attack / 2 : attack;
  const base = Math.floor((2 * user.level) / 5 + 2) * move.power;
  const damage = (base * strength) / Math.max(1, defense) / 50 + 2;
  const own = user.species.types.includes(move.type) ? 1.5 : 1;
  return damage * own * factor * middleRoll * (hits[move.effect ?? ''] ?? 1);
};

/** The share of tries in which a move hits. */
export const hitShare = (user: Monster | Fighter, move: Move): number =>
  move.accuracy === undefined
    ? 1
    : Math.min(1, staged(move.accuracy, 'stages' in user ? user.stages[4] : neutral) / 100);

/** The move with PP that takes most HP on average; null where none takes any. */
export const bestMove = (
  user: Monster | Fighter,
  target: Monster | Fighter,
): { slot: number; damage: number; share: number } | null => {
  let best: { slot: number; damage: number; share: number; worth: number } | null = null;
  for (const { slot, move, pp } of user.moves) {
    if (pp === 0) continue;
    const damage = damageOf(user, target, move);
    const share = hitShare(user, move);
    // More than the target has is worth no more; a blow that hurts oneself is worth less.
    const worth = Math.min(damage, target.hp * 1.1) * share * (move.effect === 'recoil' ? 0.85 : 1);
    if (worth > (best?.worth ?? 0)) best = { slot, damage, share, worth };
  }
  return best;
};

/** Most HP that the user may take from the target with one move. */
export const threatOf = (user: Monster | Fighter, target: Monster | Fighter): number =>
  Math.max(0, ...user.moves.map(({ move }) => damageOf(user, target, move)));

/** Turns that it takes to bring the target down, and the least of them. */
export const turnsToBeat = (user: Monster | Fighter, target: Monster | Fighter): number => {
  const best = bestMove(user, target);
  return best ? Math.ceil(target.hp / Math.max(1, best.damage)) / best.share : Number.POSITIVE_INFINITY;
};

/** How well a monster stands against another: turns that it lives for each that it needs. */
export const matchUp = (own: Monster | Fighter, foe: Monster | Fighter): number =>
  own.hp / Math.max(1, threatOf(foe, own)) / turnsToBeat(own, foe);
