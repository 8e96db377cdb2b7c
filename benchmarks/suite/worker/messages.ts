import type { Scenario } from '../../../games/scenario/schema.ts';
import type { CoreInfo } from '../../../native/types.ts';
import type { Coherence } from '../../../protocol/benchmark-run.ts';
import type { Problem } from '../../../protocol/errors.ts';
import type { SuitePlayer } from '../../../protocol/words.ts';

/** What a worker is told once, before its first job. */
export interface WorkerPlan {
  game: string;
  romSha256: string;
  core: CoreInfo;
  /** Where states of set-ups are kept. */
  cacheFolder: string;
}

/** One scenario with one seed. */
export interface Task {
  scenario: Scenario;
  seed: number;
}

/** What a worker can be asked for. */
export type Job =
  /** Makes the start of an episode and names the state file; null: it starts at power-on. */
  | ({ job: 'set-up' } & Task)
  /** Plays an episode with a player that needs no eyes, and leaves its replay in the folder. */
  | ({ job: 'play'; player: Exclude<SuitePlayer, 'ai'>; folder: string } & Task)
  /** Replays what a session played and judges it. `marks`: frames at which a decision was taken. */
  | ({ job: 'judge'; replay: string; marks: number[] } & Task);

/** What came of an episode, by memory. */
export interface Judged {
  /** `reached`, `failure-condition`, `frame-limit`, or `undecided`: the inputs ended before. */
  why: 'reached' | 'failure-condition' | 'frame-limit' | 'undecided';
  frames: number;
  frameHash: number;
  trace: number;
  decisions: number;
  coherence: Coherence | null;
  /** What a player said when it gave up. */
  lastWords: string | null;
  setUpMs: number;
  /** Resident memory of the worker, after it let go of what the episode left. */
  residentBytes: number;
}

export interface Answers {
  'set-up': { state: string | null; ms: number };
  play: Judged;
  judge: Judged;
}

export type ToWorker = { type: 'plan'; plan: WorkerPlan } | { type: 'job'; id: number; job: Job };
export type FromWorker =
  | { type: 'answer'; id: number; value: Answers[keyof Answers] }
  | { type: 'answer'; id: number; problem: Problem };
