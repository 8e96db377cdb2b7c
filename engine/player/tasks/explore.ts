import type { Doing, Mind } from '../skills/skill.ts';
import { type WalkResult, walk } from '../skills/walk.ts';
import { type Cell, classIndex, type Direction, directions } from '../world/grid.ts';
import type { Place } from '../world/place.ts';
import type { Routes } from '../world/routes.ts';

/** Cells walked before looking again. */
const stretch = 5;
/** A longer way is worth it when this much more of the unknown comes into sight. */
const costWeight = 0.6;
const headingWeight = 1.3;
/** Cells that come into sight beyond this do not make a target better. */
const enoughGain = 14;

interface Target {
  cell: Cell;
  gain: number;
  value: number;
}

/**
 * Goes where the most unknown comes into sight for the least walking, with a leaning towards `heading`.
 * Returns what became of the walk, or 'exhausted' when nothing unknown can be reached.
 */
export function* explore(
  mind: Mind,
  routes: Routes,
  heading: Direction | null,
  why: string,
): Doing<WalkResult | 'exhausted'> {
  const { world } = mind;
  const place = world.place!;
  const target = bestTarget(mind, place, routes, heading);
  const route = target && routes.to(target.cell);
  if (!target || !route || route.steps.length === 0) return 'exhausted';
  const steps = route.steps.slice(0, stretch);
  mind.intend({
    skill: 'explore',
    action: `walk ${inWords(steps)}`,
    why: `${why}; about ${Math.round(target.gain)} unknown cells come into sight there`,
    confidence: Math.min(0.95, 0.4 + target.gain / 20),
    steps,
  });
  return yield* walk(mind, steps);
}

const bestTarget = (mind: Mind, place: Place, routes: Routes, heading: Direction | null): Target | null => {
  const { world } = mind;
  let best: Target | null = null;
  for (const cell of routes.reachable) {
    const gain = gainAt(mind, place, cell);
    if (gain < 1) continue;
    const ahead = heading
      ? (cell.x - world.position.x) * directions[heading].x +
        (cell.y - world.position.y) * directions[heading].y
      : 0;
    const value = Math.min(gain, enoughGain) - costWeight * routes.costTo(cell) + headingWeight * ahead;
    if (!best || value > best.value) best = { cell, gain, value };
  }
  return best;
};

/** How much of the unknown comes into sight from a cell; unknown ground next to known ground counts most. */
const gainAt = (mind: Mind, place: Place, cell: Cell): number => {
  const { shape } = mind.world;
  const left = cell.x - shape.playerColumn;
  const top = cell.y - shape.playerRow;
  let gain = 0;
  for (let y = top; y < top + mind.seen.rows; y++) {
    for (let x = left; x < left + mind.seen.columns; x++) {
      if (place.classAtXY(x, y) === undefined) gain += opensAt(place, x, y) ? 2 : 0.25;
    }
  }
  return gain;
};

/** Whether an unknown cell touches ground that can be walked on. */
const opensAt = (place: Place, x: number, y: number): boolean =>
  isOpen(place.classAtXY(x, y - 1)) ||
  isOpen(place.classAtXY(x, y + 1)) ||
  isOpen(place.classAtXY(x - 1, y)) ||
  isOpen(place.classAtXY(x + 1, y));

const isOpen = (index: number | undefined): boolean => index !== undefined && openClasses.has(index);

const openClasses = new Set(['floor', 'grass', 'ledge'].map((name) => classIndex(name as 'floor')));

/** "up 3, left 1". */
export const inWords = (steps: Direction[]): string => {
  const parts: string[] = [];
  for (let i = 0; i < steps.length; ) {
    let length = 1;
    while (steps[i + length] === steps[i]) length++;
    parts.push(`${steps[i]} ${length}`);
    i += length;
  }
  return parts.join(', ');
};
