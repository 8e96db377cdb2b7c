import type { HistoryFigures, HistorySession } from '../../../protocol/history.ts';
import { memory, percent, rate, whole } from '../shared/format.ts';
import { texts } from '../texts.ts';

const words = texts.history;

/** Time that was played: `48 s`, `12 min`, `1 h 05 min`. */
export const playedTime = (seconds: number): string => {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
};

const milliseconds = (ms: number): string => `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
const micro = (us: number): string => milliseconds(us / 1000);
const ofCore = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} %`;

/** One figure of a session: where it is, how it is written, and which way is better. */
export interface Figure {
  name: keyof typeof words.names;
  /** Null: it was not measured. */
  of: (figures: HistoryFigures) => number | null;
  write: (value: number) => string;
  better: 'more' | 'less' | null;
}

const hitShare = ({ cacheHits, cacheMisses }: HistoryFigures): number | null =>
  cacheHits === null || cacheMisses === null || cacheHits + cacheMisses === 0
    ? null
    : cacheHits / (cacheHits + cacheMisses);

/** Every figure that is shown of a session, in order. */
export const sessionFigures: readonly Figure[] = [
  { name: 'length', of: (of) => of.playedSeconds, write: playedTime, better: null },
  { name: 'frames', of: (of) => of.frames, write: whole, better: null },
  { name: 'fps', of: (of) => of.fps, write: (fps) => `${rate(fps)} ${words.fps}`, better: null },
  { name: 'low1', of: (of) => of.low1, write: (fps) => `${rate(fps)} ${words.fps}`, better: 'more' },
  { name: 'low01', of: (of) => of.low01, write: (fps) => `${rate(fps)} ${words.fps}`, better: 'more' },
  { name: 'frameP50', of: (of) => of.frameP50, write: milliseconds, better: null },
  { name: 'frameP99', of: (of) => of.frameP99, write: milliseconds, better: 'less' },
  { name: 'frameMax', of: (of) => of.frameMax, write: milliseconds, better: 'less' },
  { name: 'pathP50', of: (of) => of.pathP50, write: micro, better: 'less' },
  { name: 'pathP99', of: (of) => of.pathP99, write: micro, better: 'less' },
  { name: 'lateFrames', of: (of) => of.lateFrames, write: whole, better: 'less' },
  { name: 'lostFrames', of: (of) => of.lostFrames, write: whole, better: 'less' },
  { name: 'residentBytes', of: (of) => of.residentBytes, write: memory, better: 'less' },
  { name: 'engineResidentBytes', of: (of) => of.engineResidentBytes, write: memory, better: 'less' },
  { name: 'processor', of: (of) => of.processor, write: ofCore, better: 'less' },
  { name: 'graphics', of: (of) => of.graphics, write: ofCore, better: 'less' },
  { name: 'watts', of: (of) => of.watts, write: (watts) => `${watts.toFixed(1)} W`, better: 'less' },
  { name: 'decisions', of: (of) => of.decisions, write: whole, better: null },
  { name: 'inferences', of: (of) => of.inferences, write: whole, better: null },
  { name: 'cache', of: hitShare, write: percent, better: null },
];

export type Outcome = keyof typeof words.outcomes;

/** How a session ended, or that it has not. */
export const outcomeOf = ({ session }: HistorySession): Outcome => session.end?.reason ?? 'running';
