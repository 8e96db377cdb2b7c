import type { Episode } from '../../protocol/benchmark-run.ts';
import { csvField } from '../csv.ts';

const columns: [string, (episode: Episode) => string | number | null][] = [
  ['scenario', ({ scenario }) => scenario],
  ['kind', ({ kind }) => kind],
  ['seed', ({ seed }) => seed],
  ['result', ({ result }) => result],
  ['reason', ({ reason }) => reason],
  ['words', ({ problem, lastWords }) => problem?.message ?? lastWords ?? null],
  ['frames', ({ frames }) => frames],
  ['decisions', ({ decisions }) => decisions],
  ['nearer', ({ coherence }) => coherence?.nearer ?? null],
  ['farther', ({ coherence }) => coherence?.farther ?? null],
  ['wasted', ({ coherence }) => coherence?.wasted ?? null],
  ['milliseconds', ({ ms }) => Math.round(ms)],
  ['resident bytes', ({ residentBytes }) => residentBytes],
  ['frame hash', ({ frameHash }) => frameHash],
];

/** Episodes as CSV: a line of names, then a line an episode. */
export const episodesCsv = (episodes: readonly Episode[]): string =>
  [
    columns.map(([name]) => name),
    ...episodes.map((episode) => columns.map(([, of]) => csvField(of(episode)))),
  ]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
