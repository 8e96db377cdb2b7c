/** The game's arithmetic once more, in whole numbers without limits: what the C code is held against. */
import { readBattleData } from '../tools/battle-data.js';

const root = new URL('..', import.meta.url).pathname;
/** data/*.json with references as numbers. */
export const data = readBattleData(root);

const { floor, max, min } = Math;
const rates = [5, 6, 8];
const percents = [25, 28, 33, 40, 50, 66, 100, 150, 200, 250, 300, 350, 400];
export const highestLevel = 40;
const none = 255;

export const experienceAt = (growth: number, level: number): number =>
  level <= 1 ? 0 : floor((level * level * rates[growth]!) / 8) * level;
const scaled = (base: number, gene: number, level: number): number =>
  floor(((base + gene) * 2 * level) / 100);
export const statValue = (base: number, gene: number, level: number): number => scaled(base, gene, level) + 5;
export const hpValue = (base: number, gene: number, level: number): number =>
  scaled(base, gene, level) + level + 10;
export const geneOf = (genes: number, at: number): number => floor(genes / 16 ** at) % 16;
export const hpGene = (genes: number): number =>
  [0, 1, 2, 3].reduce((sum, at) => sum * 2 + (geneOf(genes, at) % 2), 0);

export const staged = (stat: number, stage: number): number =>
  stage === 7 ? stat : max(1, floor((stat * percents[stage - 1]!) / 100));
export const baseDamage = (level: number, power: number, attack: number, defense: number): number =>
  min(997, floor(floor((floor((2 * level) / 5 + 2) * power * attack) / defense) / 50) + 2);
export const finalDamage = (damage: number, own: number, one: number, two: number, roll: number): number => {
  if (one === 0 || two === 0) return 0;
  const strong = own ? damage + floor(damage / 2) : damage;
  return max(1, floor((floor((floor((strong * one) / 2) * two) / 2) * roll) / 255));
};
export const hitChance = (accuracy: number, stage: number): number =>
  accuracy === 0 ? 255 : min(255, staged(floor((accuracy * 255) / 100), stage));
export const catchChance = (rate: number, orb: number, hp: number, most: number, status: number): number => {
  const value = floor((min(255, floor((rate * orb) / 10)) * (3 * most - 2 * hp)) / (3 * most));
  const eased = status === 1 ? value * 2 : status === 0 ? value : value + floor(value / 2);
  return max(1, min(255, eased));
};
export const fleeChance = (own: number, foe: number, attempts: number): number =>
  own >= foe ? 255 : min(255, floor((own * 128) / foe) + attempts * 30);
export const experienceYield = (gift: number, level: number, sharers: number, trainer: number): number => {
  const value = floor(floor((gift * level) / 7) / sharers);
  return max(1, trainer ? value + floor(value / 2) : value);
};

/** The fields that tools/battle-check.c prints of a monster. */
export interface Grown {
  level: number;
  experience: number;
  stats: number[];
  moves: number[];
}

/** What a species is at a level, with genes. */
export const grown = (species: number, level: number, genes: number, experience?: number): Grown => {
  const { base, growth, moves } = data.species[species]!;
  const known: number[] = [];
  for (let at = 1; at <= level; at++)
    for (const [learnt, move] of moves as [number, number][])
      if (learnt === at && !known.includes(move)) known.push(move);
  const four = known.slice(-4);
  return {
    level,
    experience: experience ?? experienceAt(growth, level),
    stats: [
      hpValue(base[0]!, hpGene(genes), level),
      ...[1, 2, 3, 4].map((stat) => statValue(base[stat]!, geneOf(genes, stat - 1), level)),
    ],
    moves: [0, 1, 2, 3].map((slot) => four[slot] ?? none),
  };
};

/** The level that experience stands for, from a known one on. */
export const levelFor = (growth: number, level: number, experience: number): number => {
  let at = level;
  while (at < highestLevel && experience >= experienceAt(growth, at + 1)) at++;
  return at;
};
