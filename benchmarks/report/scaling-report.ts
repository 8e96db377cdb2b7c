import { duration, figure, lineKey, section, table, whole } from './html.ts';
import { linePlot } from './plots.ts';
import { style } from './style.ts';

/** So many episodes with so many at a time. */
export interface Point {
  jobs: number;
  episodes: number;
  /** Frames of all of them. */
  frames: number;
  wallMs: number;
}

/** How wall time grows with episodes and jobs, as a page that stands alone. */
export const scalingReport = (points: readonly Point[]): string => {
  const lines = [...Map.groupBy(points, ({ jobs }) => jobs)].map(([jobs, of]) => ({
    name: `${jobs} at a time`,
    points: [[0, 0] as const, ...of.map(({ episodes, wallMs }) => [episodes, wallMs / 1000] as const)],
  }));
  const titles = { x: 'episodes', y: 'seconds of wall time', label: 'Wall time over episodes' };
  const rows = points.map(({ jobs, episodes, frames, wallMs }) => [
    String(jobs),
    whole(episodes),
    whole(frames),
    duration(wallMs),
    ((1000 * episodes) / wallMs).toFixed(2),
    whole((1000 * frames) / wallMs),
  ]);
  const head = ['at a time', 'episodes', 'frames', 'wall time', 'episodes a second', 'frames a second'];
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>How the suite scales</title><style>${style}</style></head>
<body><h1>How the suite scales</h1>
${section('Wall time', lineKey(lines.map(({ name }) => name)), figure(linePlot(lines, titles, { dots: true }), 'Each line is a number of episodes played at the same time.'), table(head, rows, { numbersFrom: 0 }))}
</body></html>
`;
};
