import type { Decision, Observation } from '../../../protocol/observation.ts';
import type { StopCondition } from '../../../protocol/stop.ts';
import { SightLog } from './sight-log.ts';
import { stopWords } from './words.ts';

/** Seconds over which late frames are counted. */
const lateSeconds = 60;

/** Both clocks in milliseconds: one that only goes forward, and the one on the wall. */
export interface StopClocks {
  steady: () => number;
  wall: () => number;
}

/** Where play stands; conditions count from where it stood when they were set. */
interface Played {
  ms: number;
  frames: number;
}

interface Watched {
  condition: StopCondition;
  since: Played;
  /** Whether it was true at the last look: it is met only when it becomes true. */
  held: boolean;
}

export interface Met {
  condition: StopCondition;
  /** Why, in a sentence. */
  message: string;
}

/**
 * Watches over a session's stop conditions. It is told what is seen, decided and measured, and says when one of
 * the conditions becomes true.
 */
export class StopWatch {
  readonly #clocks: StopClocks;
  readonly #sight = new SightLog();
  #watched: Watched[] = [];
  #playedMs = 0;
  #frames = 0;
  /** Since when play goes on; null: it stands still. */
  #since: number | null = null;
  /** Time of play at which something new was seen last. */
  #newAt = 0;
  #goal: 'open' | 'reached' | 'gave-up' = 'open';
  /** Titles of the tasks that are done, by name. */
  readonly #done = new Map<string, string>();
  #late: { frames: number; late: number }[] = [];

  constructor(
    conditions: readonly StopCondition[],
    clocks: StopClocks = { steady: () => performance.now(), wall: () => Date.now() },
  ) {
    this.#clocks = clocks;
    const since = { ms: 0, frames: 0 };
    // At the start nothing is true yet; what is true at the first look is news.
    this.#watched = conditions.map((condition) => ({ condition, since, held: false }));
  }

  /** Other conditions from now on. One that stays keeps what it has counted; a new one waits until it becomes true. */
  set(conditions: readonly StopCondition[]): void {
    const before = new Map(this.#watched.map((watched) => [JSON.stringify(watched.condition), watched]));
    const since = { ms: this.#playedSoFar(), frames: this.#frames };
    this.#watched = conditions.map((condition) => {
      const fresh = { condition, since, held: false };
      return before.get(JSON.stringify(condition)) ?? { ...fresh, held: this.#holds(fresh) };
    });
  }

  /** Play goes on, or stands still. */
  run(running: boolean): void {
    this.#playedMs = this.#playedSoFar();
    this.#since = running ? this.#clocks.steady() : null;
  }

  saw(observation: Observation): void {
    if (this.#sight.saw(observation)) this.#newAt = this.#playedSoFar();
  }

  decided({ tasks }: Decision): void {
    for (const { name, title, state } of tasks) if (state === 'done') this.#done.set(name, title);
  }

  /** The goal is reached, and with it all its tasks are done; or the player gave it up. */
  goal(status: 'reached' | 'gave-up'): void {
    this.#goal = status;
  }

  /** A second of play in real time is over: how many frames it had, and how many of them were late. */
  second(frames: number, late: number): void {
    this.#late = [...this.#late, { frames, late }].slice(-lateSeconds);
  }

  /** The first condition that has become true since the last call. `frames`: played so far. */
  check(frames: number): Met | null {
    this.#frames = frames;
    let met: Met | null = null;
    for (const watched of this.#watched) {
      const { condition, held } = watched;
      watched.held = this.#holds(watched);
      if (!watched.held || held || met) continue;
      const title = condition.when === 'task-done' ? (this.#done.get(condition.task) ?? null) : null;
      met = { condition, message: stopWords(condition, title) };
    }
    return met;
  }

  #playedSoFar(): number {
    return this.#playedMs + (this.#since === null ? 0 : this.#clocks.steady() - this.#since);
  }

  #holds({ condition, since }: Watched): boolean {
    switch (condition.when) {
      case 'goal-reached':
        return this.#goal === 'reached';
      case 'gave-up':
        return this.#goal === 'gave-up';
      case 'task-done':
        return this.#goal === 'reached' || this.#done.has(condition.task);
      case 'minutes':
        return this.#playedSoFar() - since.ms >= condition.minutes * 60_000;
      case 'frames':
        return this.#frames - since.frames >= condition.frames;
      case 'clock-time':
        return this.#clocks.wall() >= Date.parse(condition.at);
      case 'screen-mode':
        return this.#sight.mode === condition.mode;
      case 'text':
        return this.#sight.reads(condition.words);
      case 'late-frames':
        return this.#lateShare() > condition.percent / 100;
      case 'no-progress':
        return this.#playedSoFar() - Math.max(this.#newAt, since.ms) >= condition.minutes * 60_000;
    }
  }

  /** Of the last minute's frames; 0 until there is a whole minute. */
  #lateShare(): number {
    if (this.#late.length < lateSeconds) return 0;
    const sum = (pick: 'frames' | 'late') => this.#late.reduce((total, second) => total + second[pick], 0);
    return sum('frames') === 0 ? 0 : sum('late') / sum('frames');
  }
}
