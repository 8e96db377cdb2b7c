import type { SeenHost } from '../../native/types.ts';
import type { Observation } from '../../protocol/observation.ts';
import { cellClasses, screenModes } from '../../protocol/words.ts';
import type { LoadedModel } from './model-folder.ts';
import type { Look, Sight } from './sight.ts';
import { textLines } from './text-lines.ts';

/** A view that has not scrolled for that many frames rests on the grid, whatever the network says of it. */
const restsAfterFrames = 12;

/** Sight by the eyes on the frame thread, which look at every frame; here their newest words are read. */
export class NativeSight implements Sight {
  readonly runtime = 'native';
  readonly #host: SeenHost;
  /** Where the view was at the last look, in pixels scrolled since the eyes were attached. */
  #from: { x: number; y: number } | null = null;

  /** Throws `resource.model-invalid`, with `field: 'operator'` where only our engine cannot run the network. */
  constructor(host: SeenHost, model: LoadedModel) {
    this.#host = host;
    const words = { modes: model.about.modes.length, classes: model.about.classes.length };
    const letters = model.letters
      ? { onnx: model.letters, textClass: cellClasses.indexOf('text') }
      : undefined;
    host.attachEyes(model.bytes, words, letters);
  }

  see(): Look {
    const seen = this.#host.observe();
    if (!seen) return { observation: nothingSeen(this.#host.newestFrame()), pathUs: null };
    const from = this.#from ?? { x: seen.scrollX, y: seen.scrollY };
    this.#from = { x: seen.scrollX, y: seen.scrollY };
    return {
      observation: {
        frame: seen.frame,
        mode: screenModes[seen.mode]!,
        modeConfidence: seen.modeProbability,
        columns: seen.columns,
        rows: seen.rows,
        cells: [...seen.cells],
        cellConfidence: [...seen.cellConfidence],
        aligned: seen.aligned || seen.stillFrames >= restsAfterFrames,
        scroll: { dx: seen.scrollX - from.x, dy: seen.scrollY - from.y },
        ...(seen.letters ? { text: textLines(seen.letters.tiles, 2 * seen.columns) } : {}),
      },
      pathUs: seen.pathUs,
    };
  }

  reset(): void {
    this.#from = null;
  }

  async close(): Promise<void> {}
}

/** The frame was not looked at: it came before the eyes, or the core changed its picture's size. */
const nothingSeen = (frame: number): Observation => ({
  frame: Math.max(0, frame),
  mode: 'blank',
  modeConfidence: 0,
  columns: 1,
  rows: 1,
  cells: [0],
  cellConfidence: [0],
  aligned: false,
  scroll: { dx: 0, dy: 0 },
});
