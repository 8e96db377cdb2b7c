import type { SentPicture } from './messages.ts';

interface Waiting {
  after: number;
  take: (picture: SentPicture | null) => void;
}

/**
 * Hands the session's pictures to whoever waits for one. However many wait, the process is asked for one
 * picture at a time; nobody waiting means that no picture leaves the process at all.
 */
export class PictureFeed {
  readonly #request: (after: number) => void;
  #waiting: Waiting[] = [];
  /** The frame that the open request is to be newer than; null while none is open. */
  #askedAfter: number | null = null;
  #closed = false;

  /** `request` asks the session process for one picture newer than a frame. */
  constructor(request: (after: number) => void) {
    this.#request = request;
  }

  /** The next picture newer than frame `after` (−1: any), or null when the session ends before there is one. */
  next(after: number): Promise<SentPicture | null> {
    if (this.#closed) return Promise.resolve(null);
    return new Promise((take) => {
      this.#waiting.push({ after, take });
      this.#ask();
    });
  }

  /** A picture came from the process. */
  arrived(picture: SentPicture): void {
    this.#askedAfter = null;
    const served = this.#waiting.filter(({ after }) => picture.frame > after);
    this.#waiting = this.#waiting.filter(({ after }) => picture.frame <= after);
    for (const { take } of served) take(picture);
    this.#ask();
  }

  close(): void {
    this.#closed = true;
    for (const { take } of this.#waiting) take(null);
    this.#waiting = [];
  }

  #ask(): void {
    if (this.#closed || this.#waiting.length === 0) return;
    const after = Math.min(...this.#waiting.map((waiting) => waiting.after));
    // A paused game makes no newer picture: whoever has none yet widens the open request.
    if (this.#askedAfter !== null && this.#askedAfter <= after) return;
    this.#askedAfter = after;
    this.#request(after);
  }
}
