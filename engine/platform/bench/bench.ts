import type { BenchFigures } from '../../../protocol/hardware.ts';
import { measureInteger } from './integer.ts';
import { measureMemory } from './memory.ts';
import { measureNetwork } from './network.ts';

/** Half a second is what all of it may take; the network's paced runs need 0.16 s of it. */
const integerMs = 80;
const memoryMs = 80;

export interface BenchResult {
  figures: BenchFigures;
  /** The best instruction set that our kernels use on this processor; null: the addon could not be asked. */
  instructionSet: string | null;
}

/** Measures this computer. Each part may fail alone; never throws. Blocks its thread: run it in its own process. */
export const bench = (modelDir: string): BenchResult => {
  const began = performance.now();
  const faults: BenchFigures['faults'] = [];
  const measure = <Value>(what: string, part: () => Value): Value | null => {
    try {
      return part();
    } catch (error) {
      faults.push({ what, why: error instanceof Error ? error.message : String(error) });
      return null;
    }
  };
  const integer = measure('integer work', () => measureInteger(integerMs));
  const network = measure('the network', () => measureNetwork(modelDir));
  const memory = measure('memory', () => measureMemory(memoryMs));
  return {
    figures: {
      ...{ integer, memory },
      network: network?.paced ?? null,
      networkUnpaced: network?.unpaced ?? null,
      tookMs: performance.now() - began,
      faults,
    },
    instructionSet: network?.instructionSet ?? null,
  };
};
