import { join, relative } from 'node:path';
import { problemFrom } from '../../engine/problem.ts';
import type { Scenario } from '../../games/scenario/schema.ts';
import type { Episode, SessionFigures } from '../../protocol/benchmark-run.ts';
import type { Problem } from '../../protocol/errors.ts';
import type { SuitePlayer } from '../../protocol/words.ts';
import { runFiles } from './journal.ts';
import {
  type LiveSession,
  type PlayedSession,
  playSession,
  type SessionSurroundings,
} from './session-episode.ts';
import type { Judged } from './worker/messages.ts';
import type { WorkerProcess } from './worker-process.ts';

/** Time that a worker may take beside playing, and the slowest pace that is not stuck. */
const patienceMs = 60_000;
const slowestFps = 200;

/** What all episodes of a run have in common. */
export interface EpisodePlace {
  folder: string;
  player: SuitePlayer;
  sessions: SessionSurroundings;
  /** Milliseconds since the run began. */
  now: () => number;
  /** A session process began. */
  onSession: (session: LiveSession) => void;
}

const hex = (hash: number): string => hash.toString(16).padStart(8, '0');

const timeoutOf = ({ frameLimit }: Scenario): number => patienceMs + (frameLimit / slowestFps) * 1000;

/** Plays one episode and has it judged. Never rejects: what goes wrong is an episode that ended in an error. */
export const playEpisode = async (
  place: EpisodePlace,
  worker: WorkerProcess,
  scenario: Scenario,
  seed: number,
): Promise<Episode> => {
  const began = performance.now();
  const folder = join(runFiles(place.folder).replays, scenario.name, String(seed));
  const base = { scenario: scenario.name, kind: scenario.kind, seed };
  const ends = () => ({ ms: performance.now() - began, at: place.now(), worker: worker.pid });
  try {
    const { judged, result, reason, problem, session } =
      place.player === 'ai'
        ? await playedFromPixels(place, worker, scenario, seed, folder)
        : await playedByWorker(place.player, worker, scenario, seed, folder);
    return {
      ...base,
      result,
      reason,
      ...(problem ? { problem } : {}),
      ...(judged.lastWords === null ? {} : { lastWords: judged.lastWords }),
      frames: judged.frames,
      decisions: judged.decisions,
      frameHash: hex(judged.frameHash),
      trace: hex(judged.trace),
      coherence: judged.coherence,
      replay: join(relative(place.folder, folder), 'inputs.jsonl'),
      setUpMs: judged.setUpMs,
      residentBytes: judged.residentBytes,
      ...(session ? { session } : {}),
      ...ends(),
    };
  } catch (error) {
    const problem = problemFrom(error);
    return {
      ...base,
      result: 'error',
      reason: problem.field === 'start' ? 'set-up' : problem.code,
      problem,
      frames: 0,
      decisions: 0,
      frameHash: hex(0),
      trace: hex(0),
      coherence: null,
      replay: null,
      setUpMs: 0,
      residentBytes: 0,
      ...ends(),
    };
  }
};

interface Played {
  judged: Judged;
  result: Episode['result'];
  reason: string;
  problem?: Problem;
  session?: SessionFigures;
}

const playedByWorker = async (
  player: Exclude<SuitePlayer, 'ai'>,
  worker: WorkerProcess,
  scenario: Scenario,
  seed: number,
  folder: string,
): Promise<Played> => {
  const job = { job: 'play', scenario, seed, player, folder } as const;
  const judged = await worker.ask<'play'>(job, timeoutOf(scenario));
  const reason = judged.why === 'undecided' ? 'gave-up' : judged.why;
  return { judged, result: reason === 'reached' ? 'success' : 'failure', reason };
};

const playedFromPixels = async (
  { sessions, onSession }: EpisodePlace,
  worker: WorkerProcess,
  scenario: Scenario,
  seed: number,
  folder: string,
): Promise<Played> => {
  const { state, ms } = await worker.ask<'set-up'>({ job: 'set-up', scenario, seed }, patienceMs);
  const { end, replay, marks, figures } = await playSession(
    sessions,
    scenario,
    seed,
    state,
    folder,
    onSession,
  );
  if (end.reason === 'failed' && end.problem?.code === 'session.process-died')
    return broken(end, figures, ms);
  const judged = await worker.ask<'judge'>(
    { job: 'judge', scenario, seed, replay, marks },
    timeoutOf(scenario),
  );
  const lastWords = end.reason === 'gave-up' ? end.message : null;
  const known = { judged: { ...judged, lastWords, setUpMs: ms }, session: figures };
  if (end.reason === 'failed') return { ...broken(end, figures, ms), ...known };
  const reason = judged.why === 'undecided' ? unfinished[end.reason] : judged.why;
  return { ...known, result: reason === 'reached' ? 'success' : 'failure', reason };
};

/** Why a session ended that memory does not decide about. */
const unfinished: Record<Exclude<PlayedSession['end']['reason'], 'failed'>, string> = {
  'goal-reached': 'claimed',
  'gave-up': 'gave-up',
  'frame-limit': 'frame-limit',
  // No episode is given a condition to stop at.
  'stop-condition': 'ended',
  stopped: 'stopped',
};

const broken = (end: PlayedSession['end'], session: SessionFigures, setUpMs: number): Played => ({
  judged: {
    why: 'undecided',
    frames: 0,
    frameHash: 0,
    trace: 0,
    decisions: 0,
    coherence: null,
    lastWords: null,
    setUpMs,
    residentBytes: 0,
  },
  result: 'error',
  reason: end.problem?.code ?? 'failed',
  ...(end.problem ? { problem: end.problem } : {}),
  session,
});
