import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import type { Second } from '../../../protocol/sessions.ts';
import { milliseconds } from '../shared/format.ts';
import { texts } from '../texts.ts';
import { chartOptions } from './chart-options.ts';
import classes from './FrameTimeChart.module.css';

/** What one frame may take from the core's first instruction to its observation. */
export const frameBudgetMs = 5;

const height = 124;
/** Seconds shown. */
const span = 60;

/** Columns for the plot: seconds before now, then median and 99th percentile in milliseconds. */
const columns = (seconds: readonly Second[]): uPlot.AlignedData => {
  const shown = seconds.slice(-span);
  const last = shown.at(-1)?.second ?? 0;
  // A logarithmic axis has no zero: a second without a frame (paused) is a gap.
  const ms = (us: number): number | null => (us > 0 ? us / 1000 : null);
  return [
    shown.map(({ second }) => second - last),
    shown.map(({ p50 }) => ms(p50)),
    shown.map(({ p99 }) => ms(p99)),
  ];
};

/** Frame time over the last minute. Readers without sight get the last second in words. */
export const FrameTimeChart = ({ seconds }: { seconds: readonly Second[] }) => {
  const box = useElementSize<HTMLDivElement>();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const data = useRef<uPlot.AlignedData>([[], [], []]);
  const scheme = useComputedColorScheme('dark');
  const last = seconds.at(-1);

  useEffect(() => {
    const element = host.current;
    if (!element || box.width === 0) return;
    const style = getComputedStyle(document.documentElement);
    const options = chartOptions({ width: box.width, height, span, budget: frameBudgetMs, style, scheme });
    const made = new uPlot(options, data.current, element);
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [box.width, scheme]);

  useEffect(() => {
    data.current = columns(seconds);
    plot.current?.setData(data.current);
  }, [seconds]);

  const summary = last && texts.figures.chartSummary(milliseconds(last.p50), milliseconds(last.p99));
  return (
    <figure className={classes.chart}>
      <div
        ref={box.ref}
        style={{ height }}
        role="img"
        aria-label={`${texts.figures.chart}. ${summary ?? ''}`}
      >
        <div ref={host} aria-hidden />
      </div>
      <figcaption className={classes.legend}>
        <span data-line="p50">{texts.figures.median}</span>
        <span data-line="p99">{texts.figures.p99}</span>
        <span data-line="budget">{texts.figures.budget(frameBudgetMs)}</span>
      </figcaption>
    </figure>
  );
};
