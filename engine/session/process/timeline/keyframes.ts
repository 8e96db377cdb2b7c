import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import type { Host } from '../../../../native/types.ts';
import type { PackedPicture } from '../../messages.ts';
import { leastMissed, tooClose } from '../../thinning.ts';

const pack = promisify(deflate);

/** A moment that can be gone back to at once. */
export interface Keyframe {
  /** Number of its state in the host. */
  id: number;
  /** First frame of the stretch that it was taken in. */
  stretch: number;
  /** The frame after which its state stands, or the `beginning`; null: a state from elsewhere was loaded. */
  after: number | null;
  /** Number of the frame that ran next. */
  next: number;
  at: string;
  /** What was on the screen; null before the first frame, and until it is packed. */
  thumbnail: PackedPicture | null;
}

/** Keyframes in the order in which they were taken: dense for the recent past, sparser further back. */
export class Keyframes {
  readonly #host: Host;
  readonly #list: Keyframe[] = [];
  #thumbnailBytes = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  get all(): readonly Keyframe[] {
    return this.#list;
  }

  get bytes(): number {
    return this.#host.keptBytes() + this.#thumbnailBytes;
  }

  /** Keeps the present moment; `place` says where it is, from the number of the next frame. */
  take(place: (next: number) => Pick<Keyframe, 'stretch' | 'after'>): Keyframe {
    const { id, frame: next } = this.#host.keepState();
    const keyframe = { id, next, ...place(next), at: new Date().toISOString(), thumbnail: null };
    this.#list.push(keyframe);
    this.#takeThumbnail(keyframe);
    return keyframe;
  }

  /** Thins the past out as it ages, and down to the limit. */
  thin(limitBytes: number, otherBytes: number): void {
    const now = this.#list.at(-1)?.next ?? 0;
    const moments = this.#list.map(({ next }) => next);
    for (const index of tooClose(moments, now).reverse()) this.#drop(index);
    // Inputs alone have filled half of it: only a later beginning makes them fewer.
    if (this.#list.length > 2 && otherBytes > limitBytes / 2) this.#drop(0);
    while (this.#list.length > 2 && this.bytes + otherBytes > limitBytes) {
      this.#drop(
        leastMissed(
          this.#list.map(({ next }) => next),
          now,
        ),
      );
    }
  }

  #drop(index: number): void {
    const [gone] = this.#list.splice(index, 1);
    if (!gone) return;
    this.#host.dropKept(gone.id);
    this.#thumbnailBytes -= gone.thumbnail?.packed.length ?? 0;
  }

  /** Packing waits for nobody: it happens on another thread, and the picture is there a little later. */
  #takeThumbnail(keyframe: Keyframe): void {
    const picture = this.#host.picture();
    if (!picture) return;
    const { width, height, format, pixels } = picture;
    pack(pixels, { level: 3 }).then(
      (packed) => {
        if (!this.#list.includes(keyframe)) return;
        keyframe.thumbnail = { width, height, format, packed };
        this.#thumbnailBytes += packed.length;
      },
      // Out of memory: a keyframe without a picture is still one.
      () => {},
    );
  }
}
