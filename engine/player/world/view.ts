import type { Observation } from '../../../protocol/observation.ts';
import type { Cell } from './grid.ts';

/** Where in the view the player stands: the camera of games of this kind keeps the player in one cell. */
export interface ViewShape {
  playerColumn: number;
  playerRow: number;
}

/** One visible cell in map coordinates. */
export interface SeenCell extends Cell {
  class: number;
  /** 0–1. */
  confidence: number;
}

/** The visible cells of an observation, placed on the map for a player who stands at `position`. */
export const seenCells = (observation: Observation, position: Cell, shape: ViewShape): SeenCell[] =>
  observation.cells.map((index, i) => ({
    x: position.x + (i % observation.columns) - shape.playerColumn,
    y: position.y + Math.floor(i / observation.columns) - shape.playerRow,
    class: index,
    confidence: (observation.cellConfidence[i] ?? 0) / 100,
  }));
