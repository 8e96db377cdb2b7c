import type uPlot from 'uplot';
import { texts } from '../texts.ts';

interface Look {
  width: number;
  height: number;
  /** Seconds across. */
  span: number;
  /** Milliseconds at which the budget's line lies. */
  budget: number;
  /** Where the page's colours are. */
  style: CSSStyleDeclaration;
  scheme: 'light' | 'dark';
}

/** The budget as a dashed line across the whole minute. */
const budgetLine =
  (budget: number, colour: string) =>
  (plot: uPlot): void => {
    const { ctx, bbox } = plot;
    const y = Math.round(plot.valToPos(budget, 'y', true)) + 0.5;
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.setLineDash([4, 4]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.restore();
  };

/** Powers of ten only: the lines between them would be a grey block in a plot this low. */
const decades = (_plot: uPlot, values: number[]): (number | null)[] =>
  values.map((value) => (Math.abs(Math.log10(value) % 1) < 1e-6 ? value : null));

/** Options of the frame time plot: logarithmic, because typical frames and the budget lie decades apart. */
export const chartOptions = ({ width, height, span, budget, style, scheme }: Look): uPlot.Options => {
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const text = colour('--mantine-color-dimmed');
  const line = colour('--eevee-line');
  const font = `11px ${colour('--mantine-font-family')}`;
  const axis = { stroke: text, font, ticks: { show: false } };
  return {
    width,
    height,
    legend: { show: false },
    cursor: { show: false },
    padding: [8, 14, 0, 0],
    scales: {
      x: { time: false, range: () => [-(span - 1), 0] },
      y: { distr: 3, range: (_plot, min, max) => [Math.min(0.01, min || 0.01), Math.max(10, max || 10)] },
    },
    axes: [
      {
        ...axis,
        size: 22,
        gap: 4,
        grid: { show: false },
        splits: () => [-45, -30, -15, 0],
        values: (_plot, values) => values.map(texts.figures.secondsAgo),
      },
      {
        ...axis,
        size: 38,
        gap: 4,
        grid: { stroke: line, width: 1, filter: decades },
        filter: decades,
        values: (_plot, values) =>
          values.map((value) => (value === null ? '' : String(+value.toPrecision(1)))),
      },
    ],
    series: [
      {},
      { stroke: colour('--eevee-ai'), width: 2, points: { show: false } },
      { stroke: scheme === 'dark' ? '#7aa7ff' : '#2f5fd0', width: 1.5, points: { show: false } },
    ],
    hooks: { draw: [budgetLine(budget, colour('--eevee-player'))] },
  };
};
