import { normalised } from '../compare.ts';
import { median } from '../statistics/order.ts';
import { stretchOf } from './cases.ts';
import type { Noise } from './noise.ts';

/** A row of run medians of one figure; from run `at` on it is worse by the shift. */
export const drawHistory = (
  { figure, unit, series }: Noise,
  options: { runs: number; samples: number; shift: number; random: () => number },
): { values: number[]; at: number } => {
  const { runs, samples, shift, random } = options;
  // A change among the first or last few runs is not yet to be told from chance.
  const at = 8 + Math.floor(random() * (runs - 16));
  const values = Array.from({ length: runs }, (_, run) => {
    const { values, yardstick } = series[Math.floor(random() * series.length)]!;
    const places = stretchOf(Math.floor(random() * values.length), samples, values.length);
    const value = median(
      normalised({
        figure,
        unit,
        better: 'lower',
        samples: places.map((place) => values[place]!),
        ...(yardstick ? { yardstick: places.map((place) => yardstick[place]!) } : {}),
      }),
    );
    return run >= at ? value * (1 + shift) : value;
  });
  return { values, at };
};
