import type { Observation } from '../../protocol/observation.ts';

/** Perception: turns a frame's luminance into an observation. Holds the previous frame to tell scrolling. */
export interface Eyes {
  readonly width: number;
  readonly height: number;
  /**
   * Looks at one frame. `grey` is `width * height` luminance bytes; it is read before the promise settles and
   * may be reused after.
   */
  look(grey: Uint8Array, frame: number): Promise<Observation>;
  /** Forgets the previous frame (after a state was loaded). */
  reset(): void;
  close(): Promise<void>;
}
