import { FrameRingReader } from './frame-ring.ts';
import { invalid, NativeError } from './problem.ts';
import type { Picture, PictureTime, SeenFrame } from './types.ts';

/** What every host of the addon has: the ring that its frame thread writes into, and an end. */
interface RingWriter {
  ringBytes(): number;
  attachRing(ring: Uint8Array): void;
  close(): void;
}

/** A host of the addon and the ring that it shares with us: reads pictures without a native call. */
export class RingDoor<N extends RingWriter> {
  readonly #native: N;
  readonly #ring: FrameRingReader;
  readonly #remedy: string;
  #closed = false;

  /** `remedy`: what to do once it was closed. */
  constructor(native: N, remedy: string) {
    this.#native = native;
    this.#remedy = remedy;
    // JavaScript owns the memory and native code writes into it: Electron forbids the other way around.
    const memory = new SharedArrayBuffer(native.ringBytes());
    native.attachRing(new Uint8Array(memory));
    this.#ring = new FrameRingReader(memory);
  }

  /** The binary's host, for as long as this one is open. */
  protected get native(): N {
    this.#requireOpen();
    return this.#native;
  }

  newestFrame(): number {
    this.#requireOpen();
    return this.#ring.newestFrame();
  }

  picture(): Picture | null {
    this.#requireOpen();
    return this.#ring.picture();
  }

  pictureTimes(after: number): PictureTime[] {
    this.#requireOpen();
    return this.#ring.pictureTimes(after);
  }

  readGrey(into: Uint8Array): number {
    this.#requireOpen();
    if (!(into instanceof Uint8Array)) throw invalid('into', into, 'a Uint8Array');
    return this.#ring.readGrey(into);
  }

  observe(): SeenFrame | null {
    this.#requireOpen();
    return this.#ring.observation();
  }

  frameHash(): number {
    this.#requireOpen();
    return this.#ring.hash();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#native.close();
  }

  #requireOpen(): void {
    if (!this.#closed) return;
    throw new NativeError({
      code: 'session.ended',
      message: 'This host was closed.',
      remedy: this.#remedy,
    });
  }
}
