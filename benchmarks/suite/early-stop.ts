import { statSync } from 'node:fs';
import type { LoadedGame } from '../../games/catalog.ts';
import type { Episode } from '../../protocol/benchmark-run.ts';

/** Errors from which on their share counts, and the share that ends a run. */
const leastErrors = 5;
const mostErrorShare = 0.2;
/** Set-ups of one scenario that fail, without one that works, until it counts as broken. */
const mostFailedSetUps = 3;

/** Something that every episode needs is gone; no other episode would fare better. */
const needed = /^resource\.(addon|core-(missing|architecture|invalid)|rom|model)/;

/**
 * Says when a run is not worth going on with:
 * - at least 5 episodes, and more than one in five, ended in an error (workers that crash, a core that hangs);
 * - a scenario's set-up failed three times and never worked;
 * - what every episode needs is missing: the addon, the core, the ROM, the network;
 * - the ROM was built anew: results of two builds do not belong together.
 */
export class EarlyStop {
  readonly #game: LoadedGame;
  readonly #built: number;
  readonly #setUps = new Map<string, { failed: number; worked: boolean }>();
  #episodes = 0;
  #errors = 0;

  constructor(game: LoadedGame) {
    this.#game = game;
    this.#built = this.#builtAt();
  }

  /** Hears of a finished episode; the reason to stop, in words, or null. */
  heard(episode: Episode): string | null {
    this.#episodes += 1;
    if (episode.result === 'error') this.#errors += 1;
    const setUps = this.#setUps.get(episode.scenario) ?? { failed: 0, worked: false };
    this.#setUps.set(episode.scenario, setUps);
    if (episode.reason === 'set-up') setUps.failed += 1;
    else setUps.worked = true;
    if (episode.problem && needed.test(episode.problem.code)) return episode.problem.message;
    if (!setUps.worked && setUps.failed >= mostFailedSetUps)
      return `the set-up of "${episode.scenario}" fails: ${episode.problem?.message ?? ''}`;
    if (this.#errors >= leastErrors && this.#errors > mostErrorShare * this.#episodes)
      return `${this.#errors} of ${this.#episodes} episodes ended in an error; the last: ${episode.problem?.message ?? ''}`;
    if (this.#builtAt() !== this.#built) return `the ROM of ${this.#game.title} was built anew meanwhile`;
    return null;
  }

  #builtAt(): number {
    return statSync(this.#game.memoryMapPath, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }
}
