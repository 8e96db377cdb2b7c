import { type CellClass, cellClasses } from '../../../protocol/words.ts';
import { cellStrength, palettes } from './cell-colours.ts';
import type { Looks } from './looks/looks.ts';
import type { Placed } from './overlay-track.ts';

/** Side of a cell in pixels of the game. */
const cellPixels = 16;

/** Classes that cover areas: an edge around each cell would make a lattice of them. */
const plain = new Set<CellClass>(['floor', 'wall', 'text']);

/** Draws what the eyes see, cell by cell, at `factor` screen pixels for one of the game. */
export const drawOverlay = (
  context: OffscreenCanvasRenderingContext2D,
  placed: Placed,
  factor: number,
  looks: Looks,
): void => {
  const { seen } = placed;
  const side = cellPixels * factor;
  const line = Math.max(1, Math.round(factor / 2));
  const strength = looks.strength / 100;
  const palette = palettes[looks.palette];
  for (const [index, cell] of seen.cells.entries()) {
    const name = cellClasses[cell] ?? 'void';
    const colour = palette[name];
    // The ground moves under the player's figure, which stays where it is on the screen.
    const fixed = name === 'player';
    const x = (index % seen.columns) * side - (fixed ? 0 : placed.x * factor);
    const y = Math.floor(index / seen.columns) * side - (fixed ? 0 : placed.y * factor);
    if (looks.grid) drawGridCell(context, x, y, side, strength);
    if (!colour) continue;
    context.lineWidth = line;
    // A doubtful cell is drawn faintly: the viewer sees the eyes hesitate.
    const sure = (seen.cellConfidence[index] ?? 0) / 100;
    context.fillStyle = colour;
    context.strokeStyle = colour;
    if (looks.cells) {
      context.globalAlpha = Math.min(1, cellStrength(name) * sure * strength);
      context.fillRect(x, y, side, side);
    }
    if (!looks.edges || plain.has(name)) continue;
    context.globalAlpha = Math.min(1, sure * strength);
    const inset = line / 2 + 1;
    context.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset);
  }
  context.globalAlpha = 1;
};

/** A dark and a light line beside each other: one of them shows on any ground. */
const drawGridCell = (
  context: OffscreenCanvasRenderingContext2D,
  x: number,
  y: number,
  side: number,
  strength: number,
): void => {
  context.globalAlpha = Math.min(1, 0.35 * strength);
  context.fillStyle = '#000';
  context.fillRect(x, y, side, 1);
  context.fillRect(x, y, 1, side);
  context.fillStyle = '#fff';
  context.fillRect(x, y + 1, side, 1);
  context.fillRect(x + 1, y, 1, side);
};
