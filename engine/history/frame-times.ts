import { readVarints, unzigzag, writeVarints, zigzag } from './varints.ts';

/** Frame times are kept to a hundredth of a millisecond, which is what the tools that read them print. */
const unitUs = 10;

/**
 * Frame times in microseconds as bytes: each as its difference to the one before, which on a steady clock is one
 * byte a frame. Rounding does not add up: each time is rounded by itself.
 */
export const encodeFrameTimes = (microseconds: ArrayLike<number>): Uint8Array => {
  const steps = new Array<number>(microseconds.length);
  let before = 0;
  for (let index = 0; index < microseconds.length; index += 1) {
    const units = Math.round(Math.max(0, microseconds[index]!) / unitUs);
    steps[index] = zigzag(units - before);
    before = units;
  }
  return writeVarints(steps);
};

/** What {@link encodeFrameTimes} wrote, in microseconds. */
export const decodeFrameTimes = (bytes: Uint8Array): number[] => {
  let units = 0;
  return readVarints(bytes).map((step) => {
    units += unzigzag(step);
    return units * unitUs;
  });
};
