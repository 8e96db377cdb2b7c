import { type CellClass, cellClasses } from '../../../protocol/words.ts';
import { cellColours, cellStrength } from './cell-colours.ts';
import type { Placed } from './overlay-track.ts';

/** Side of a cell in pixels of the game. */
const cellPixels = 16;

/** Classes that cover areas: an edge around each cell would make a lattice of them. */
const plain = new Set<CellClass>(['floor', 'wall', 'text']);

/** Draws what the eyes see, cell by cell, at `factor` screen pixels for one of the game. */
export const drawOverlay = (context: CanvasRenderingContext2D, placed: Placed, factor: number): void => {
  const { seen } = placed;
  const side = cellPixels * factor;
  const line = Math.max(1, Math.round(factor / 2));
  context.lineWidth = line;
  for (const [index, cell] of seen.cells.entries()) {
    const name = cellClasses[cell] ?? 'void';
    const colour = cellColours[name];
    if (!colour) continue;
    // The ground moves under the player's figure, which stays where it is on the screen.
    const fixed = name === 'player';
    const x = (index % seen.columns) * side - (fixed ? 0 : placed.x * factor);
    const y = Math.floor(index / seen.columns) * side - (fixed ? 0 : placed.y * factor);
    // A doubtful cell is drawn faintly: the viewer sees the eyes hesitate.
    const sure = (seen.cellConfidence[index] ?? 0) / 100;
    context.fillStyle = colour;
    context.strokeStyle = colour;
    context.globalAlpha = cellStrength(name) * sure;
    context.fillRect(x, y, side, side);
    if (plain.has(name)) continue;
    context.globalAlpha = sure;
    const inset = line / 2 + 1;
    context.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset);
  }
  context.globalAlpha = 1;
};
