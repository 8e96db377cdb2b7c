import { createHash } from 'node:crypto';
import type { Coherence, Episode, RunHeader, RunResult } from '../../protocol/benchmark-run.ts';
import type { BenchmarkEpisode, BenchmarkProgress } from '../../protocol/benchmarks.ts';
import { eeveeCommand, quoted } from '../cli-command.ts';
import type { Outcome } from './run-files.ts';

/** Share of decisions that brought the goal nearer, of those that did anything; null where none did. */
const coherenceShare = (coherence: Coherence | null): number | null => {
  if (!coherence) return null;
  const moved = coherence.nearer + coherence.farther + coherence.wasted;
  return moved === 0 ? null : coherence.nearer / moved;
};

const countsOf = (episodes: readonly Episode[]) => {
  const count = (result: Episode['result']): number =>
    episodes.filter((episode) => episode.result === result).length;
  const [successes, failures, errors] = [count('success'), count('failure'), count('error')];
  return { done: episodes.length, successes, failures, errors };
};

/** What lists show of a result. */
export const outcomeOf = (result: RunResult, comparable: boolean): Outcome => {
  const { gate, total, episodes, planned, kinds } = result;
  // Of a run that stopped early, how many of a kind were planned is not written down.
  const kindsOf = kinds.map(({ name }) => {
    const counts = countsOf(episodes.filter(({ kind }) => kind === name));
    return { kind: name as Episode['kind'], ...counts, all: counts.done };
  });
  const progress: BenchmarkProgress = {
    ...countsOf(episodes),
    ...{ all: planned, kinds: kindsOf, jobs: result.jobs, perSecond: 0, leftMs: null },
  };
  return {
    finishedAt: result.finishedAt,
    stopped: result.stopped,
    progress,
    result: {
      completion: total.completion.share,
      coherence: coherenceShare(total.coherence),
      score: total.score,
      frames: total.frames?.median ?? null,
      gate: gate.judged ? (gate.passed ? 'passed' : 'failed') : 'not held to it',
    },
    comparable,
  };
};

/** The same for runs that play the same, on whatever build and computer. */
export const selectionOf = ({ identity }: RunHeader): string => {
  const { game, player, clock, seeds } = identity;
  const names = identity.scenarios.map(({ name }) => name).sort();
  const hash = createHash('sha256').update(JSON.stringify([game, player, clock, seeds, names]));
  return hash.digest('hex').slice(0, 16);
};

/** An episode as tables show it; `folder`: where its replay is, null where it is not here. */
export const shownEpisode = (
  episode: Episode,
  replayPath: (path: string) => string | null,
): BenchmarkEpisode => {
  const { scenario, kind, seed, result, reason, problem, lastWords, frames, decisions, ms, replay } = episode;
  const path = replay === null ? null : replayPath(replay);
  return {
    ...{ scenario, kind, seed, result, reason, frames, decisions, ms },
    words: problem?.message ?? lastWords ?? null,
    replay: path,
    replayCommand: path === null ? null : eeveeCommand(`replay ${quoted(path)}`),
  };
};
