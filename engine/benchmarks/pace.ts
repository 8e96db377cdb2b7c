import { availableParallelism } from 'node:os';
import type { Clock } from '../../protocol/words.ts';

/** What a process that gives way to others is given (`setPriority`). */
const givesWay = 10;

/** How a run is to be played beside whatever else goes on. */
export interface BenchmarkPace {
  /** Episodes at the same time. */
  jobs: number;
  /** In a sentence, where it is less than it could be; null otherwise. */
  note: string | null;
}

const times = (jobs: number): string => `${jobs} ${jobs === 1 ? 'episode' : 'episodes'} at a time`;

/**
 * Episodes at the same time: as asked, else one a core (in real time one core is left free). While somebody plays in
 * real time, half of the cores at most.
 */
export const paceOf = (clock: Clock, asked: number | null, playing: number): BenchmarkPace => {
  const cores = availableParallelism();
  const wanted = asked ?? Math.max(1, clock === 'real-time' ? cores - 1 : cores);
  const room = Math.max(1, Math.floor(cores / 2));
  if (playing === 0) return { jobs: wanted, note: null };
  const jobs = Math.min(wanted, room);
  const instead = jobs < wanted ? `: ${times(jobs)} instead of ${wanted}` : '';
  return { jobs, note: `A game is being played, and the benchmark gives way to it${instead}.` };
};

/**
 * How much its processes give way. In lockstep nothing is measured in time, so they may always wait; in real time
 * waiting is what is measured, so they do only for a game that somebody watches.
 */
export const nicenessOf = (clock: Clock, playing: number): number =>
  clock === 'lockstep' || playing > 0 ? givesWay : 0;

/** What real-time figures that were taken beside a game suffer from. */
export const disturbedNote =
  'A game was being played when this began: frames that came late may be its doing, not the AI’s.';
