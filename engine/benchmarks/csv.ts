import type { Episode } from '../../protocol/benchmark-run.ts';

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

/** A field as RFC 4180 has it. A text that a spreadsheet would take for a formula is kept from being one. */
const field = (value: string | number | null): string => {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Episodes as CSV: a line of names, then a line an episode. */
export const episodesCsv = (episodes: readonly Episode[]): string =>
  [columns.map(([name]) => name), ...episodes.map((episode) => columns.map(([, of]) => field(of(episode))))]
    .map((cells) => `${cells.join(',')}\r\n`)
    .join('');
