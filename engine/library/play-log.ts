import type { Session } from '../../protocol/sessions.ts';
import type { Library } from './library.ts';

/** Seconds of play that may be lost when the engine dies. */
const writeEverySeconds = 10;

/** Keeps count of how often, how long and how each game was played. */
export class PlayLog {
  readonly #library: Library;
  readonly #now: () => number;
  /** Sessions that have begun, with the time since which they run uncounted; null: they stand still. */
  readonly #begun = new Map<string, number | null>();

  /** `now`: milliseconds of a clock that only goes forward. */
  constructor(library: Library, now: () => number = () => performance.now()) {
    this.#library = library;
    this.#now = now;
  }

  /** A session's record changed. */
  heed(session: Session): void {
    if (session.state === 'running' && !this.#begun.has(session.id)) this.#begin(session);
    if (!this.#begun.has(session.id)) return;
    const running = session.state === 'running';
    if (!running) this.#count(session, 0);
    if (session.state === 'ended') this.#begun.delete(session.id);
    else if ((this.#begun.get(session.id) !== null) !== running)
      this.#begun.set(session.id, running ? this.#now() : null);
  }

  /** A session is still being played. */
  tick(session: Session): void {
    this.#count(session, writeEverySeconds);
  }

  #begin(session: Session): void {
    this.#begun.set(session.id, this.#now());
    const row = this.#library.rowOf(session);
    if (!row) return;
    const { goal, seed, speed, player } = session;
    this.#library.note(row.id, {
      lastPlayedAt: session.createdAt,
      timesPlayed: row.timesPlayed + 1,
      choice: JSON.stringify({ goal, seed, speed, player }),
    });
  }

  /** Adds the time since the last count, once it is `least` seconds. */
  #count(session: Session, least: number): void {
    const since = this.#begun.get(session.id);
    if (since === undefined || since === null) return;
    const now = this.#now();
    const seconds = (now - since) / 1000;
    if (seconds < least) return;
    this.#begun.set(session.id, now);
    const row = this.#library.rowOf(session);
    if (row) this.#library.note(row.id, { secondsPlayed: row.secondsPlayed + seconds });
  }
}
