import { writeVarints } from './varints.ts';

/** Buckets within each doubling: a value is told to about half a percent. */
const perDoubling = 128;
/** From a microsecond to over an hour. */
const doublings = 32;
const buckets = perDoubling * doublings;

const bucketOf = (microseconds: number): number =>
  microseconds <= 1 ? 0 : Math.min(buckets - 1, Math.floor(Math.log2(microseconds) * perDoubling));
/** The middle of a bucket, in microseconds. */
const middles = Float64Array.from({ length: buckets }, (_, bucket) =>
  bucket === 0 ? 1 : 2 ** ((bucket + 0.5) / perDoubling),
);
const middleOf = (bucket: number): number => middles[bucket]!;

/**
 * Distribution of durations in microseconds. As bytes only buckets that hold something take room: a second of
 * steady play is a few dozen. Two distributions add up to what one would have counted, so that percentiles and
 * lows over any range of time come from the distributions of its parts. The largest value is exact.
 */
export class Distribution {
  /** Counts of the buckets from `#base` on: what is near each other lies near each other, and the rest takes no room. */
  #counts = new Float64Array(0);
  #base = 0;
  #lowest = buckets;
  #highest = -1;
  #count = 0;
  #max = 0;

  get count(): number {
    return this.#count;
  }

  /** Microseconds; 0 where nothing was counted. */
  get max(): number {
    return this.#max;
  }

  /** Microseconds; negative and unreadable values count as 0. */
  add(microseconds: number, times = 1): void {
    const value = Number.isFinite(microseconds) ? Math.max(0, microseconds) : 0;
    this.#put(bucketOf(value), times);
    if (value > this.#max) this.#max = value;
  }

  /** Adds what {@link encode} wrote. Bytes that are cut off add what can be read. */
  merge(bytes: Uint8Array): this {
    let field = 0;
    let bucket = 0;
    let value = 0;
    let scale = 1;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      value += (byte & 0x7f) * scale;
      if (byte & 0x80) {
        scale *= 0x80;
        continue;
      }
      if (field === 0) this.#max = Math.max(this.#max, value);
      else if (field % 2 === 1) bucket = Math.min(buckets - 1, bucket + value);
      else this.#put(bucket, value);
      field += 1;
      value = 0;
      scale = 1;
    }
    return this;
  }

  /** The value that this share of all values does not exceed (nearest rank); null where there is none. */
  percentile(share: number): number | null {
    if (this.#count === 0) return null;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    let seen = 0;
    for (let bucket = this.#lowest; bucket <= this.#highest; bucket += 1) {
      seen += this.#counts[bucket - this.#base]!;
      if (seen >= rank) return Math.min(middleOf(bucket), this.#max);
    }
    return this.#max;
  }

  /** The mean of the largest values: of this share of all, rounded up; null where there is none. */
  meanOfLargest(share: number): number | null {
    if (this.#count === 0) return null;
    const wanted = Math.ceil(share * this.#count);
    // The single largest value is known exactly; the others by their bucket.
    let left = wanted - 1;
    let sum = this.#max;
    for (let bucket = this.#highest; bucket >= this.#lowest && left > 0; bucket -= 1) {
      const held = this.#counts[bucket - this.#base]! - (bucket === this.#highest ? 1 : 0);
      const taken = Math.min(held, left);
      sum += taken * Math.min(middleOf(bucket), this.#max);
      left -= taken;
    }
    return sum / wanted;
  }

  /** As bytes: the maximum, then pairs of (distance to the bucket before, count), as `writeVarints` does it. */
  encode(): Uint8Array {
    const numbers = [Math.round(this.#max)];
    let before = 0;
    for (let bucket = this.#lowest; bucket <= this.#highest; bucket += 1) {
      if (this.#counts[bucket - this.#base] === 0) continue;
      numbers.push(bucket - before, this.#counts[bucket - this.#base]!);
      before = bucket;
    }
    return writeVarints(numbers);
  }

  static decode(bytes: Uint8Array): Distribution {
    return new Distribution().merge(bytes);
  }

  /** Empties it, to be used again: thousands of points of a plot need one after the other. */
  clear(): this {
    if (this.#highest >= 0) this.#counts.fill(0, this.#lowest - this.#base, this.#highest + 1 - this.#base);
    this.#lowest = buckets;
    this.#highest = -1;
    this.#count = 0;
    this.#max = 0;
    return this;
  }

  #put(bucket: number, times: number): void {
    if (bucket < this.#base || bucket >= this.#base + this.#counts.length) this.#reach(bucket);
    this.#counts[bucket - this.#base]! += times;
    this.#count += times;
    if (bucket < this.#lowest) this.#lowest = bucket;
    if (bucket > this.#highest) this.#highest = bucket;
  }

  /** Makes room for a bucket, and for more around it. */
  #reach(bucket: number): void {
    const filled = this.#highest >= 0;
    const from = Math.max(0, Math.min(bucket, filled ? this.#lowest : bucket) - perDoubling / 2);
    const to = Math.min(buckets, Math.max(bucket, this.#highest) + 2 * perDoubling);
    const counts = new Float64Array(to - from);
    if (filled) {
      const old = this.#counts.subarray(this.#lowest - this.#base, this.#highest + 1 - this.#base);
      counts.set(old, this.#lowest - from);
    }
    this.#counts = counts;
    this.#base = from;
  }
}
