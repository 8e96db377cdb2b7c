import type { SeenHost } from '../../../native/types.ts';
import type { Played } from '../../history/played.ts';

/** Counts that only ever go up, as they stood when they were last told. */
interface Totals {
  lostFrames: number;
  looks: number;
  slowLooks: number;
  inferences: number;
  unchangedFrames?: number;
  cacheHits?: number;
  cacheMisses?: number;
  processorMs: number;
}

/** What is counted from second to second beside frames: the differences of counts that only ever go up. */
export class Counters {
  readonly #host: SeenHost;
  #before: Totals;
  #decisionsBy: Record<string, number> = {};
  #decisions = 0;

  constructor(host: SeenHost) {
    this.#host = host;
    // Loading the core and the networks was not play.
    this.#before = this.#totals({ looks: 0, slowLooks: 0, inferred: 0 });
  }

  decided(skill: string): void {
    this.#decisions += 1;
    this.#decisionsBy[skill] = (this.#decisionsBy[skill] ?? 0) + 1;
  }

  /** What happened since the last call. `inferred`: networks that were run in JavaScript, since the session began. */
  take(totals: {
    looks: number;
    slowLooks: number;
    inferred: number;
  }): Pick<Played, 'decisions' | 'decisionsBy'> & Partial<Played> {
    const now = this.#totals(totals);
    const before = this.#before;
    this.#before = now;
    const told: Record<string, number> = {};
    for (const [name, value] of Object.entries(now)) {
      const last = before[name as keyof Totals] ?? 0;
      // Counts of a clock or of eyes begin anew when these do.
      if (value !== undefined) told[name] = value >= last ? value - last : value;
    }
    const decided = { decisions: this.#decisions, decisionsBy: this.#decisionsBy };
    this.#decisions = 0;
    this.#decisionsBy = {};
    return { ...told, ...decided };
  }

  #totals({ looks, slowLooks, inferred }: { looks: number; slowLooks: number; inferred: number }): Totals {
    const { lostFrames, stages } = this.#host.metrics();
    const { user, system } = process.cpuUsage();
    const seen = this.#host.observe();
    const cache = seen?.letters?.cache;
    return {
      lostFrames,
      looks,
      slowLooks,
      inferences: inferred + (stages.infer?.count ?? 0),
      processorMs: (user + system) / 1000,
      ...(seen ? { unchangedFrames: seen.unchangedFrames } : {}),
      ...(cache ? { cacheHits: cache.hits, cacheMisses: cache.misses } : {}),
    };
  }
}
