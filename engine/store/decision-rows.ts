import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Decision } from '../../protocol/observation.ts';
import type { Database } from './open.ts';

/** So many of a session's newest decisions lie singly; beyond twice as many, the older ones are packed. */
const keptSingly = 100;

export interface NumberedDecision {
  number: number;
  decision: Decision;
}

const prepare = (database: Database) => ({
  add: database.prepare<[id: string, number: number, frame: number, decision: string]>(
    'INSERT OR REPLACE INTO decisions VALUES (?, ?, ?, ?)',
  ),
  single: database.prepare<[id: string, before: number, limit: number], { number: number; decision: string }>(
    'SELECT number, decision FROM decisions WHERE session_id = ? AND number < ? ORDER BY number DESC LIMIT ?',
  ),
  oldest: database.prepare<[id: string, limit: number], { number: number; decision: string }>(
    'SELECT number, decision FROM decisions WHERE session_id = ? ORDER BY number LIMIT ?',
  ),
  drop: database.prepare<[id: string, from: number, to: number]>(
    'DELETE FROM decisions WHERE session_id = ? AND number >= ? AND number <= ?',
  ),
  pack: database.prepare<[id: string, first: number, count: number, at: number, pack: Uint8Array]>(
    'INSERT OR REPLACE INTO decision_packs VALUES (?, ?, ?, ?, ?)',
  ),
  packs: database.prepare<[id: string, before: number], { first: number; pack: Buffer }>(
    'SELECT first, pack FROM decision_packs WHERE session_id = ? AND first < ? ORDER BY first DESC',
  ),
  count: database
    .prepare<[string, string], number>(
      `SELECT (SELECT count(*) FROM decisions WHERE session_id = ?) +
         (SELECT coalesce(sum(count), 0) FROM decision_packs WHERE session_id = ?)`,
    )
    .pluck(),
});

/**
 * The decisions of all sessions. A decision is half a kilobyte of JSON and mostly as the one before it, so a
 * hundred of them packed together take a twentieth of the room.
 */
export class DecisionRows {
  readonly #statements;

  constructor(database: Database) {
    this.#statements = prepare(database);
  }

  add(id: string, number: number, frame: number, decision: string): void {
    this.#statements.add.run(id, number, frame, decision);
    if (number % keptSingly === keptSingly - 1) this.#packOld(id);
  }

  /** Packs all decisions of a session that is over. */
  packAll(id: string): void {
    for (;;) {
      const rows = this.#statements.oldest.all(id, keptSingly);
      if (rows.length === 0) return;
      this.#pack(id, rows);
    }
  }

  count(id: string): number {
    return this.#statements.count.get(id, id) ?? 0;
  }

  /** The newest `limit` with a number below `before`, oldest first. */
  page(id: string, before: number, limit: number): NumberedDecision[] {
    const found: NumberedDecision[] = this.#statements.single
      .all(id, before, limit)
      .map(({ number, decision }) => ({ number, decision: JSON.parse(decision) as Decision }));
    if (found.length < limit) {
      for (const { first, pack } of this.#statements.packs.iterate(id, before)) {
        const decisions = JSON.parse(inflateRawSync(pack).toString()) as Decision[];
        for (let index = decisions.length - 1; index >= 0 && found.length < limit; index -= 1) {
          if (first + index < before) found.push({ number: first + index, decision: decisions[index]! });
        }
        if (found.length >= limit) break;
      }
    }
    return found.reverse();
  }

  #packOld(id: string): void {
    const rows = this.#statements.oldest.all(id, 2 * keptSingly);
    if (rows.length === 2 * keptSingly) this.#pack(id, rows.slice(0, keptSingly));
  }

  /** Packs the longest run without a gap, so that a decision's number is its place in the pack. */
  #pack(id: string, rows: { number: number; decision: string }[]): void {
    const first = rows[0]!.number;
    const gap = rows.findIndex(({ number }, index) => number !== first + index);
    const run = gap < 0 ? rows : rows.slice(0, gap);
    const pack = deflateRawSync(`[${run.map(({ decision }) => decision).join(',')}]`);
    this.#statements.pack.run(id, first, run.length, Date.now(), pack);
    this.#statements.drop.run(id, first, first + run.length - 1);
  }
}
