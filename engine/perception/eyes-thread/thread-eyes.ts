import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Observation } from '../../../protocol/observation.ts';
import type { LoadedModel } from '../model-folder.ts';
import type { Eyes } from '../types.ts';
import type { EyesThreadData, FromThread, ToThread } from './messages.ts';

interface Waiting {
  resolve: (observation: Observation) => void;
  reject: (error: Error) => void;
}

/**
 * Eyes that onnxruntime runs on a thread of its own: its `run` blocks the thread that calls it, and this one has
 * a game to play. One look at a time.
 */
export class ThreadEyes implements Eyes {
  readonly width: number;
  readonly height: number;
  readonly #worker: Worker;
  readonly #picture: Uint8Array;
  #waiting: Waiting | null = null;
  #ended: Error | null = null;

  private constructor(worker: Worker, model: LoadedModel, grey: SharedArrayBuffer) {
    this.width = model.about.width;
    this.height = model.about.height;
    this.#worker = worker;
    this.#picture = new Uint8Array(grey);
    worker.on('message', (message: FromThread) => this.#answer(message));
    worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#end(new Error('The thread of the eyes has ended.')));
    // A session that is over need not wait for it.
    worker.unref();
  }

  /** Starts the thread and has it read the network. Throws with onnxruntime's words where it cannot. */
  static async open(model: LoadedModel): Promise<ThreadEyes> {
    const grey = new SharedArrayBuffer(model.about.width * model.about.height);
    const workerData: EyesThreadData = { model, grey };
    const worker = new Worker(new URL('thread.ts', import.meta.url), { workerData });
    const [message] = (await once(worker, 'message')) as [FromThread];
    if (message.type === 'ready') return new ThreadEyes(worker, model, grey);
    await worker.terminate();
    throw new Error(message.type === 'failed' ? message.message : 'the thread answered out of turn');
  }

  look(grey: Uint8Array, frame: number): Promise<Observation> {
    if (this.#ended) return Promise.reject(this.#ended);
    if (this.#waiting) return Promise.reject(new Error('The eyes are asked to look before they have seen.'));
    this.#picture.set(grey.subarray(0, this.#picture.length));
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#worker.ref();
      this.#tell({ type: 'look', frame });
    });
  }

  reset(): void {
    this.#tell({ type: 'reset' });
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    const gone = once(this.#worker, 'exit');
    this.#worker.ref();
    this.#tell({ type: 'close' });
    await gone;
  }

  #tell(message: ToThread): void {
    this.#worker.postMessage(message);
  }

  #answer(message: FromThread): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#worker.unref();
    if (message.type === 'seen') waiting?.resolve(message.observation);
    if (message.type === 'failed') waiting?.reject(new Error(message.message));
  }

  #end(error: Error): void {
    this.#ended ??= error;
    this.#waiting?.reject(this.#ended);
    this.#waiting = null;
  }
}
