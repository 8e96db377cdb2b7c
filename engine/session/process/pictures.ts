import type { SeenHost } from '../../../native/types.ts';
import type { SentPicture } from '../messages.ts';

/** No screen shows more; in lockstep the core makes hundreds a second. */
const mostPicturesPerSecond = 60;
/** Frames do not come to the millisecond: one that is this early still counts as on time. */
const earlyMs = 1.6;
const pollMs = 4;
/** While the game stands still a new picture can only come from a step: no hurry. */
const idlePollMs = 40;

const gapOf = (picturesPerSecond: number): number => 1000 / picturesPerSecond - earlyMs;

/**
 * Sends one picture each time the engine asks for one, the newest there is. Runs on its own timer: the game's
 * loop looks at the screen only once a tick, while the page wants every frame.
 */
export class Pictures {
  readonly #host: SeenHost;
  readonly #send: (picture: SentPicture) => void;
  readonly #running: () => boolean;
  #after: number | null = null;
  #lastSent = 0;
  #timer: NodeJS.Timeout | null = null;
  #held = false;
  #leastGapMs = gapOf(mostPicturesPerSecond);

  constructor(host: SeenHost, running: () => boolean, send: (picture: SentPicture) => void) {
    this.#host = host;
    this.#running = running;
    this.#send = send;
  }

  /** Sends that many pictures a second from now on, at most. */
  setRate(picturesPerSecond: number): void {
    this.#leastGapMs = gapOf(Math.min(picturesPerSecond, mostPicturesPerSecond));
  }

  /** Sends nothing until {@link release}: what runs now is not for eyes. */
  hold(): void {
    this.#held = true;
  }

  /** Sends pictures again, the newest one at once. */
  release(): void {
    this.#held = false;
    if (this.#after === null) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#poll();
  }

  /** Sends a picture of a frame after `after` as soon as there is one. */
  request(after: number): void {
    this.#after = after;
    if (this.#timer === null) this.#poll();
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#after = null;
  }

  #poll(): void {
    this.#timer = null;
    if (this.#after === null) return;
    const wait = this.#lastSent + this.#leastGapMs - performance.now();
    if (!this.#held && wait <= 0 && this.#host.newestFrame() > this.#after && this.#deliver()) return;
    this.#timer = setTimeout(() => this.#poll(), wait > 0 ? wait : this.#running() ? pollMs : idlePollMs);
  }

  #deliver(): boolean {
    const picture = this.#host.picture();
    if (!picture) return false;
    this.#after = null;
    this.#lastSent = performance.now();
    const { frame, width, height, format, capturedAt, pixels } = picture;
    this.#send({ frame, width, height, format, capturedAt, pixels });
    return true;
  }
}
