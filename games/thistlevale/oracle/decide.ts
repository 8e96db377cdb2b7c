import type { ReferenceGame } from '../../reference.ts';
import { bestMove, damageOf, matchUp, threatOf, turnsToBeat } from './damage.ts';
import type { Item } from './facts.ts';
import { bagOf, battleType, type Fighter, fighterOf, type Monster, partyOf } from './senses.ts';
import type { Tactics } from './tactics.ts';

/** What to do in a turn. */
export type Action =
  | { do: 'move'; slot: number }
  | { do: 'switch'; place: number }
  | { do: 'item'; item: Item; place: number }
  | { do: 'orb'; item: Item }
  | { do: 'run' };

/** Values of a monster's status. */
const asleep = 1;
const poisoned = 2;
const burnt = 3;
/** A match-up that is so much better is worth the turn that a switch costs. */
const worthSwitching = 2;
/** Match-up of the best member from which on a wild monster is fought. */
const worthFighting = 1.3;
/** Share of the catch chance with which throwing is better than going on to tire the foe. */
const goodChance = 0.6;

/** More turns than anything takes: who catches does not beat. */
const mostTurns = 99;

interface Scene {
  own: Fighter;
  foe: Fighter;
  party: Monster[];
  bag: { item: Item; count: number }[];
}

/** The action for this turn. */
export const decide = (game: ReferenceGame, tactics: Tactics): Action => {
  const scene: Scene = {
    own: fighterOf(game, 'wBattleMon'),
    foe: fighterOf(game, 'wEnemyMon'),
    party: partyOf(game),
    bag: bagOf(game),
  };
  if (game.number('wBattleType') === battleType.wild) {
    const wanted = tactics.wild === 'catch' || tactics.wanted.includes(scene.foe.species.id);
    const caught = wanted ? catching(scene, tactics) : null;
    if (caught) return caught;
    if (tactics.wild === 'flee' || isTooHard(scene, tactics)) return { do: 'run' };
  }
  return fighting(scene, tactics);
};

/** Chance of an orb to hold, as battle/engine/formulas.c has it. */
export const catchChance = (foe: Monster, orb: Item): number => {
  const value = Math.min(255, (foe.species.catchRate * (orb.value ?? 10)) / 10);
  const tired = (value * (3 * foe.maxHp - 2 * foe.hp)) / (3 * foe.maxHp);
  return Math.min(1, (tired * (foe.status === asleep ? 2 : foe.status ? 1.5 : 1)) / 255);
};

/** HP that poison or a burn takes after each turn. */
const lossOf = ({ status, maxHp }: Monster): number =>
  status === poisoned ? maxHp / 8 : status === burnt ? maxHp / 16 : 0;

/** Throws the cheapest orb that is good enough, or tires the foe first; null without orbs. */
const catching = (scene: Scene, tactics: Tactics): Action | null => {
  const { own, foe, party, bag } = scene;
  const orbs = bag
    .filter(({ item, count }) => item.kind === 'orb' && count > 0)
    .map(({ item, count }) => ({ item, count, chance: catchChance(foe, item) }))
    .sort((a, b) => a.item.price - b.item.price);
  const total = orbs.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const sure = orbs.find(({ chance }) => chance >= 0.99);
  if (sure) return { do: 'orb', item: sure.item };
  const danger = threatOf(foe, own) + lossOf(own);
  const helped = tactics.useItems ? helpedByItem(scene, danger, mostTurns) : null;
  if (helped) return helped;
  const gentle = gentleMove(own, foe);
  const safe = own.hp > 2 * danger || party.filter(({ hp }) => hp > 0).length === 1;
  const best = orbs.reduce((a, b) => (b.chance > a.chance ? b : a));
  if (foe.status !== asleep && gentle !== null && safe && own.hp > 1.2 * danger && best.chance < goodChance)
    return { do: 'move', slot: gentle };
  return { do: 'orb', item: (orbs.find(({ chance }) => chance >= goodChance) ?? best).item };
};

/** A move that brings the foe nearer to sleep or to its last HP and surely does not beat it; null: none. */
const gentleMove = (own: Fighter, foe: Fighter): number | null => {
  const quiet = own.moves.find(({ move, pp }) => pp > 0 && move.effect === 'sleep' && foe.status === 0);
  if (quiet) return quiet.slot;
  const blows = own.moves
    .map(({ slot, move, pp }) => ({ slot, pp, damage: damageOf(own, foe, move), effect: move.effect }))
    // A lucky hit does twice as much, and moves that hit often may hit five times.
    .filter(({ pp, damage, effect }) => {
      const most = (damage * 1.08 * 2 * (effect === 'multi-hit' ? 5 / 3 : 1)) | 0;
      return pp > 0 && damage > 0 && most < foe.hp;
    })
    .sort((a, b) => b.damage - a.damage);
  if (blows[0]) return blows[0].slot;
  const numbing = own.moves.find(({ move, pp }) => pp > 0 && move.effect === 'numb' && foe.status === 0);
  return numbing?.slot ?? null;
};

/** Whether a wild monster would cost more than it is worth. */
const isTooHard = ({ own, foe, party }: Scene, { courage, brave }: Tactics): boolean =>
  !brave &&
  (own.hp < courage * own.maxHp || Math.max(...party.map((member) => matchUp(member, foe))) < worthFighting);

const fighting = (scene: Scene, tactics: Tactics): Action => {
  const { own, foe, party } = scene;
  const best = bestMove(own, foe);
  const threat = threatOf(foe, own);
  const toBeat = turnsToBeat(own, foe);
  const first = own.speed > foe.speed;
  const winsNow = best !== null && best.damage * 0.92 >= foe.hp && (first || threat * 1.1 < own.hp);
  if (!winsNow) {
    const helped = tactics.useItems ? helpedByItem(scene, threat, toBeat) : null;
    if (helped) return helped;
    const other = betterPlace(party, own, foe);
    if (other !== null) return { do: 'switch', place: other };
  }
  return { do: 'move', slot: best?.slot ?? own.moves.find(({ pp }) => pp > 0)?.slot ?? 0 };
};

/** A drink before the blow that would end it, where it gives back more than the foe takes. */
const helpedByItem = ({ own, bag }: Scene, threat: number, toBeat: number): Action | null => {
  if (own.status === asleep && toBeat > 1) {
    const bell = bag.find(({ item }) => item.kind === 'cure' && ['sleep', 'any'].includes(item.status ?? ''));
    if (bell) return { do: 'item', item: bell.item, place: own.position };
  }
  const lives = Math.ceil(own.hp / Math.max(1, threat * 1.1));
  if (lives > 1 || toBeat <= lives || own.hp > 0.6 * own.maxHp) return null;
  const drinks = bag
    .filter(({ item, count }) => item.kind === 'heal' && count > 0)
    .map(({ item }) => ({
      item,
      gain: Math.min(item.value === 255 ? 999 : (item.value ?? 0), own.maxHp - own.hp),
    }))
    .filter(({ gain }) => gain > threat * 1.1)
    .sort((a, b) => a.item.price - b.item.price);
  return drinks[0] ? { do: 'item', item: drinks[0].item, place: own.position } : null;
};

/** Place of a member that stands much better against this foe; null: none does. */
const betterPlace = (party: readonly Monster[], own: Fighter, foe: Fighter): number | null => {
  const now = matchUp(own, foe);
  let best: number | null = null;
  let most = Math.max(now * worthSwitching, 0.8);
  for (const [place, member] of party.entries()) {
    if (place === own.position || member.hp === 0) continue;
    // It takes a blow while it comes in.
    const left = { ...member, hp: member.hp - threatOf(foe, member) };
    const value = left.hp > 0 ? matchUp(left, foe) : 0;
    if (value > most) [best, most] = [place, value];
  }
  return now < 1 ? best : null;
};

/** Who comes next after one has fallen: the best match-up. */
export const nextPlace = (game: ReferenceGame): number => {
  const foe = fighterOf(game, 'wEnemyMon');
  let best = 0;
  let most = -1;
  for (const [place, member] of partyOf(game).entries()) {
    const value = member.hp > 0 ? matchUp(member, foe) : -1;
    if (value > most) [best, most] = [place, value];
  }
  return best;
};
