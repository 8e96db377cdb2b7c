/** One line of a plot; null where there is no value. */
export interface Line {
  name: string;
  values: readonly (number | null)[];
  colour: LineColour;
  /** Drawn broken, for what is the other one of two. */
  dashed?: boolean;
  /** A bar for each point instead of a line. */
  bars?: boolean;
}
export type LineColour = 'ai' | 'blue' | 'amber' | 'grey';
