import type { HistorySession } from '../../../protocol/history.ts';
import { texts } from '../texts.ts';
import type { Figure } from './figures.ts';

const words = texts.history.compare;

/** Differences below this share are noise of the machine rather than of the session. */
const noticed = 0.03;

/** Which of two values is better by more than noise: 1 the first, 2 the second, 0 neither. */
const betterOf = (a: number, b: number, better: 'more' | 'less'): 0 | 1 | 2 => {
  if (Math.abs(a - b) <= noticed * Math.max(Math.abs(a), Math.abs(b))) return 0;
  return a > b === (better === 'more') ? 1 : 2;
};

/** One figure of two sessions, ready to be shown. */
export interface Difference {
  first: string | null;
  second: string | null;
  /** With its sign; null: one of them was not measured. */
  difference: string | null;
  /** What it means for the second; null: nothing either way. */
  verdict: 'better' | 'worse' | 'same' | null;
}

/** A figure of the first session, of the second, and how the second differs. */
export const difference = (figure: Figure, first: HistorySession, second: HistorySession): Difference => {
  const [a, b] = [figure.of(first.figures), figure.of(second.figures)];
  const shown = (value: number | null) => (value === null ? null : figure.write(value));
  if (a === null || b === null) {
    return { first: shown(a), second: shown(b), difference: null, verdict: null };
  }
  const by = b - a;
  // What is written as nothing is nothing, whatever the sign of what was rounded away.
  const sign = figure.write(Math.abs(by)) === figure.write(0) ? '±' : by > 0 ? '+' : '−';
  const winner = figure.better && betterOf(a, b, figure.better);
  const verdict = winner === null ? null : ([`same`, 'worse', 'better'] as const)[winner];
  return { first: shown(a), second: shown(b), difference: `${sign}${figure.write(Math.abs(by))}`, verdict };
};

/** In a sentence, which of two sessions ran smoother: by the 1 % low and the 99th percentile of frame times. */
export const smoother = (first: HistorySession, second: HistorySession): string => {
  const { low1: lowA, frameP99: p99A } = first.figures;
  const { low1: lowB, frameP99: p99B } = second.figures;
  if (lowA === null || lowB === null || p99A === null || p99B === null) return words.unknown;
  const low = betterOf(lowA, lowB, 'more');
  const p99 = betterOf(p99A, p99B, 'less');
  if (low === 0 && p99 === 0) return words.asSmooth;
  if (low !== 0 && p99 !== 0 && low !== p99) {
    return low === 1
      ? words.mixed(words.betterLow, words.betterP99)
      : words.mixed(words.betterP99, words.betterLow);
  }
  const winner = low === 0 ? p99 : low;
  const turned = <Value>(a: Value, b: Value): [Value, Value] => (winner === 1 ? [a, b] : [b, a]);
  const because = [
    ...(low === 0 ? [] : [words.lowOf(...turned(lowA.toFixed(1), lowB.toFixed(1)))]),
    ...(p99 === 0 ? [] : [words.p99Of(...turned(p99A.toFixed(1), p99B.toFixed(1)))]),
  ];
  return words.smoother(winner === 1 ? words.ordinal.first : words.ordinal.second, because.join(', '));
};

/** What keeps two sessions from being compared fairly, in words; null: nothing. */
export const unlike = ({ session: a }: HistorySession, { session: b }: HistorySession): string | null => {
  const what = (['game', 'clock', 'speed', 'player'] as const).filter((name) => a[name] !== b[name]);
  return what.length === 0 ? null : words.unlike(what.map((name) => words.unlikeWhat[name]).join(', '));
};
