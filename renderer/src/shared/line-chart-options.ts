import uPlot from 'uplot';
import type { Line, LineColour } from './chart-line.ts';

interface Look {
  width: number;
  height: number;
  /** Where the page's colours are. */
  style: CSSStyleDeclaration;
  scheme: 'light' | 'dark';
  lines: readonly Line[];
  sync: string | undefined;
  steps: number[];
  atLeast: [low: number, high: number] | undefined;
  writeX: (x: number, rough: boolean) => string;
  write: (value: number) => string;
  /** Hears which point the pointer is over; null: none. */
  onPoint: (index: number | null) => void;
}

/** Whether a value stands alone between gaps. */
const hasLonely = (values: Line['values']): boolean =>
  values.some(
    (value, index) =>
      value !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null,
  );

/** Options of a plot of lines over time, in the colours of the page. */
export const lineChartOptions = (look: Look): uPlot.Options => {
  const { width, height, style, scheme, lines, sync, steps, atLeast, writeX, write, onPoint } = look;
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  const strokes: Record<LineColour, string> = {
    ai: colour('--eevee-ai'),
    blue: scheme === 'dark' ? '#7aa7ff' : '#2f5fd0',
    amber: colour('--eevee-player'),
    grey: colour('--mantine-color-dimmed'),
  };
  const font = `11px ${colour('--mantine-font-family')}`;
  const axis = { stroke: colour('--mantine-color-dimmed'), font, ticks: { show: false }, gap: 4 };
  return {
    width,
    height,
    legend: { show: false },
    padding: [10, 12, 0, 0],
    cursor: {
      y: false,
      points: { size: 6 },
      drag: { x: true, y: false, setScale: true },
      ...(sync === undefined ? {} : { sync: { key: sync, scales: ['x', null] } }),
    },
    scales: {
      x: { time: false },
      y: {
        range: (_plot, least, most) => {
          const low = Math.min(atLeast?.[0] ?? 0, least ?? 0);
          const high = Math.max(atLeast?.[1] ?? 0, most ?? 1);
          return [low, high + (high - low) * 0.06];
        },
      },
    },
    axes: [
      {
        ...axis,
        size: 22,
        space: 90,
        incrs: steps,
        grid: { show: false },
        values: (_plot, values) => values.map((x) => writeX(x, true)),
      },
      {
        ...axis,
        size: 52,
        space: 34,
        grid: { stroke: colour('--eevee-line'), width: 1 },
        values: (_plot, values) => values.map(write),
      },
    ],
    series: [
      {},
      ...lines.map(({ colour: name, dashed, bars, values }) => ({
        stroke: strokes[name],
        width: 1.5,
        // A value between two gaps is no line; without its point it would not be there at all.
        points: { show: !bars && hasLonely(values), size: 5, fill: strokes[name] },
        ...(dashed ? { dash: [5, 4] } : {}),
        ...(bars ? { fill: strokes[name], paths: uPlot.paths.bars!({ size: [0.7, 24] }) } : {}),
      })),
    ],
    hooks: { setCursor: [(plot) => onPoint(plot.cursor.idx ?? null)] },
  };
};
