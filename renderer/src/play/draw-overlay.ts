import type { Observation } from '../../../protocol/observation.ts';
import { cellClasses } from '../../../protocol/words.ts';
import { cellColours, cellStrength } from './cell-colours.ts';

/** Side of a cell in pixels of the game. */
const cellPixels = 16;

/** Draws what the eyes see, cell by cell, at `factor` screen pixels for one of the game. */
export const drawOverlay = (context: CanvasRenderingContext2D, seen: Observation, factor: number): void => {
  const side = cellPixels * factor;
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.lineWidth = Math.max(1, Math.round(factor / 2));
  for (let row = 0; row < seen.rows; row++) {
    for (let column = 0; column < seen.columns; column++) {
      const index = row * seen.columns + column;
      const name = cellClasses[seen.cells[index] ?? 0] ?? 'void';
      const colour = cellColours[name];
      if (!colour) continue;
      const sure = (seen.cellConfidence[index] ?? 0) / 100;
      const x = column * side;
      const y = row * side;
      context.fillStyle = colour;
      context.strokeStyle = colour;
      // A doubtful cell is drawn faintly: the viewer sees the eyes hesitate.
      context.globalAlpha = cellStrength(name) * sure;
      context.fillRect(x, y, side, side);
      if (name === 'floor' || name === 'wall') continue;
      context.globalAlpha = sure;
      const inset = context.lineWidth / 2 + 1;
      context.strokeRect(x + inset, y + inset, side - 2 * inset, side - 2 * inset);
    }
  }
  context.globalAlpha = 1;
};
