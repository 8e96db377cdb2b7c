import type { CellClass } from '../../../protocol/words.ts';

/**
 * Colour of each cell class in the overlay and its legend. Bright enough for the game's dark and light tiles,
 * and told apart also by those who see no red and green: the classes that matter differ in lightness too.
 * null: drawn as nothing, because it would cover the picture without telling anything.
 */
export const cellColours: Record<CellClass, string | null> = {
  void: null,
  floor: '#f4f4f5',
  wall: '#52525b',
  door: '#fb923c',
  grass: '#4ade80',
  ledge: '#a16207',
  person: '#f472b6',
  sign: '#fde047',
  gate: '#a78bfa',
  player: '#22d3ee',
  text: '#60a5fa',
};

/** How much of the picture a class covers: what is everywhere stays faint. */
export const cellStrength = (name: CellClass): number => {
  if (name === 'floor') return 0.1;
  if (name === 'wall' || name === 'grass') return 0.26;
  return 0.32;
};
