import type { FeedbackRow } from '../../store/feedback-rows.ts';
import type { FeedbackTable } from '../../store/feedback-table.ts';
import { judgeAnswer, type Outcome } from './answer.ts';
import { backOff, longestWaitMs } from './delay.ts';
import { networkWords, type Part, postItem } from './post.ts';

/** What the sender needs of the engine around it. */
export interface SenderSurroundings {
  table: FeedbackTable;
  /** Where items go now; empty: nowhere. Asked before every item: it is a setting that may change. */
  hubUrl: () => string;
  /** The files of an item as they were agreed to. */
  partsOf: (item: FeedbackRow) => Part[];
  /** Called when an item has been acknowledged, after that is on the disk. */
  onSent: (id: string) => void;
  log: (message: string, facts: Record<string, unknown>) => void;
  timeoutMs: number;
  now?: () => number;
  random?: () => number;
  /** Milliseconds of the shortest wait, for tests that cannot wait for five seconds. */
  delay?: (tries: number, random: number) => number;
}

/** Looks for items that came in by another way, and for a clock that was set. */
const mostIdleMs = 60_000;

/**
 * Sends what waits, one item at a time, the oldest first. An item leaves `waiting` only by what the hub says, and
 * what the hub says is on the disk before the next one is begun: killed at any moment, the item is sent again with
 * the same key, by which the hub knows it.
 */
export class Sender {
  readonly #around: Required<SenderSurroundings>;
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> | null = null;
  /** Nobody is tried before this time: the hub is away, or asked for rest. */
  #pausedUntil = 0;
  #stirred = false;

  constructor(around: SenderSurroundings) {
    this.#around = { now: Date.now, random: Math.random, delay: backOff, ...around };
    // What was under way when the engine died may have arrived or not: the key settles it.
    for (const row of around.table.inState('sending'))
      around.table.put({
        ...row,
        state: 'waiting',
        nextTryAt: null,
        said: 'Eevee ended while it was being sent.',
      });
  }

  /** Looks for work now: something was agreed to, or is to be tried again at once. */
  stir(impatient = false): void {
    if (this.#closing.signal.aborted) return;
    if (impatient) this.#pausedUntil = 0;
    this.#stirred = true;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#work ??= this.#run()
      .catch((error: unknown) => {
        // The disk refuses: the items are where they were, and are looked at again later.
        this.#around.log('Feedback could not be sent', { err: error });
      })
      .finally(() => {
        this.#work = null;
        this.#sleep();
      });
  }

  /** Breaks off the try under way and waits until its item is back in the outbox. */
  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#timer) clearTimeout(this.#timer);
    await this.#work;
  }

  /** Whether an item may go to the hub as it is set now: only where its user agreed to. */
  #agreed(row: FeedbackRow): boolean {
    const hub = this.#around.hubUrl();
    return hub !== '' && row.hub === hub;
  }

  #dueAt(row: FeedbackRow): number {
    const at = row.nextTryAt === null ? 0 : Date.parse(row.nextTryAt);
    // Further away than we ever wait: the clock was set back since. Now is better than in a year.
    return at > this.#around.now() + longestWaitMs ? 0 : at;
  }

  #waiting(): FeedbackRow[] {
    return this.#around.table.inState('waiting').filter((row) => this.#agreed(row));
  }

  async #run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      this.#stirred = false;
      const now = this.#around.now();
      if (this.#pausedUntil > now + longestWaitMs) this.#pausedUntil = 0;
      const due =
        now < this.#pausedUntil ? undefined : this.#waiting().find((row) => this.#dueAt(row) <= now);
      if (due) await this.#send(due);
      else if (!this.#stirred) return;
    }
  }

  #sleep(): void {
    if (this.#closing.signal.aborted) return;
    const ms = this.#msUntilDue();
    if (ms === null) return;
    this.#timer = setTimeout(() => this.stir(), ms);
    this.#timer.unref();
  }

  /** Milliseconds until somebody is due; null: nobody waits. */
  #msUntilDue(): number | null {
    try {
      const waiting = this.#waiting();
      if (waiting.length === 0) return null;
      const next = Math.max(this.#pausedUntil, Math.min(...waiting.map((row) => this.#dueAt(row))));
      return Math.min(mostIdleMs, Math.max(0, next - this.#around.now()));
    } catch (error) {
      this.#around.log('The outbox cannot be read', { err: error });
      return mostIdleMs;
    }
  }

  async #send(row: FeedbackRow): Promise<void> {
    const { table, partsOf, log } = this.#around;
    const tries = row.tries + 1;
    const sending: FeedbackRow = { ...row, state: 'sending', tries, nextTryAt: null };
    table.put(sending);
    const outcome = await this.#hand(sending, () => partsOf(row));
    const latest = table.item(row.id);
    if (!latest) return;
    table.put({ ...latest, ...this.#after(outcome, tries) });
    log(`Feedback ${row.id}: ${outcome.is}`, { key: row.key, tries, said: outcome.said });
    if (outcome.is === 'sent') this.#around.onSent(row.id);
  }

  async #hand(row: FeedbackRow, parts: () => Part[]): Promise<Outcome> {
    let files: Part[];
    try {
      files = parts();
    } catch (error) {
      return { is: 'refused', said: (error as Error).message };
    }
    try {
      const { timeoutMs, now } = this.#around;
      const signal = this.#closing.signal;
      const answer = await postItem(row.hub ?? '', row.key, files, { timeoutMs, signal });
      return judgeAnswer(answer, row.key, now());
    } catch (error) {
      return { is: 'later', said: networkWords(error), afterMs: null, everyone: true };
    }
  }

  /** How an item stands after a try. */
  #after(outcome: Outcome, tries: number): Partial<FeedbackRow> {
    const now = this.#around.now();
    const at = new Date(now).toISOString();
    if (outcome.is === 'sent')
      return { state: 'sent', doneAt: at, changedAt: at, nextTryAt: null, said: outcome.said };
    if (outcome.is === 'refused')
      return { state: 'refused', changedAt: at, nextTryAt: null, said: outcome.said };
    const wait = outcome.afterMs ?? this.#around.delay(tries, this.#around.random());
    if (outcome.everyone) this.#pausedUntil = now + wait;
    return { state: 'waiting', nextTryAt: new Date(now + wait).toISOString(), said: outcome.said };
  }
}
