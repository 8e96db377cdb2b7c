/** One line of the benchmark's table, and the table. Times are in microseconds. */

export interface Times {
  p50: number;
  p99: number;
  p999: number;
}

export interface Figure {
  /** What was done, such as "eyes, one frame". */
  what: string;
  /** As fast as it goes, or once a 60th of a second as in play, where caches and clocks have cooled down. */
  pace: 'hot' | 'paced';
  ours: Times;
  rival?: { name: string; times: Times };
  /** What we want of it, in words; only for figures that have a wish. */
  wanted?: string;
  holds?: boolean;
  /** What somebody who reads the figure should know. */
  note?: string;
}

/** What one part of the benchmark brings back. */
export interface Part {
  figures: Figure[];
  /** Rivals that are not installed here, or what was left out and why. */
  skipped: string[];
  /** Whatever else belongs into the JSON, by name. */
  facts?: Record<string, unknown>;
}

/** How many times as fast as the rival, by medians. */
export const timesAsFast = ({ ours, rival }: Figure): number | undefined =>
  rival && ours.p50 > 0 ? rival.times.p50 / ours.p50 : undefined;

/** A figure that wants to be so many times as fast as its rival. */
export const wantFaster = (figure: Figure, factor: number): Figure => ({
  ...figure,
  wanted: `≥ ${factor}×`,
  holds: (timesAsFast(figure) ?? 0) >= factor,
});

/** A figure that wants its times below limits, in microseconds. */
export const wantBelow = (figure: Figure, limits: Partial<Times>): Figure => {
  const names = { p50: 'p50', p99: 'p99', p999: 'p99.9' } as const;
  const keys = (Object.keys(names) as (keyof Times)[]).filter((key) => limits[key] !== undefined);
  return {
    ...figure,
    wanted: keys.map((key) => `${names[key]} ≤ ${limits[key]}`).join(', '),
    holds: keys.every((key) => figure.ours[key] <= limits[key]!),
  };
};

/** Quantiles of single times, which are sorted in place. */
export const timesOf = (taken: number[] | Float64Array): Times => {
  const sorted = taken.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99), p999: at(0.999) };
};

const microseconds = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

/** The table as text, one line a figure. */
export const table = (figures: readonly Figure[]): string => {
  const cells = figures.map((figure) => {
    const { what, pace, ours, rival, wanted, holds } = figure;
    const ratio = timesAsFast(figure);
    const numbers = (times?: Times) =>
      times ? [times.p50, times.p99, times.p999].map(microseconds) : ['', '', ''];
    const verdict = wanted ? `${holds ? '✓' : '✗'} ${wanted}` : '';
    return [
      ...[what, pace, ...numbers(ours)],
      ...[rival?.name ?? '', ...numbers(rival?.times)],
      ...[ratio === undefined ? '' : `${ratio.toFixed(2)}×`, verdict],
    ];
  });
  const heads = ['what', 'pace', 'p50', 'p99', 'p99.9', 'rival', 'p50', 'p99', 'p99.9', 'faster', 'wanted'];
  const widths = heads.map((head, i) => Math.max(head.length, ...cells.map((line) => line[i]!.length)));
  const left = new Set([0, 1, 5, 10]);
  const line = (parts: string[]): string =>
    parts.map((part, i) => (left.has(i) ? part.padEnd(widths[i]!) : part.padStart(widths[i]!))).join('  ');
  return [heads, widths.map((width) => '─'.repeat(width)), ...cells].map(line).join('\n');
};
