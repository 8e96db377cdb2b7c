/**
 * The integer engine's door for tests, benchmarks and tools: a whole network run from JavaScript. A session
 * does not use it; there the frame thread runs the network natively (native/infer/network.h).
 */
import { type Addon, loadAddon, type NativeHost, type NativeNetwork, type TensorInfo } from './addon.ts';
import { checkedBytes, checkedWhole } from './open-options.ts';
import { invalid } from './problem.ts';

export type { TensorInfo } from './addon.ts';

const largestBatch = 65_536;
const mostTimedRuns = 10_000_000;
const longestPauseUs = 60_000_000;

/** A network with the memory to run it. One call at a time; calls block their thread for microseconds. */
export interface Network {
  /** Inputs take codes: `round(value / scale) + zero`, elements in the file's order, `elements` a sample. */
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
  /** The instruction set it was packed for, as EEVEE_ISA names it. */
  readonly isa: string;
  /** Multiply-adds of one sample. */
  readonly macs: number;
  readonly maxBatch: number;
  /**
   * Runs `batch` samples, which lie one behind the other in each input.
   * @returns one array an output: `batch` times its `elements`, as numbers
   * @throws configuration.invalid where an input has another length than `batch` samples
   */
  run(input: Uint8Array | readonly Uint8Array[], batch?: number): Float32Array[];
  /**
   * Microseconds that each of `runs` runs took, timed natively; with a pause, one begins every `pauseUs`
   * microseconds (16,667 for 60 Hz), otherwise as soon as the last one ended.
   */
  timeRuns(runs: number, pauseUs: number, batch?: number): Float64Array;
}

export interface NetworkOptions {
  /** The most samples one `run` can take; default 1. */
  maxBatch?: number;
}

let addon: Addon<NativeHost> | undefined;

/**
 * Reads an ONNX file with QuantizeLinear and DequantizeLinear and packs it for this processor.
 * @throws resource.model-invalid; with `field` "operator" and the operator as `value` where the engine does not
 *   cover it, and onnxruntime may. configuration.invalid, resource.addon-missing
 */
export const openNetwork = (bytes: Uint8Array, options: NetworkOptions = {}): Network => {
  const maxBatch = checkedWhole('maxBatch', options.maxBatch ?? 1, 1, largestBatch);
  addon ??= loadAddon<NativeHost>('eevee.node');
  return new DoorNetwork(new addon.Network(checkedBytes('bytes', bytes), maxBatch), maxBatch);
};

class DoorNetwork implements Network {
  readonly inputs: readonly TensorInfo[];
  readonly outputs: readonly TensorInfo[];
  readonly isa: string;
  readonly macs: number;
  readonly maxBatch: number;
  readonly #native: NativeNetwork;

  constructor(native: NativeNetwork, maxBatch: number) {
    this.#native = native;
    this.maxBatch = maxBatch;
    this.inputs = native.inputs();
    this.outputs = native.outputs();
    this.isa = native.isa();
    this.macs = native.macs();
  }

  run(input: Uint8Array | readonly Uint8Array[], batch = 1): Float32Array[] {
    const count = checkedWhole('batch', batch, 1, this.maxBatch);
    const given = input instanceof Uint8Array ? [input] : input;
    if (given.length !== this.inputs.length) throw invalid('input', given, `${this.inputs.length} arrays`);
    for (const [i, { elements, name }] of this.inputs.entries()) {
      const bytes = checkedBytes(`input ${name}`, given[i]);
      if (bytes.length !== elements * count) {
        throw invalid(`input ${name}`, bytes.length, `${elements * count} bytes long`);
      }
    }
    return this.#native.run(given, count);
  }

  timeRuns(runs: number, pauseUs: number, batch = 1): Float64Array {
    return this.#native.timeRuns(
      checkedWhole('runs', runs, 0, mostTimedRuns),
      checkedWhole('pauseUs', pauseUs, 0, longestPauseUs),
      checkedWhole('batch', batch, 1, this.maxBatch),
    );
  }
}
