import { estimateScroll } from '../../engine/perception/scroll.ts';
import type { LoadedGame } from '../../games/catalog.ts';
import type { ToolsHost } from '../../native/types.ts';
import type { Observation } from '../../protocol/observation.ts';
import { screenModes } from '../../protocol/words.ts';

/** Eyes that cannot err: they read the labels from the game's memory. For training and for tests only. */
export class LabelledEyes {
  readonly #host: ToolsHost;
  readonly #game: LoadedGame;
  #previous: Uint8Array | null = null;

  constructor(host: ToolsHost, game: LoadedGame) {
    this.#host = host;
    this.#game = game;
  }

  /** The truth about the newest frame. */
  look(): Observation {
    const picture = this.#host.picture()!;
    const { mode, aligned, cells } = this.#game.labelFrame((name) => {
      const variable = this.#game.variable(name);
      return this.#host.readMemory(variable.address, variable.length);
    });
    const shift = this.#previous
      ? estimateScroll(this.#previous, picture.grey, picture.width, picture.height)
      : { dx: 0, dy: 0 };
    this.#previous = picture.grey;
    return {
      frame: picture.frame,
      mode: screenModes[screenModes.indexOf(mode)]!,
      modeConfidence: 1,
      columns: picture.width / 16,
      rows: picture.height / 16,
      cells: [...cells],
      cellConfidence: Array.from(cells, () => 100),
      aligned,
      scroll: { dx: shift.dx, dy: shift.dy },
    };
  }
}
