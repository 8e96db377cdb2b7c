import type { HistoryFigures, Series } from '../../protocol/history.ts';
import { type HistoryColumn, historyColumnNames } from '../../protocol/history-words.ts';
import { Distribution } from './distribution.ts';
import { figuresOf } from './figures.ts';
import { addPlayed, nothingPlayed, type Played } from './played.ts';
import { toThousandth } from './thousandth.ts';

/** A second or minute that goes into a series. */
interface Part {
  /** Where it begins, in seconds. */
  time: number;
  played: Played;
  frameTimes: Uint8Array;
  path: Uint8Array;
}

/**
 * Columns for a plot, a point for every `step` seconds in which something was played: counts are summed up,
 * percentiles and lows are those of all frames in the point. `parts` in any order.
 */
export const seriesOf = (parts: Iterable<Part>, step: number): Pick<Series, 'step' | 'time' | 'columns'> => {
  const points = new Map<number, { played: Played; frameTimes: Uint8Array[]; path: Uint8Array[] }>();
  for (const { time, played, frameTimes, path } of parts) {
    const number = Math.floor(time / step);
    let point = points.get(number);
    if (!point) {
      point = { played: nothingPlayed(), frameTimes: [], path: [] };
      points.set(number, point);
    }
    addPlayed(point.played, played);
    point.frameTimes.push(frameTimes);
    point.path.push(path);
  }
  const numbers = [...points.keys()].sort((a, b) => a - b);
  const [frames, ways] = [new Distribution(), new Distribution()];
  const figures = numbers.map((number) => {
    const { played, frameTimes, path } = points.get(number)!;
    return figuresOf(played, sumInto(frames, frameTimes), sumInto(ways, path));
  });
  return { step, time: numbers.map((number) => number * step), columns: columnsOf(figures) };
};

const sumInto = (sum: Distribution, parts: Uint8Array[]): Distribution =>
  parts.reduce((whole, part) => whole.merge(part), sum.clear());

/** A column for each quantity that was measured at all. */
const columnsOf = (figures: HistoryFigures[]): Series['columns'] => {
  const columns: Partial<Record<HistoryColumn, (number | null)[]>> = {};
  for (const name of historyColumnNames) {
    const column = figures.map((each) => toThousandth(each[name]));
    if (column.some((value) => value !== null)) columns[name] = column;
  }
  return columns;
};
