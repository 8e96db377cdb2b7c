import type { Observation } from '../../protocol/observation.ts';

/** What runs the eyes: our own engine on the frame thread, or onnxruntime in the session's JavaScript. */
export const eyesRuntimes = ['native', 'onnxruntime'] as const;
export type EyesRuntime = (typeof eyesRuntimes)[number];

/** One look at the newest frame. */
export interface Look {
  observation: Observation;
  /**
   * Microseconds from the core's first instruction of that frame to its observation, where the frame thread
   * measured them; null where looking happens here, and whoever looks measures it.
   */
  pathUs: number | null;
}

/** A session's sight: looks at the newest frame of the host it was opened for. */
export interface Sight {
  readonly runtime: EyesRuntime;
  see(): Look | Promise<Look>;
  /** Forgets the frame before (after a state was loaded). */
  reset(): void;
  close(): Promise<void>;
}
