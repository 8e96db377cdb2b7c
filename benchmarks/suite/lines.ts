import type { RunResult, SummaryRow } from '../../protocol/benchmark-run.ts';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const rounded = (value: number | undefined): string =>
  value === undefined ? '–' : String(Math.round(value));

const cells = (row: SummaryRow): string[] => {
  const { share, low, high } = row.completion;
  return [
    row.name,
    `${row.successes}/${row.episodes}`,
    share === null ? '–' : percent(share),
    `${percent(low)}–${percent(high)}`,
    rounded(row.frames?.median),
    rounded(row.decisions),
    row.score === null ? '–' : row.score.toFixed(2),
    String(row.errors),
  ];
};

/** The result of a run for a terminal: a table by scenario and kind, then what the gate says. */
export const resultLines = ({ scenarios, kinds, total, gate, identity }: RunResult): string[] => {
  const head = ['', 'reached', 'share', '95% interval', 'frames', 'decisions', 'score', 'errors'];
  const rows = [...scenarios, ...kinds.map((row) => ({ ...row, name: `· ${row.name}` })), total].map(cells);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('  ');
  const verdicts = gate.figures.map(
    ({ name, verdict, value, threshold, why }) =>
      `${marks[verdict]} ${name}: ${value === null ? '–' : value.toFixed(3)} (${threshold}). ${why}`,
  );
  const held = gate.judged ? '' : ` (${identity.player} sets the scale and is not held to it)`;
  return [
    line(head),
    ...rows.map(line),
    '',
    `Quality gate: ${gate.passed ? 'passed' : 'failed'}${held}`,
    ...verdicts,
  ];
};

const marks = { pass: '✓', fail: '✗', 'not measured': '–' };
