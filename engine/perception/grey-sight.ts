import type { SeenHost } from '../../native/types.ts';
import { EeveeError } from '../../protocol/errors.ts';
import type { Look, Sight } from './sight.ts';
import type { Eyes } from './types.ts';

/** Sight by eyes that are given the newest frame's luminance: the fallback, and the reference in tests. */
export class GreySight implements Sight {
  readonly runtime = 'onnxruntime';
  readonly #host: SeenHost;
  readonly #eyes: Eyes;
  readonly #grey: Uint8Array;

  /** Throws `resource.model-invalid` for eyes made for pictures of another size. */
  constructor(host: SeenHost, eyes: Eyes) {
    const { width, height } = host.info;
    if (eyes.width !== width || eyes.height !== height) {
      throw new EeveeError({
        code: 'resource.model-invalid',
        message: `The eyes see ${eyes.width}×${eyes.height} pixels; this game shows ${width}×${height}.`,
        remedy: 'Play it yourself (player "none"), or with a model made for this system.',
        field: 'player',
      });
    }
    this.#host = host;
    this.#eyes = eyes;
    this.#grey = new Uint8Array(width * height);
  }

  async see(): Promise<Look> {
    const frame = this.#host.readGrey(this.#grey);
    return { observation: await this.#eyes.look(this.#grey, Math.max(0, frame)), pathUs: null };
  }

  reset(): void {
    this.#eyes.reset();
  }

  close(): Promise<void> {
    return this.#eyes.close();
  }
}
