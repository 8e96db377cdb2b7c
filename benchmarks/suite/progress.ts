import type { Episode } from '../../protocol/benchmark-run.ts';
import type { RunListener } from './run.ts';

const barWidth = 24;
/** Without a terminal: a line this often. */
const lineEveryMs = 10_000;
const drawEveryMs = 100;

const clock = (seconds: number): string => {
  const whole = Math.max(0, Math.round(seconds));
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`;
};

/** Shows on standard error how far a run is, and how long it will take. */
export class Progress implements RunListener {
  readonly #terminal = process.stderr.isTTY === true;
  #began = 0;
  #total = 0;
  #doneBefore = 0;
  #done = 0;
  #missed = 0;
  #errors = 0;
  #drawn = 0;

  begun(planned: readonly unknown[], finished: readonly Episode[]): void {
    this.#began = performance.now();
    this.#total = planned.length;
    this.#done = finished.length;
    this.#doneBefore = finished.length;
  }

  finished({ result }: Episode): void {
    this.#done += 1;
    if (result === 'failure') this.#missed += 1;
    if (result === 'error') this.#errors += 1;
    const now = performance.now();
    if (now - this.#drawn < (this.#terminal ? drawEveryMs : lineEveryMs) && this.#done < this.#total) return;
    this.#drawn = now;
    if (this.#terminal) process.stderr.write(`\r${this.#line()}\u001b[K`);
    else process.stderr.write(`${this.#line()}\n`);
  }

  /** Leaves the bar where it stands. */
  ended(): void {
    if (this.#terminal) process.stderr.write('\n');
  }

  #line(): string {
    const share = this.#total === 0 ? 1 : this.#done / this.#total;
    const full = Math.round(share * barWidth);
    const bar = '█'.repeat(full) + '░'.repeat(barWidth - full);
    const seconds = (performance.now() - this.#began) / 1000;
    const rate = (this.#done - this.#doneBefore) / Math.max(seconds, 0.001);
    const left = rate > 0 ? clock((this.#total - this.#done) / rate) : '–';
    const counts = `${this.#missed} missed, ${this.#errors} errors`;
    return `${bar} ${this.#done}/${this.#total}  ${rate.toFixed(1)} a second  ${left} left  ${counts}`;
  }
}
