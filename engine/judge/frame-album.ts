import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '../../native/types.ts';
import { encodePng } from '../api/png.ts';

/** Writes pictures of a replay as PNG files, named by the frame: `00000120.png`. */
export class FrameAlbum {
  /** Pictures written. */
  count = 0;
  readonly #folder: string;
  readonly #every: number;

  /** `every`: frames from one picture to the next. Makes the folder. */
  constructor(folder: string, every: number) {
    this.#folder = folder;
    this.#every = every;
    mkdirSync(folder, { recursive: true });
  }

  /** Frames from `frame` until the next picture is due. */
  framesToNext(frame: number): number {
    return this.#every - (frame % this.#every);
  }

  /** Writes the newest picture where one is due after `frame` frames. */
  take(frame: number, source: { picture(): Picture | null }): void {
    if (frame % this.#every !== 0) return;
    const picture = source.picture();
    if (!picture) return;
    writeFileSync(join(this.#folder, `${String(frame).padStart(8, '0')}.png`), encodePng(picture));
    this.count += 1;
  }
}
