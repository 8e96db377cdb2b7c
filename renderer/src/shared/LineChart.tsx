import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import uPlot from 'uplot';
import type { Line } from './chart-line.ts';
import classes from './LineChart.module.css';
import { lineChartOptions } from './line-chart-options.ts';

interface Props {
  title: string;
  unit: string;
  /** Where each point is on the horizontal axis. */
  x: readonly number[];
  /** A place on the horizontal axis in words. `rough`: on the axis itself, where room is short. */
  writeX: (x: number, rough: boolean) => string;
  write: (value: number) => string;
  lines: readonly Line[];
  height?: number;
  /** Plots with the same key show the same place and the same stretch. */
  sync?: string;
  /** What may lie between two marks of the horizontal axis, from small to large. */
  steps: number[];
  /** The smallest range of the vertical axis, so that a steady line looks steady. */
  atLeast?: [low: number, high: number];
  /** In words what can be seen, for readers without sight. */
  summary: string;
}

/** Lines over time, with the values under the pointer in words. */
export const LineChart = ({ title, unit, x, writeX, write, lines, height = 150, ...more }: Props) => {
  const { sync, steps, atLeast, summary } = more;
  const box = useElementSize<HTMLDivElement>();
  const host = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('dark');
  const [at, setAt] = useState<number | null>(null);
  const named = lines.map(({ name, colour, dashed, bars }) => `${name} ${colour} ${dashed} ${bars}`).join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: made anew only when what is drawn is another thing
  useEffect(() => {
    const element = host.current;
    if (!element || box.width === 0) return;
    const style = getComputedStyle(document.documentElement);
    const onPoint = (index: number | null) => setAt(index);
    const options = lineChartOptions({
      ...{ width: box.width, height, style, scheme, lines, sync, steps, atLeast, writeX, write, onPoint },
    });
    const data = [x, ...lines.map(({ values }) => values)] as uPlot.AlignedData;
    const made = new uPlot(options, data, element);
    return () => made.destroy();
  }, [box.width, scheme, height, named, x, sync]);

  const where = at === null ? null : x[at];
  return (
    <figure className={classes.chart}>
      <figcaption className={classes.caption}>
        <span className={classes.title}>{title}</span>
        <span className={classes.unit}>{unit}</span>
        <span className={classes.legend}>
          {lines.map(({ name, colour, dashed, values }) => {
            const value = at === null ? null : values[at];
            return (
              <span key={name} data-colour={colour} data-dashed={dashed === true}>
                {name}
                {typeof value === 'number' && <b className="tabular">{write(value)}</b>}
              </span>
            );
          })}
        </span>
        <span className={classes.where}>{typeof where === 'number' ? writeX(where, false) : ''}</span>
      </figcaption>
      <div ref={box.ref} style={{ height }} role="img" aria-label={summary}>
        <div ref={host} aria-hidden />
      </div>
    </figure>
  );
};
