/** Compares the integer engine with onnxruntime, on frames of any kind. */
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { openNetwork } from '../infer.ts';
import type { ToolsHost } from '../types.ts';

/** What a comparison found, over all frames and outputs. */
export interface Parity {
  frames: number;
  elements: number;
  /** Elements that differ at all, and by more than one quantum of their output. */
  different: number;
  beyondOne: number;
  /** Classes (the greatest of the second dimension, at each place), and those that onnxruntime names otherwise. */
  classes: number;
  otherClasses: number;
}

/** onnxruntime as it is compared with: one thread, all optimisations. */
export const openReference = (bytes: Uint8Array): Promise<InferenceSession> =>
  InferenceSession.create(bytes, {
    executionProviders: ['cpu'],
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    logSeverityLevel: 3,
  });

/** Runs every frame through both; a frame is the codes of the network's one input. */
export const compareWithOnnxruntime = async (
  bytes: Uint8Array,
  frames: Iterable<Uint8Array>,
): Promise<Parity> => {
  const network = openNetwork(bytes);
  const reference = await openReference(bytes);
  const input = network.inputs[0]!;
  const parity = { frames: 0, elements: 0, different: 0, beyondOne: 0, classes: 0, otherClasses: 0 };
  for (const frame of frames) {
    const ours = network.run(frame);
    const theirs = await reference.run({ [input.name]: new Tensor('uint8', frame.slice(), input.dims) });
    parity.frames += 1;
    for (const [i, { name, scale, dims }] of network.outputs.entries()) {
      const expected = theirs[name]!.data as Float32Array;
      count(parity, ours[i]!, expected, scale, dims[1]!);
    }
  }
  await reference.release();
  return parity;
};

const count = (
  parity: Parity,
  ours: Float32Array,
  theirs: Float32Array,
  scale: number,
  classes: number,
): void => {
  if (ours.length !== theirs.length)
    throw new Error(`${ours.length} elements, onnxruntime has ${theirs.length}`);
  const quantum = scale * 1.001;
  for (const [i, value] of ours.entries()) {
    const distance = Math.abs(value - theirs[i]!);
    parity.elements += 1;
    if (distance > 0) parity.different += 1;
    if (!(distance <= quantum)) parity.beyondOne += 1;
  }
  const places = ours.length / classes;
  for (let place = 0; place < places; place += 1) {
    parity.classes += 1;
    if (greatest(ours, place, places) !== greatest(theirs, place, places)) parity.otherClasses += 1;
  }
};

const greatest = (values: Float32Array, first: number, step: number): number => {
  let best = first;
  for (let i = first; i < values.length; i += step) if (values[i]! > values[best]!) best = i;
  return best;
};

/** Pseudo-random whole numbers from 0 up to `limit`, the same on every run. */
export const randomNumbers = (seed: number): ((limit: number) => number) => {
  let state = seed >>> 0;
  return (limit) => {
    // Numerical Recipes' generator; its upper bits are the good ones.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
};

const [a, start] = [1 << 0, 1 << 3];
const moves = [a, 1 << 1, 1 << 4, 1 << 5, 1 << 6, 1 << 7, 0];

/** Luminance of `count` frames of a game that somebody plays at random; each buffer is overwritten by the next. */
export function* randomPlay(host: ToolsHost, count: number, seed = 1): Generator<Uint8Array> {
  const random = randomNumbers(seed);
  const grey = new Uint8Array(host.info.width * host.info.height);
  for (let frame = 0; frame < count; frame += 1) {
    // Past the title first, then wherever it leads.
    const buttons = frame < 60 ? (frame % 2 === 0 ? start : a) : moves[random(moves.length)]!;
    host.run(1 + random(8), buttons);
    host.readGrey(grey);
    yield grey;
  }
}
