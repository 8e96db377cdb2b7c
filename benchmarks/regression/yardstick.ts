import { median } from './statistics/order.ts';

/**
 * A fixed piece of work whose time says how fast the machine is at this very moment. Clock rates, busy
 * neighbours and a virtual machine's host make every timing drift by several per cent within minutes; a timing
 * divided by the yardstick's, taken beside it, does not drift (docs/benchmarks-regression.md shows the figures).
 * **Never change the work**: every baseline would have to be measured anew.
 */
const words = 4096;
const rounds = 16;
/** The median of that many runs is one reading. */
const runs = 41;

const buffer = new Uint32Array(words);

/** Mixes the buffer in place; integer arithmetic only, no allocation. */
const work = (): void => {
  let state = 0x9e3779b9;
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < words; i += 1) {
      state = Math.imul(state ^ (state >>> 15), 0x85ebca6b) + buffer[i]!;
      buffer[i] = state ^ (state >>> 13);
    }
  }
};

let warm = false;

/** One reading in microseconds. The first one also waits until the work has been compiled. */
export const readYardstick = (): number => {
  if (!warm) for (let i = 0; i < 400; i += 1) work();
  warm = true;
  const times = Array.from({ length: runs }, () => {
    const begin = performance.now();
    work();
    return (performance.now() - begin) * 1000;
  });
  return median(times);
};
