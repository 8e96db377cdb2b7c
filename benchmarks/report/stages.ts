import type { Episode } from '../../protocol/benchmark-run.ts';
import { quantile } from '../suite/summary.ts';
import { section, table } from './html.ts';

const time = (us: number): string => (us >= 1000 ? `${(us / 1000).toFixed(2)} ms` : `${us.toFixed(1)} µs`);

/**
 * Times of each stage over all sessions of a run: distributions of different sessions cannot be merged, so it
 * shows the middle session's percentiles and the worst of all. Empty where no session measured any.
 */
export const stageTable = (episodes: readonly Episode[]): string => {
  const measured = episodes.flatMap(({ session }) => session?.stages ?? []).filter(({ count }) => count > 0);
  if (measured.length === 0) return '';
  const rows = [...Map.groupBy(measured, ({ stage }) => stage)].map(([stage, sessions]) => {
    const middle = (key: 'p50' | 'p99' | 'p999'): string =>
      time(
        quantile(
          sessions.map((each) => each[key]).sort((a, b) => a - b),
          0.5,
        ),
      );
    const worst = Math.max(...sessions.map(({ max }) => max));
    return [stage, middle('p50'), middle('p99'), middle('p999'), time(worst), String(sessions.length)];
  });
  const head = ['stage', 'p50', 'p99', 'p99.9', 'worst', 'sessions'];
  return section(
    'Time of each stage',
    '<p>Percentiles of the middle session; the worst of all.</p>',
    table(head, rows),
  );
};
