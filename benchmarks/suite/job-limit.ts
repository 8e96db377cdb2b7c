/** How many episodes are played at the same time; may change while they are. */
export class JobLimit {
  #jobs: number;
  #changed: () => void = () => {};

  constructor(jobs: number) {
    this.#jobs = jobs;
  }

  get jobs(): number {
    return this.#jobs;
  }

  /** Whoever plays hears of it at once; what is being played is played to its end. */
  set(jobs: number): void {
    this.#jobs = Math.max(1, jobs);
    this.#changed();
  }

  onChange(changed: () => void): void {
    this.#changed = changed;
  }
}
