import type { HistogramStats } from '../../../native/types.ts';

/** Buckets within each doubling: a value is told to 1/32, about 3%. */
const perDoubling = 32;
/** Buckets from 1/64 µs to over an hour. */
const doublings = 38;
const smallest = 1 / 64;

/**
 * Distribution of durations in microseconds in fixed memory: buckets grow with the value, so that the error
 * is a share of it (the idea of HdrHistogram). The maximum is exact.
 */
export class Histogram {
  readonly #counts = new Float64Array(perDoubling * doublings);
  #count = 0;
  #max = 0;

  /** Microseconds; negative and unreadable values count as 0. */
  add(microseconds: number): void {
    const value = Number.isFinite(microseconds) ? Math.max(0, microseconds) : 0;
    const bucket = value <= smallest ? 0 : Math.floor(Math.log2(value / smallest) * perDoubling);
    this.#counts[Math.min(bucket, this.#counts.length - 1)]! += 1;
    this.#count += 1;
    if (value > this.#max) this.#max = value;
  }

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#count = 0;
    this.#max = 0;
  }

  stats(): HistogramStats {
    const [p50 = 0, p95 = 0, p99 = 0, p999 = 0] = this.#percentiles([0.5, 0.95, 0.99, 0.999]);
    return { count: this.#count, p50, p95, p99, p999, max: this.#max };
  }

  /** The upper edge of the bucket in which each share (ascending) is reached, never above the maximum. */
  #percentiles(shares: readonly number[]): number[] {
    const found: number[] = [];
    let seen = 0;
    for (let bucket = 0; bucket < this.#counts.length && found.length < shares.length; bucket += 1) {
      seen += this.#counts[bucket]!;
      while (found.length < shares.length && this.#count > 0 && seen >= shares[found.length]! * this.#count) {
        found.push(Math.min(smallest * 2 ** ((bucket + 1) / perDoubling), this.#max));
      }
    }
    return found;
  }
}
