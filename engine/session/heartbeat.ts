const checkEveryMs = 100;

/**
 * Watches a session process for signs of life. Time is counted only while this process itself is awake: a
 * laptop that slept, or an engine that was busy, must not take a healthy session for a dead one.
 */
export class Heartbeat {
  readonly #timeoutMs: number;
  readonly #onSilence: (silentMs: number) => void;
  readonly #timer: NodeJS.Timeout;
  #expected = false;
  #silentMs = 0;
  #checkedAt = performance.now();

  constructor(timeoutMs: number, onSilence: (silentMs: number) => void) {
    this.#timeoutMs = timeoutMs;
    this.#onSilence = onSilence;
    this.#timer = setInterval(() => this.#check(), checkEveryMs);
    this.#timer.unref();
  }

  /** There is progress, and whether more of it is expected from now on (not while paused). */
  alive(expected: boolean): void {
    this.#expected = expected;
    this.#silentMs = 0;
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #check(): void {
    const now = performance.now();
    // However late this check comes, it stands for two of its periods at most.
    const passed = Math.min(now - this.#checkedAt, 2 * checkEveryMs);
    this.#checkedAt = now;
    if (!this.#expected) return;
    this.#silentMs += passed;
    if (this.#silentMs < this.#timeoutMs) return;
    this.#expected = false;
    this.#onSilence(this.#silentMs);
  }
}
