import type { CellClass } from '../../../protocol/words.ts';
import type { PaletteName } from './looks/looks.ts';

/** A colour for each cell class; null: drawn as nothing, because it would cover the picture without telling anything. */
export type Palette = Record<CellClass, string | null>;

/** Bright enough for the game's dark and light tiles; the classes that matter differ in lightness too. */
const bright: Palette = {
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

/**
 * Okabe and Ito's eight colours, told apart with any kind of colour blindness (Color Universal Design, 2008), and
 * lighter or darker relatives of them where eight are not enough.
 */
const safe: Palette = {
  void: null,
  floor: '#ffffff',
  wall: '#3f3f46',
  door: '#e69f00',
  grass: '#009e73',
  ledge: '#7a4a00',
  person: '#cc79a7',
  sign: '#f0e442',
  gate: '#d55e00',
  player: '#56b4e9',
  text: '#0072b2',
};

/** Lightness alone, for those who see no colours or want none. */
const mono: Palette = {
  void: null,
  floor: '#e4e4e7',
  wall: '#27272a',
  door: '#ffffff',
  grass: '#a1a1aa',
  ledge: '#52525b',
  person: '#ffffff',
  sign: '#ffffff',
  gate: '#ffffff',
  player: '#ffffff',
  text: '#71717a',
};

export const palettes: Record<PaletteName, Palette> = { bright, safe, mono };

/** How much of the picture a class covers: what is everywhere stays faint. */
export const cellStrength = (name: CellClass): number => {
  if (name === 'floor') return 0.1;
  if (name === 'wall' || name === 'grass') return 0.26;
  return 0.32;
};
