import type uPlot from 'uplot';
import type { PlotLook } from './Plot.tsx';

/** Pixels a row takes, and those of the axis below. */
const rowHeight = 30;
const axisHeight = 26;
/** Pixels that the names of rows have. */
const namesWidth = 104;

export const heightOf = (rows: number): number => rows * rowHeight + axisHeight + 8;

/** The part of a plot's options that makes its rows: names to the left, top to bottom, values to the right. */
export const rowOptions = (
  names: readonly string[],
  { text, line, font }: PlotLook,
  values: uPlot.Scale,
  valueAxis: uPlot.Axis,
): Pick<uPlot.Options, 'legend' | 'cursor' | 'padding' | 'scales' | 'axes'> => {
  const axis = { stroke: text, font, ticks: { show: false } };
  return {
    legend: { show: false },
    cursor: { show: false },
    padding: [4, 24, 0, 0],
    scales: {
      x: { time: false, ori: 1, dir: -1, range: () => [-0.5, names.length - 0.5] },
      y: { ori: 0, ...values },
    },
    axes: [
      {
        ...axis,
        side: 3,
        size: namesWidth,
        gap: 6,
        grid: { show: false },
        splits: () => names.map((_, index) => index),
        values: () => [...names],
      },
      { ...axis, side: 2, size: axisHeight, gap: 4, grid: { stroke: line, width: 1 }, ...valueAxis },
    ],
  };
};
