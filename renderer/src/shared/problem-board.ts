import type { Problem } from '../../../protocol/errors.ts';
import { problemIn } from '../api/problem.ts';
import { Store } from './store.ts';

export interface PostedProblem {
  id: number;
  problem: Problem;
}

/** Problems that came up while doing something, until the user has read them. */
export class ProblemBoard {
  readonly store = new Store<PostedProblem[]>([]);
  #next = 1;

  /** Posts what was thrown; the same words twice in a row are one. */
  add(error: unknown): void {
    const problem = problemIn(error);
    const others = this.store.get().filter((posted) => posted.problem.message !== problem.message);
    this.store.set([...others.slice(-2), { id: this.#next++, problem }]);
  }

  /** A new attempt makes what was wrong with the last one moot. */
  clear(): void {
    this.store.set([]);
  }

  dismiss(id: number): void {
    this.store.set(this.store.get().filter((posted) => posted.id !== id));
  }
}
