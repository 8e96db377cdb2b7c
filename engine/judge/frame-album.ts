import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Picture } from '../../native/types.ts';
import { buttonBit, buttons } from '../../protocol/words.ts';
import { encodePng } from '../api/png.ts';
import { flipBook, type Leaf } from './flip-book.ts';

/** Frames a second of the game, by which a flip-book keeps time. */
const gameRate = 60;
/** No screen needs more pictures a second. */
const fastest = 30;

/** Writes pictures of a replay as PNG files, named by the frame (`00000120.png`), and a page that shows them. */
export class FrameAlbum {
  readonly #folder: string;
  readonly #every: number;
  readonly #leaves: Leaf[] = [];

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

  /** Writes the newest picture where one is due after `frame` frames; `held`: the button mask of the last one. */
  take(frame: number, held: number, source: { picture(): Picture | null }): void {
    if (frame % this.#every !== 0) return;
    const picture = source.picture();
    if (!picture) return;
    const file = `${String(frame).padStart(8, '0')}.png`;
    writeFileSync(join(this.#folder, file), encodePng(picture));
    const names = buttons.filter((button) => (held & buttonBit(button)) !== 0);
    this.#leaves.push({ file, frame, held: names.join(', ') });
  }

  /** Writes `index.html`, which shows the pictures in order, about as fast as the game was. */
  finish(): void {
    const rate = Math.min(fastest, Math.max(1, gameRate / this.#every));
    writeFileSync(join(this.#folder, 'index.html'), flipBook(this.#leaves, rate));
  }
}
