import type { GuideGoal, GuideTask } from '../../protocol/guide.ts';
import type { GoalNode } from '../../protocol/observation.ts';

interface Standing {
  state: GoalNode['state'];
  frames: number;
  tries: number;
  /** Steps to what is walked to: when it was first known, and now. */
  way: { from: number; left: number } | null;
}

/** How far the tasks of a goal had come at a moment. */
export interface TaskProgress {
  at: number;
  standings: Standing[];
}

/** The tasks of a goal in their order: which one is at work, and how far each has come. */
export class TaskList {
  readonly #goal: GuideGoal;
  #standings: Standing[];
  #at = 0;

  constructor(goal: GuideGoal) {
    this.#goal = goal;
    this.#standings = goal.tasks.map(() => ({ state: 'waiting', frames: 0, tries: 0, way: null }));
  }

  /** The task at work; null: all are done. */
  get current(): GuideTask | null {
    return this.#goal.tasks[this.#at] ?? null;
  }

  /** The task at work is begun, for the first time or once more. */
  begin(): void {
    this.#now({ state: 'active' });
    const standing = this.#standings[this.#at];
    if (standing) standing.tries += 1;
  }

  /** The task at work is taken up again: where it was under way already, that is no other attempt. */
  goOn(): void {
    const standing = this.#standings[this.#at];
    if (standing?.state !== 'active' || standing.tries === 0) this.begin();
  }

  /** The same without counting an attempt: the human is at it. */
  lookOn(): void {
    this.#now({ state: 'active' });
  }

  done(): void {
    this.#now({ state: 'done', way: null });
    this.#at += 1;
  }

  fail(): void {
    this.#now({ state: 'failed' });
  }

  /** Time went by. */
  spend(frames: number): void {
    const standing = this.#standings[this.#at];
    if (standing?.state === 'active') standing.frames += Math.max(0, frames);
  }

  /** So many steps are left to what the task is about, as far as is known; null: that is not known now. */
  stepsLeft(left: number | null): void {
    const standing = this.#standings[this.#at];
    if (!standing) return;
    if (left === null) standing.way = null;
    else standing.way = { from: Math.max(standing.way?.from ?? left, left), left };
  }

  /** The end of the game was reached: with all errands done, that is the last task. */
  finish(): void {
    this.#at = this.#standings.length - 1;
    this.done();
  }

  progress(): TaskProgress {
    return { at: this.#at, standings: structuredClone(this.#standings) };
  }

  /** Play goes on from a moment at which they had come so far. */
  goBackTo({ at, standings }: TaskProgress): void {
    this.#at = at;
    this.#standings = structuredClone(standings);
  }

  nodes(): GoalNode[] {
    return this.#goal.tasks.map(({ name, title }, i) => {
      const { state, frames, tries, way } = this.#standings[i]!;
      const share = way && way.from > 0 ? { share: 1 - way.left / way.from } : {};
      return { name, title, state, frames, tries, ...(state === 'done' ? { share: 1 } : share) };
    });
  }

  #now(change: Partial<Standing>): void {
    const standing = this.#standings[this.#at];
    if (standing) Object.assign(standing, change);
  }
}
