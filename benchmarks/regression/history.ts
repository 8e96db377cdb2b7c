import { randomFrom } from '../../engine/player/random-numbers.ts';
import { EeveeError } from '../../protocol/errors.ts';
import { leastChange, normalised, significance } from './compare.ts';
import { requireSameConditions, sameMachine } from './same-conditions.ts';
import type { RunFigures } from './schemas.ts';
import { eDivisive } from './statistics/e-divisive.ts';
import { shiftBetween } from './statistics/hodges-lehmann.ts';
import { median } from './statistics/order.ts';

/** Fewer runs on one side of a change cannot tell it from chance at this significance. */
const leastSegment = 5;
const permutations = 499;

/** A change in a figure's history. */
export interface HistoryChange {
  /** Index of the first run after the change. */
  at: number;
  /** Relative, between the runs right before it and right after it. */
  change: number;
  /** The 95% interval of `change`. */
  interval: [low: number, high: number];
  /** Of the permutation test. */
  p: number;
}

export interface FigureHistory {
  figure: string;
  /** One value a run: the median of its samples. */
  values: number[];
  changes: HistoryChange[];
}

/**
 * Where the figures of a row of runs, oldest first, changed for good. E-divisive, since it finds several changes,
 * assumes no shape of the noise and gives each change a p-value; a penalised cost (PELT) would need a penalty
 * tuned to each figure's noise instead. Changes of less than 5% are left out.
 * Throws `configuration.invalid` for too few runs, `resource.baseline-foreign` for runs that do not compare.
 */
export const historyOf = (runs: RunFigures[]): FigureHistory[] => {
  const latest = runs.at(-1);
  if (!latest || runs.length < 2 * leastSegment)
    throw new EeveeError({
      code: 'configuration.invalid',
      message: `A history of ${runs.length} runs is too short to find a change in.`,
      remedy: `Give at least ${2 * leastSegment} runs, oldest first.`,
      field: 'runs',
    });
  for (const run of runs) requireSameConditions(latest, run);
  return latest.figures
    .filter(({ unit }) => runs.every((run) => sameMachine(unit, latest, run)))
    .map(({ figure }) => {
      const values = runs.map((run) =>
        median(normalised(run.figures.find((each) => each.figure === figure)!)),
      );
      return { figure, values, changes: changesIn(values) };
    });
};

/** The changes in one series of positive values; a series with a zero in it has no ratios and yields none. */
export const changesIn = (values: number[]): HistoryChange[] => {
  if (values.some((value) => value <= 0)) return [];
  const logs = values.map(Math.log);
  const options = { leastSegment, significance, permutations, random: randomFrom(1) };
  const points = eDivisive(logs, options);
  const bounds = [0, ...points.map(({ at }) => at), values.length];
  return points
    .map(({ at, p }, i): HistoryChange => {
      const shift = shiftBetween(logs.slice(bounds[i], at), logs.slice(at, bounds[i + 2]));
      const [low, high] = shift.within(0.95);
      const interval: [number, number] = [Math.expm1(low), Math.expm1(high)];
      return { at, change: Math.expm1(shift.estimate), interval, p };
    })
    .filter(({ change }) => Math.abs(change) >= leastChange);
};
