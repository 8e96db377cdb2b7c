import type { SeenHost } from '../../../native/types.ts';
import { Distribution } from '../../history/distribution.ts';

/** Further apart than this, the wall clock was set between two looks, or the computer slept. */
const mostDriftMs = 250;

/**
 * The time between one picture and the next, frame by frame, read from the ring's headers a batch at a time: no
 * work on the frame thread, no native call. The ring holds the last few frames; where we came too late for some
 * (this process was not run for over a tenth of a second), their common time is shared out evenly.
 */
export class FrameClock {
  readonly #host: SeenHost;
  #times: number[] = [];
  #distribution = new Distribution();
  #last: { frame: number; at: number } | null = null;
  /** The newest frame when play went on: the time since it was made is no frame's. */
  #begunAt = -1;
  #lookedAt = 0;
  #running = false;

  constructor(host: SeenHost) {
    this.#host = host;
  }

  /** Play goes on: the time before this is no frame's. */
  begin(): void {
    this.#running = true;
    this.#last = null;
    this.#begunAt = this.#host.newestFrame();
    this.#lookedAt = performance.now();
  }

  rest(): void {
    this.gather();
    this.#running = false;
  }

  /** Called every few frames. */
  gather(): void {
    if (!this.#running) return;
    const now = performance.now();
    const passedMs = now - this.#lookedAt;
    for (const picture of this.#host.pictureTimes(this.#last?.frame ?? this.#begunAt)) {
      const last = this.#last;
      this.#last = picture;
      // A look that found nothing new repeats a window's last picture: that was no frame.
      if (!last || picture.at === last.at) continue;
      const frames = picture.frame - last.frame;
      const spanMs = picture.at - last.at;
      // The time of a picture is the wall clock's, which may be set; ours only ever goes forward.
      if (spanMs < 0 || spanMs > passedMs + mostDriftMs) continue;
      for (let frame = 0; frame < frames; frame += 1) this.#add((spanMs * 1000) / frames);
    }
    this.#lookedAt = now;
  }

  /** What was gathered since the last call, in microseconds. */
  take(): { times: number[]; distribution: Distribution } {
    this.gather();
    const taken = { times: this.#times, distribution: this.#distribution };
    this.#times = [];
    this.#distribution = new Distribution();
    return taken;
  }

  #add(microseconds: number): void {
    this.#times.push(microseconds);
    this.#distribution.add(microseconds);
  }
}
