import { cpus, loadavg, totalmem } from 'node:os';

/** One line of the table: what was measured, and what we want of it. */
export interface AppFigure {
  what: string;
  /** In words, with unit. */
  measured: string;
  /** In words; absent: there is no wish, the figure explains another. */
  wanted?: string;
  holds?: boolean;
}

/** The value at a share of a sorted list: 0.5 the median. NaN of an empty list. */
export const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;

/** The machine in a line, with its load: a figure says little without them. */
export const machine = (): string => {
  const processor = cpus()[0]?.model ?? 'unknown processor';
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  return `${cpus().length} × ${processor}, ${memory} GB, load ${loadavg()[0]!.toFixed(1)}`;
};

/** The figures as text, one a line. */
export const table = (figures: readonly AppFigure[]): string => {
  const cells = figures.map(({ what, measured, wanted, holds }) => [
    what,
    measured,
    wanted ? `${holds ? '✓' : '✗'} ${wanted}` : '',
  ]);
  const widths = [0, 1].map((column) => Math.max(...cells.map((line) => line[column]!.length)));
  return cells
    .map(([what, measured, wanted]) =>
      `${what!.padEnd(widths[0]!)}  ${measured!.padEnd(widths[1]!)}  ${wanted}`.trimEnd(),
    )
    .join('\n');
};
