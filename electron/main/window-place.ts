import type { Rectangle } from 'electron';

export interface WindowPlace {
  /** null: wherever the system puts it. */
  x: number | null;
  y: number | null;
  width: number;
  height: number;
  maximized: boolean;
}

/** Wide enough for the picture at five times its size beside the column of figures. */
export const usualPlace: WindowPlace = { x: null, y: null, width: 1440, height: 960, maximized: false };
export const leastSize = { width: 720, height: 560 };

const isPlace = (value: unknown): value is WindowPlace => {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, maximized } = value as Record<string, unknown>;
  const numbers = [width, height, x ?? 0, y ?? 0];
  return numbers.every((n) => typeof n === 'number' && Number.isFinite(n)) && typeof maximized === 'boolean';
};

/**
 * The place to open the window at: the remembered one if it can still be reached on one of the screens (given as
 * their usable areas), else the usual one, no larger than the first screen.
 */
export const placeFor = (remembered: unknown, screens: readonly Rectangle[]): WindowPlace => {
  const first = screens[0];
  const limited = (place: WindowPlace): WindowPlace => ({
    ...place,
    width: Math.max(leastSize.width, Math.min(place.width, first?.width ?? place.width)),
    height: Math.max(leastSize.height, Math.min(place.height, first?.height ?? place.height)),
  });
  if (!isPlace(remembered)) return limited(usualPlace);
  const { x, y, width } = remembered;
  // A strip of the title bar has to be on a screen, or nobody could drag the window back.
  const reachable =
    x != null &&
    y != null &&
    screens.some(
      (screen) =>
        x + width > screen.x + 80 &&
        x < screen.x + screen.width - 80 &&
        y >= screen.y - 8 &&
        y < screen.y + screen.height - 40,
    );
  return limited(reachable ? remembered : { ...remembered, x: null, y: null });
};
