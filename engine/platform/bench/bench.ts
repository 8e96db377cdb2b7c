import type { BenchFigures } from '../../../protocol/hardware.ts';
import { measureInteger } from './integer.ts';
import { measureMemory, memoryBlocks } from './memory.ts';
import { measureNetwork } from './network.ts';

/** Half a second is what all of it may take; the network's paced runs need 0.16 s of it. */
const integerMs = 40;
const memoryMs = 40;

export interface BenchResult {
  figures: BenchFigures;
  /** The best instruction set that our kernels use on this processor; null: the addon could not be asked. */
  instructionSet: string | null;
}

/** The better of two rates; null where neither was measured. */
const better = (a: number | null, b: number | null): number | null => Math.max(a ?? 0, b ?? 0) || null;

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
  // Once before the network and once after it: what disturbs the one is often over at the other.
  const blocks = measure('memory', memoryBlocks);
  const integerOnce = () => measureInteger(integerMs);
  const memoryOnce = () => (blocks === null ? 0 : measureMemory(blocks, memoryMs));
  const [integerBefore, memoryBefore] = [measure('integer work', integerOnce), measure('memory', memoryOnce)];
  const network = measure('the network', () => measureNetwork(modelDir));
  const integer = better(integerBefore, measure('integer work', integerOnce));
  const memory = better(memoryBefore, measure('memory', memoryOnce));
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
