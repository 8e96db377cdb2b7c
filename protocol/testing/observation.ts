import type { Observation } from '../observation.ts';

/** What eyes see of a frame for certain: one cell of a resting overworld, but for what is changed. */
export const seen = (frame: number, change: Partial<Observation> = {}): Observation => ({
  frame,
  mode: 'overworld',
  modeConfidence: 1,
  columns: 1,
  rows: 1,
  cells: [1],
  cellConfidence: [100],
  aligned: true,
  scroll: { dx: 0, dy: 0 },
  ...change,
});
