import type uPlot from 'uplot';
import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { texts } from '../texts.ts';
import { Plot, type PlotLook } from './Plot.tsx';
import { share } from './words.ts';

const words = texts.benchmarks;
const height = 150;

const completionOf = ({ result }: BenchmarkRun): number => 100 * (result?.completion ?? 0);
const day = ({ createdAt }: BenchmarkRun): string =>
  new Date(createdAt).toLocaleString('en', { month: 'short', day: 'numeric' });

/** Share of goals reached from run to run, oldest first; the shown one is ringed. */
export const HistoryPlot = ({ runs, shown }: { runs: BenchmarkRun[]; shown: string }) => {
  const at = runs.findIndex(({ id }) => id === shown);
  const options = ({ text, line, good, bad, font }: PlotLook): Omit<uPlot.Options, 'width' | 'height'> => ({
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 14, 0, 0],
    scales: {
      x: { time: false, range: () => [-0.5, runs.length - 0.5] },
      y: { range: () => [0, 105] },
    },
    axes: [
      {
        ...{ stroke: text, font, ticks: { show: false }, grid: { show: false }, size: 26, gap: 4 },
        splits: () => runs.map((_, index) => index),
        values: (_plot, values) =>
          values.map((value, index) => {
            const run = runs[value];
            const before = runs[values[index - 1] ?? -1];
            // A day is named once: many runs may be of the same.
            return run && (!before || day(before) !== day(run)) ? day(run) : '';
          }),
      },
      {
        ...{ stroke: text, font, ticks: { show: false }, grid: { stroke: line, width: 1 }, size: 44, gap: 4 },
        splits: () => [0, 50, 100],
        values: (_plot, values) => values.map((value) => `${value}%`),
      },
    ],
    series: [
      {},
      { stroke: good, width: 2, points: { show: true, size: 7, fill: good, stroke: good } },
      { paths: () => null, points: { show: true, size: 13, width: 2, fill: 'transparent', stroke: bad } },
    ],
  });
  const [first, last] = [runs[0]!, runs.at(-1)!].map(({ result }) => share(result?.completion ?? null));
  return (
    <Plot
      height={height}
      label={`${words.list.history}. ${words.plots.historySummary(first!, last!)}`}
      data={[
        runs.map((_, index) => index),
        runs.map(completionOf),
        runs.map((run, index) => (index === at ? completionOf(run) : null)),
      ]}
      options={options}
      legend={words.list.historyHint}
    />
  );
};
