import type { Database } from './open.ts';

/** Rows that one slice takes out at most: a few milliseconds of work. */
const rowsASlice = 200;
/** Free pages that are left for the next writes, and pages given back in one slice. */
const sparePages = 64;
const pagesASlice = 256;

const dayMs = 86_400_000;

/** What is kept, and for how long. */
export interface Retention {
  detailDays: number;
  minuteDays: number;
  capBytes: number;
}

const taken = (table: string): string =>
  `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE at < ? ORDER BY at LIMIT ${rowsASlice})`;
const oldest = (table: string): string =>
  `DELETE FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} ORDER BY at LIMIT ${rowsASlice})`;

const prepare = (database: Database) => ({
  oldDetails: database.prepare<[before: number]>(taken('minute_details')),
  oldMinutes: database.prepare<[before: number]>(taken('minutes')),
  oldDecisions: database.prepare<[before: number]>(taken('decision_packs')),
  oldEvents: database.prepare<[before: string]>(taken('events')),
  oldNotices: database.prepare<[before: string]>(taken('notices')),
  oldestDetails: database.prepare(oldest('minute_details')),
  oldestDecisions: database.prepare(oldest('decision_packs')),
  oldestMinutes: database.prepare(oldest('minutes')),
  remember: database.prepare<[name: string, value: string]>(
    'INSERT INTO housekeeping VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  ),
  recall: database.prepare<[name: string], string>('SELECT value FROM housekeeping WHERE name = ?').pluck(),
});

/** Takes out of the database what is no longer kept, a slice at a time. */
export class TidyRows {
  readonly #database: Database;
  readonly #statements;

  constructor(database: Database) {
    this.#database = database;
    this.#statements = prepare(database);
  }

  /**
   * Does one slice of work. False: there is nothing left to do. What lies in the future (the clock was set back
   * since) counts as new, and stays.
   */
  slice(retention: Retention, now: number): boolean {
    return this.#takeOld(retention, now) || this.#takeOldest(retention) || this.#shrink();
  }

  /** Bytes of the database, and those of them that nothing uses. */
  size(): { bytes: number; freeBytes: number } {
    const pragma = (name: string): number => this.#database.pragma(name, { simple: true }) as number;
    const pageSize = pragma('page_size');
    return { bytes: pragma('page_count') * pageSize, freeBytes: pragma('freelist_count') * pageSize };
  }

  remember(name: 'tidied-at' | 'checked-at' | 'sound', value: string): void {
    this.#statements.remember.run(name, value);
  }

  recall(name: 'tidied-at' | 'checked-at' | 'sound'): string | null {
    return this.#statements.recall.get(name) ?? null;
  }

  #takeOld({ detailDays, minuteDays }: Retention, now: number): boolean {
    const to = this.#statements;
    const details = now - detailDays * dayMs;
    const minutes = now - minuteDays * dayMs;
    const before = new Date(minutes).toISOString();
    return (
      to.oldDetails.run(details).changes > 0 ||
      to.oldMinutes.run(minutes).changes > 0 ||
      to.oldDecisions.run(minutes).changes > 0 ||
      to.oldEvents.run(before).changes > 0 ||
      to.oldNotices.run(before).changes > 0
    );
  }

  /** Over the cap: single frame times go first, then decisions, then minutes. Sessions and days are small. */
  #takeOldest({ capBytes }: Retention): boolean {
    const { bytes, freeBytes } = this.size();
    if (bytes - freeBytes <= capBytes) return false;
    const to = this.#statements;
    return (
      to.oldestDetails.run().changes > 0 ||
      to.oldestDecisions.run().changes > 0 ||
      to.oldestMinutes.run().changes > 0
    );
  }

  /** Gives free pages back to the disk. */
  #shrink(): boolean {
    const free = this.#database.pragma('freelist_count', { simple: true }) as number;
    if (free <= 2 * sparePages || this.#database.pragma('auto_vacuum', { simple: true }) !== 2) return false;
    this.#database.pragma(`incremental_vacuum(${Math.min(pagesASlice, free - sparePages)})`);
    return (this.#database.pragma('freelist_count', { simple: true }) as number) < free;
  }
}
