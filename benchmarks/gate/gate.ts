import type { Episode, GateFigure, GateVerdict } from '../../protocol/benchmark-run.ts';
import type { Clock, SuitePlayer } from '../../protocol/words.ts';
import { totalCoherence } from '../suite/summary.ts';
import { complianceOf, lateShares } from './compliance.ts';
import { memorySeries, memorySlope } from './memory-slope.ts';
import { wilson } from './wilson.ts';

/** What a run must reach. */
export const thresholds = {
  completion: 0.95,
  coherence: 0.8,
  realTime: 0.995,
  errors: 0.01,
  /** Memory that grows by less than this share within an hour is constant. */
  hourlyGrowth: 0.05,
};
/** An interval that allows for more growth than this says nothing. */
const vagueGrowth = 0.5;
const secondsAnHour = 3600;

/** Players that are held to the gate: the others are the scale. */
export const heldToGate = (player: SuitePlayer): boolean => player === 'ai' || player === 'oracle';

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;
const unknown = { value: null, low: null, high: null };

/** Holds a run to the quality gate. `strict`: what was not measured counts as failed. */
export const judgeRun = (
  episodes: readonly Episode[],
  player: SuitePlayer,
  clock: Clock,
  strict = false,
): GateVerdict => {
  const figures = [
    completion(episodes),
    coherence(episodes),
    realTime(episodes, clock),
    memory(episodes),
    errorRate(episodes),
  ];
  const failed = ({ verdict }: GateFigure): boolean =>
    verdict === 'fail' || (strict && verdict === 'not measured');
  return { passed: !figures.some(failed), judged: heldToGate(player), figures };
};

const completion = (episodes: readonly Episode[]): GateFigure => {
  const done = episodes.filter(({ result }) => result === 'success').length;
  const { share, low, high } = wilson(done, episodes.length);
  const figure = { name: 'task completion', threshold: `≥ ${thresholds.completion}` };
  if (episodes.length === 0)
    return { ...figure, ...unknown, verdict: 'fail', why: 'No episode was played to its end.' };
  const enough = share >= thresholds.completion;
  const sure = low >= thresholds.completion ? '' : ' The interval reaches below the threshold.';
  return {
    ...figure,
    value: share,
    low,
    high,
    verdict: enough ? 'pass' : 'fail',
    why: `${done} of ${episodes.length} goals were reached.${enough ? sure : ''}`,
  };
};

const coherence = (episodes: readonly Episode[]): GateFigure => {
  const figure = { name: 'strategic coherence', threshold: `≥ ${thresholds.coherence}` };
  const counts = totalCoherence(episodes);
  const moved = counts ? counts.nearer + counts.farther + counts.wasted : 0;
  if (!counts || moved === 0) {
    const why = 'No scenario that was played says how far its goal is, or no decision changed that.';
    return { ...figure, ...unknown, verdict: 'not measured', why };
  }
  const { share, low, high } = wilson(counts.nearer, moved);
  return {
    ...figure,
    value: share,
    low,
    high,
    verdict: share >= thresholds.coherence ? 'pass' : 'fail',
    why: `${counts.nearer} decisions brought the goal nearer, ${counts.farther} took it farther, ${counts.wasted} wasted time.`,
  };
};

const realTime = (episodes: readonly Episode[], clock: Clock): GateFigure => {
  const figure = { name: 'real-time compliance', threshold: `≥ ${thresholds.realTime}` };
  const shares = lateShares(episodes);
  if (!shares)
    return {
      ...figure,
      ...unknown,
      verdict: 'not measured',
      why: 'Nobody looked at a frame: there was no AI.',
    };
  const { slow, late } = shares;
  const budget = `${percent(1 - slow)} of the frames that were looked at were decided within 5 ms`;
  if (clock === 'lockstep') {
    const why = `${budget}; only the real-time clock has deadlines (--clock real-time).`;
    return { ...figure, ...unknown, verdict: 'not measured', why };
  }
  const value = complianceOf(shares);
  return {
    ...figure,
    value,
    low: null,
    high: null,
    verdict: value >= thresholds.realTime ? 'pass' : 'fail',
    why: `${budget}; ${percent(late)} of all frames began late.`,
  };
};

const memory = (episodes: readonly Episode[]): GateFigure => {
  const figure = { name: 'memory constancy', threshold: 'constant' };
  const slope = memorySlope(memorySeries(episodes));
  if (!slope) {
    const why = 'No process played for a minute: too short to tell.';
    return { ...figure, ...unknown, verdict: 'not measured', why };
  }
  const hourly = (bytes: number): number => (bytes * secondsAnHour) / slope.mean;
  const [value, low, high] = [hourly(slope.slope), hourly(slope.low), hourly(slope.high)];
  const why = `Resident memory of ${slope.processes} processes changes by ${percent(value)} an hour (95% interval ${percent(low)} to ${percent(high)}).`;
  if (low <= 0 && high > vagueGrowth)
    return { ...figure, value, low, high, verdict: 'not measured', why: `${why} Too short to tell.` };
  const grows = low > 0 && high >= thresholds.hourlyGrowth;
  return { ...figure, value, low, high, verdict: grows ? 'fail' : 'pass', why };
};

const errorRate = (episodes: readonly Episode[]): GateFigure => {
  const errors = episodes.filter(({ result }) => result === 'error').length;
  const { share, low, high } = wilson(errors, episodes.length);
  const value = episodes.length === 0 ? 0 : share;
  return {
    name: 'error rate',
    threshold: `≤ ${thresholds.errors}`,
    value,
    low,
    high,
    verdict: value <= thresholds.errors ? 'pass' : 'fail',
    why: `${errors} of ${episodes.length} episodes ended in an error.`,
  };
};
