import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type ReactNode, useEffect, useRef } from 'react';
import uPlot from 'uplot';
import classes from './Plot.module.css';

/** Colours and fonts of the page, for what is drawn on a canvas. */
export interface PlotLook {
  text: string;
  line: string;
  good: string;
  bad: string;
  font: string;
}

const lookOf = (): PlotLook => {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  return {
    text: value('--mantine-color-dimmed'),
    line: value('--eevee-line'),
    good: value('--eevee-ai'),
    bad: value('--eevee-player'),
    font: `11px ${value('--mantine-font-family')}`,
  };
};

interface Props {
  height: number;
  /** What it shows, in words: readers without sight get nothing else. */
  label: string;
  data: uPlot.AlignedData;
  options: (look: PlotLook) => Omit<uPlot.Options, 'width' | 'height'>;
  legend?: ReactNode;
}

/** A plot as wide as there is room, in the colours of the page. Made anew when either changes. */
export const Plot = ({ height, label, data, options, legend }: Props) => {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const host = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('dark');
  // Plots here are small and change once a second at most; what is drawn depends on data and options alike.
  const key = JSON.stringify(data);
  // biome-ignore lint/correctness/useExhaustiveDependencies: data and options stand in the key, colours in the scheme
  useEffect(() => {
    if (!host.current || width === 0) return;
    const plot = new uPlot({ ...options(lookOf()), width, height }, data, host.current);
    return () => plot.destroy();
  }, [width, height, scheme, key]);
  return (
    <figure className={classes.plot}>
      <div ref={ref} style={{ height }} role="img" aria-label={label}>
        <div ref={host} aria-hidden />
      </div>
      {legend && <figcaption className={classes.legend}>{legend}</figcaption>}
    </figure>
  );
};
