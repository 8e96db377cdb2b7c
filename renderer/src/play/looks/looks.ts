import { useLocalStorage } from '@mantine/hooks';

export const paletteNames = ['bright', 'safe', 'mono'] as const;
export type PaletteName = (typeof paletteNames)[number];

/** What is drawn over the picture, and how. */
export interface Looks {
  cells: boolean;
  edges: boolean;
  grid: boolean;
  /** The line of what is read, and the legend. */
  reads: boolean;
  palette: PaletteName;
  /** Percent of the usual strength. */
  strength: number;
}

export const usualLooks: Looks = {
  cells: true,
  edges: true,
  grid: false,
  reads: true,
  palette: 'bright',
  strength: 100,
};

/** The weakest that can still be seen, and twice as strong as usual. */
export const strengthRange = { min: 20, max: 200 } as const;

/** Looks out of what was stored: by this version, an earlier one, or somebody's hand. */
export const readLooks = (stored: unknown): Looks => {
  const given = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  const looks = { ...usualLooks };
  for (const name of ['cells', 'edges', 'grid', 'reads'] as const) {
    if (typeof given[name] === 'boolean') looks[name] = given[name];
  }
  const palette = paletteNames.find((name) => name === given.palette);
  if (palette) looks.palette = palette;
  const { strength } = given;
  if (typeof strength === 'number' && Number.isFinite(strength)) {
    looks.strength = Math.round(Math.min(strengthRange.max, Math.max(strengthRange.min, strength)));
  }
  return looks;
};

/** How the overlay looks, kept in this browser. */
export const useLooks = () =>
  useLocalStorage<Looks>({
    key: 'eevee.looks',
    defaultValue: usualLooks,
    getInitialValueInEffect: false,
    deserialize: (text) => {
      try {
        return readLooks(JSON.parse(text ?? 'null'));
      } catch {
        return usualLooks;
      }
    },
  });
