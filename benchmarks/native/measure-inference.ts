/**
 * The integer engine beside onnxruntime-node with one thread: the same networks in the same run. On the frame
 * thread nobody calls it from JavaScript, so it is timed natively; since onnxruntime-node can only be called from
 * JavaScript, ours is timed that way too.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Tensor } from 'onnxruntime-node';
import { openNetwork } from '../../native/infer.ts';
import { openReference } from '../../native/testing/inference-parity.ts';
import { type Figure, type Part, timesOf, wantFaster } from './figure.ts';

const frameUs = 16_667;
/** They alternate in slices, so that a busy neighbour slows all of them. */
const slices = 6;

/** Every shipped network, and a fixed one: 84×84 → convolution 16 → convolution 32 → 128 → 18. */
const networks = (): { name: string; path: string }[] => {
  const models = fileURLToPath(new URL('../../models/', import.meta.url));
  return [
    ...readdirSync(models, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.onnx'))
      .sort()
      .map((path) => ({ name: path.replace(/\/model\.onnx$|\.onnx$/, ''), path: `${models}${path}` })),
    { name: 'fixed 1.4 MMAC net', path: fileURLToPath(new URL('fixed-net.onnx', import.meta.url)) },
  ];
};

/** Microseconds of each call, made as often as asked. */
const timeCalls = async (runs: number, paced: boolean, call: () => unknown): Promise<number[]> => {
  const taken: number[] = [];
  let due = performance.now();
  for (let i = 0; i < runs; i += 1) {
    due += frameUs / 1000;
    if (paced) await sleep(Math.max(0, due - performance.now()));
    const begin = performance.now();
    await call();
    taken.push((performance.now() - begin) * 1000);
  }
  return taken;
};

const measureNetwork = async (name: string, bytes: Uint8Array, quick: boolean): Promise<Figure[]> => {
  const ours = openNetwork(bytes);
  const { name: input, dims, elements } = ours.inputs[0]!;
  const picture = Uint8Array.from({ length: elements }, (_, i) => (i * 37) % 251);
  const session = await openReference(bytes);
  const feeds = { [input]: new Tensor('uint8', picture, dims) };
  // Ours answers at once; awaiting it as the other is awaited costs both the same.
  const callOurs = () => Promise.resolve(ours.run(picture));
  const callTheirs = () => session.run(feeds);
  const figures: Figure[] = [];
  for (const pace of ['hot', 'paced'] as const) {
    const paced = pace === 'paced';
    const runs = paced ? (quick ? 10 : 100) : quick ? 200 : 3000;
    await timeCalls(200, false, callOurs);
    await timeCalls(200, false, callTheirs);
    const native: number[] = [];
    const called: number[] = [];
    const theirs: number[] = [];
    for (let slice = 0; slice < slices; slice += 1) {
      native.push(...ours.timeRuns(runs, paced ? frameUs : 0));
      called.push(...(await timeCalls(runs, paced, callOurs)));
      theirs.push(...(await timeCalls(runs, paced, callTheirs)));
    }
    const rival = { name: 'onnxruntime-node', times: timesOf(theirs) };
    figures.push(wantFaster({ what: name, pace, ours: timesOf(native), rival }, 3));
    figures.push({ what: `${name}, called from JavaScript`, pace, ours: timesOf(called), rival });
  }
  await session.release();
  return figures;
};

export const measureInference = async (quick: boolean): Promise<Part> => {
  const figures: Figure[] = [];
  for (const { name, path } of networks()) {
    const bytes = readFileSync(path);
    figures.push(...(await measureNetwork(name, bytes, quick)));
  }
  return { figures, skipped: [] };
};
