import uPlot from 'uplot';
import type { SummaryRow } from '../../../protocol/benchmark-run.ts';
import type { ScenarioKind } from '../../../protocol/words.ts';
import { texts } from '../texts.ts';
import { Plot, type PlotLook } from './Plot.tsx';
import { heightOf, rowOptions } from './rows-plot.ts';
import { share } from './words.ts';

const words = texts.benchmarks;

/** The interval of each row as a line with ends. */
const whiskers =
  (rows: readonly SummaryRow[]) =>
  (plot: uPlot): void => {
    const { ctx } = plot;
    const end = 4 * devicePixelRatio;
    ctx.save();
    ctx.strokeStyle = getComputedStyle(plot.root).color;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.beginPath();
    rows.forEach(({ completion: { low, high } }, index) => {
      const y = plot.valToPos(index, 'x', true);
      const [from, to] = [plot.valToPos(100 * low, 'y', true), plot.valToPos(100 * high, 'y', true)];
      ctx.moveTo(from, y);
      ctx.lineTo(to, y);
      for (const x of [from, to]) {
        ctx.moveTo(x, y - end);
        ctx.lineTo(x, y + end);
      }
    });
    ctx.stroke();
    ctx.restore();
  };

/** Share of goals that were reached, a bar a kind, with its interval. */
export const CompletionPlot = ({ rows }: { rows: readonly SummaryRow[] }) => {
  const names = rows.map(({ name }) => words.kinds[name as ScenarioKind] ?? name);
  const summary = rows.map(({ completion }, index) =>
    words.plots.summary(names[index]!, share(completion.share)),
  );
  const options = (look: PlotLook): Omit<uPlot.Options, 'width' | 'height'> => ({
    ...rowOptions(
      names,
      look,
      { range: () => [0, 100] },
      { splits: () => [0, 25, 50, 75, 100], values: (_plot, values) => values.map((value) => `${value}%`) },
    ),
    series: [
      {},
      {
        // Pale, so that the interval stands out on it.
        fill: `${look.good}80`,
        stroke: look.good,
        width: 0,
        points: { show: false },
        paths: uPlot.paths.bars!({ size: [0.5, 14] }),
      },
    ],
    hooks: { draw: [whiskers(rows)] },
  });
  return (
    <Plot
      height={heightOf(rows.length)}
      label={`${words.plots.completion}. ${summary.join(', ')}.`}
      data={[rows.map((_, index) => index), rows.map(({ completion }) => 100 * (completion.share ?? 0))]}
      options={options}
      legend={<span data-line="interval">{words.plots.interval}</span>}
    />
  );
};
