import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DataFolder } from '../data-folder.ts';
import type { Logger } from '../log.ts';
import { problemFrom } from '../problem.ts';
import type { Store } from '../store/store.ts';

/** How long a deleted session can be brought back. */
const restorableMs = 3_600_000;
/** The time after which a session has to have been deleted to be brought back at `now` (ms since 1970). */
export const restorableSince = (now = Date.now()): string => new Date(now - restorableMs).toISOString();

const lookEveryMs = 10 * 60_000;

/**
 * Removes deleted sessions for good once they can no longer be brought back: their files, the cases that were made of
 * their ratings, and all that the store has of them. The row goes last: wherever the engine dies in between, the next
 * look (one at each start) finds the session and goes on.
 */
export class SessionPurge {
  readonly #store: Store;
  readonly #data: Pick<DataFolder, 'sessions' | 'cases'>;
  readonly #logger: Logger;
  readonly #timer: NodeJS.Timeout;

  constructor(store: Store, data: Pick<DataFolder, 'sessions' | 'cases'>, logger: Logger) {
    this.#store = store;
    this.#data = data;
    this.#logger = logger;
    this.#timer = setInterval(() => this.look(), lookEveryMs).unref();
    this.look();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  /** Removes what is due. What cannot be removed is tried again. */
  look(): void {
    for (const id of this.#store.keepsakes.removedUpTo(restorableSince())) {
      try {
        this.#remove(id);
      } catch (error) {
        this.#logger.warn({ session: id }, `A deleted session stays for now: ${problemFrom(error).message}`);
      }
    }
  }

  #remove(id: string): void {
    const remove = (path: string): void => rmSync(path, { recursive: true, force: true });
    for (const { caseId } of this.#store.ratings.ofSession(id))
      if (caseId) remove(join(this.#data.cases, caseId));
    remove(join(this.#data.sessions, id));
    this.#store.keepsakes.remove(id);
  }
}
