import type { BenchmarkRun } from '../../../protocol/benchmarks.ts';
import { texts } from '../texts.ts';

const words = texts.benchmarks;

/** Time that is left, as coarse as it is certain. */
export const timeWords = (ms: number): string => {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 60) return words.time.seconds(seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? words.time.minutes(minutes)
    : words.time.hours(Math.floor(minutes / 60), minutes % 60);
};

/** A share with one digit, where whole percents would hide what changed; null: not measured. */
export const share = (value: number | null): string =>
  value === null ? words.table.none : `${Number((100 * value).toFixed(1))}%`;

/** What a run plays: "2 kinds, 12 tasks, 30 seeds". */
export const whatWords = ({ kinds, scenarios, seeds }: BenchmarkRun): string =>
  kinds.length === 1
    ? words.what1(words.kinds[kinds[0]!], scenarios, seeds.last - seeds.first + 1)
    : words.what(kinds.length, scenarios, seeds.last - seeds.first + 1);

/** Share of a run's episodes that are over. */
export const doneShare = ({ progress }: BenchmarkRun): number =>
  progress.all === 0 ? 0 : progress.done / progress.all;
