import type uPlot from 'uplot';
import type { BenchmarkEpisode } from '../../../protocol/benchmarks.ts';
import { whole } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { Plot, type PlotLook } from './Plot.tsx';
import { heightOf, rowOptions } from './rows-plot.ts';

const words = texts.benchmarks;

/** Where in its row an episode stands: spread, so that equal ones can be told apart, and always the same. */
const spread = (index: number): number => (((index * 7919) % 101) / 101 - 0.5) * 0.6;

interface Point {
  at: number;
  frames: number;
  reached: boolean;
}

const pointsOf = (episodes: readonly BenchmarkEpisode[], kinds: readonly string[]): Point[] =>
  episodes
    .filter(({ result, frames }) => result !== 'error' && frames > 0)
    .map(({ kind, frames, result }, index) => ({
      at: kinds.indexOf(kind) + spread(index),
      frames,
      reached: result === 'success',
    }))
    .sort((a, b) => a.at - b.at);

/** Powers of ten only: the lines between them would fill a plot this small. */
const decades = (_plot: uPlot, values: number[]): (number | null)[] =>
  values.map((value) => (Math.abs(Math.log10(value) % 1) < 1e-6 ? value : null));

/** How long each episode took, a point each; hollow where the goal was missed. */
export const FramesPlot = ({ episodes, kinds }: { episodes: BenchmarkEpisode[]; kinds: string[] }) => {
  const points = pointsOf(episodes, kinds);
  const reached = points.filter((point) => point.reached).length;
  const most = points.reduce((max, { frames }) => Math.max(max, frames), 1000);
  const least = points.reduce((min, { frames }) => Math.min(min, frames), most);
  const range: [number, number] = [10 ** Math.floor(Math.log10(least)), 10 ** Math.ceil(Math.log10(most))];
  const options = (look: PlotLook): Omit<uPlot.Options, 'width' | 'height'> => ({
    ...rowOptions(
      kinds.map((kind) => words.kinds[kind as keyof typeof words.kinds] ?? kind),
      look,
      { distr: 3, range: () => range },
      {
        filter: decades,
        grid: { stroke: look.line, width: 1, filter: decades },
        values: (_plot, values) => values.map((value) => (value === null ? '' : whole(value))),
      },
    ),
    series: [
      {},
      {
        paths: () => null,
        points: { show: true, size: 6, width: 0, fill: look.good, stroke: look.good },
      },
      {
        paths: () => null,
        points: { show: true, size: 6, width: 1.5, fill: 'transparent', stroke: look.bad },
      },
    ],
  });
  return (
    <Plot
      height={heightOf(kinds.length)}
      label={`${words.plots.frames}. ${words.plots.framesSummary(reached, points.length - reached)}`}
      data={[
        points.map(({ at }) => at),
        points.map((point) => (point.reached ? point.frames : null)),
        points.map((point) => (point.reached ? null : point.frames)),
      ]}
      options={options}
      legend={
        <>
          <span>{words.plots.reached}</span>
          <span data-line="missed">{words.plots.missed}</span>
        </>
      }
    />
  );
};
