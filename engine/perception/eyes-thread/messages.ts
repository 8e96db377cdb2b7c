import type { Observation } from '../../../protocol/observation.ts';
import type { LoadedModel } from '../model-folder.ts';

/** What the thread is started with. `grey` is where each frame's luminance is put before a look. */
export interface EyesThreadData {
  model: LoadedModel;
  grey: SharedArrayBuffer;
}

/** To the thread. A look reads `grey`. */
export type ToThread = { type: 'look'; frame: number } | { type: 'reset' } | { type: 'close' };

/** From the thread: once `ready`, then an answer to each look in turn. */
export type FromThread =
  | { type: 'ready' }
  | { type: 'seen'; observation: Observation }
  | { type: 'failed'; message: string };
