import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Observation } from '../../protocol/observation.ts';
import { screenModes } from '../../protocol/words.ts';
import type { LoadedModel } from './model-folder.ts';
import { estimateScroll } from './scroll.ts';
import type { Eyes } from './types.ts';

/** A view that has not scrolled for that many looks rests on the grid, whatever the network says of it. */
const restsAfter = 3;
/** Pixels of a cell: the grid that games of this kind are drawn on. */
const cellPixels = 16;

/** The eyes' network run by onnxruntime on one thread, and the scroll between one frame and the next. */
export class OnnxEyes implements Eyes {
  readonly width: number;
  readonly height: number;
  readonly #session: InferenceSession;
  /** How many of the words the network knows. */
  readonly #modes: number;
  readonly #classes: number;
  readonly #input: Uint8Array;
  readonly #feeds: Record<string, Tensor>;
  #previous: Uint8Array;
  #hasPrevious = false;
  /** Looks in a row between which nothing scrolled. */
  #stillLooks = 0;

  private constructor(session: InferenceSession, model: LoadedModel) {
    this.#session = session;
    this.width = model.about.width;
    this.height = model.about.height;
    this.#modes = model.about.modes.length;
    this.#classes = model.about.classes.length;
    this.#input = new Uint8Array(this.width * this.height);
    this.#previous = new Uint8Array(this.width * this.height);
    this.#feeds = { grey: new Tensor('uint8', this.#input, [1, 1, this.height, this.width]) };
  }

  static async open(model: LoadedModel): Promise<OnnxEyes> {
    const session = await InferenceSession.create(model.bytes, {
      executionProviders: ['cpu'],
      // One thread without spinning: the cores belong to the game.
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
      logSeverityLevel: 3,
    });
    return new OnnxEyes(session, model);
  }

  async look(grey: Uint8Array, frame: number): Promise<Observation> {
    this.#input.set(grey.subarray(0, this.#input.length));
    const output = await this.#session.run(this.#feeds);
    const scene = output['scene']!.data as Float32Array;
    const cells = output['cells']!.data as Float32Array;
    const mode = bestOf(scene, 0, 1, this.#modes);
    const columns = this.width / cellPixels;
    const rows = this.height / cellPixels;
    const named = nameCells(cells, columns * rows, this.#classes);
    const scroll = this.#scroll();
    return {
      frame,
      mode: screenModes[mode.index]!,
      modeConfidence: mode.probability,
      columns,
      rows,
      ...named,
      aligned: scene[this.#modes]! > 0 || this.#stillLooks >= restsAfter,
      scroll,
    };
  }

  reset(): void {
    this.#hasPrevious = false;
    this.#stillLooks = 0;
  }

  async close(): Promise<void> {
    await this.#session.release();
  }

  #scroll(): { dx: number; dy: number } {
    const shift = this.#hasPrevious
      ? estimateScroll(this.#previous, this.#input, this.width, this.height)
      : { dx: 0, dy: 0 };
    this.#previous.set(this.#input);
    this.#stillLooks = this.#hasPrevious && shift.dx === 0 && shift.dy === 0 ? this.#stillLooks + 1 : 0;
    this.#hasPrevious = true;
    return { dx: shift.dx, dy: shift.dy };
  }
}

/** The largest of `count` logits that lie `step` apart, and its softmax probability. */
const bestOf = (logits: Float32Array, offset: number, step: number, count: number) => {
  let index = 0;
  for (let i = 1; i < count; i++) if (logits[offset + i * step]! > logits[offset + index * step]!) index = i;
  const largest = logits[offset + index * step]!;
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.exp(logits[offset + i * step]! - largest);
  return { index, probability: 1 / sum };
};

/** The class of each cell, from logits laid out class by class. */
const nameCells = (logits: Float32Array, count: number, classes: number) => {
  const cells: number[] = [];
  const cellConfidence: number[] = [];
  for (let cell = 0; cell < count; cell++) {
    const { index, probability } = bestOf(logits, cell, count, classes);
    cells.push(index);
    cellConfidence.push(Math.round(probability * 100));
  }
  return { cells, cellConfidence };
};
