import { readGraphics } from './meter/graphics.ts';
import { readPower } from './meter/power.ts';
import type { Played } from './played.ts';

const everyMs = 1000;

/** What can be read of the whole computer at a moment; null: it does not tell. */
export interface MachineReading {
  /** How busy the graphics processor is, in percent. */
  graphicsPercent: number | null;
  watts: number | null;
}

/**
 * What the engine itself and the computer use, looked at once a second while somebody asks. Reading is done in
 * the background; a second that is told gets what was read last.
 */
export class Meter {
  readonly #read: () => Promise<MachineReading>;
  #timer: NodeJS.Timeout | null = null;
  #askedAt = 0;
  #engine = { at: performance.now(), usedMs: usedMs(), share: 0 };
  #machine: MachineReading = { graphicsPercent: null, watts: null };

  /** `read` is for tests. */
  constructor(read = readMachine) {
    this.#read = read;
  }

  /** What was used over so many milliseconds until now. */
  over(elapsedMs: number): Partial<Played> {
    this.#askedAt = performance.now();
    this.#timer ??= setInterval(() => void this.#look(), everyMs).unref();
    const { graphicsPercent, watts } = this.#machine;
    return {
      engineResidentBytes: process.memoryUsage.rss(),
      engineProcessorMs: this.#engine.share * elapsedMs,
      ...(graphicsPercent === null
        ? {}
        : { graphicsPercentMs: graphicsPercent * elapsedMs, graphicsMs: elapsedMs }),
      ...(watts === null ? {} : { milliJoules: watts * elapsedMs, poweredMs: elapsedMs }),
    };
  }

  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  async #look(): Promise<void> {
    // Nobody plays any more.
    if (performance.now() - this.#askedAt > 5 * everyMs) return this.close();
    const [at, used] = [performance.now(), usedMs()];
    this.#engine = { at, usedMs: used, share: (used - this.#engine.usedMs) / (at - this.#engine.at) };
    this.#machine = await this.#read();
  }
}

const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const readMachine = async (): Promise<MachineReading> => {
  const [graphics, power] = await Promise.all([readGraphics(), readPower()]);
  return { graphicsPercent: graphics.percent, watts: power ?? graphics.watts };
};
