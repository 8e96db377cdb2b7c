import { PNG } from 'pngjs';
import type { Picture } from '../../../native/types.ts';
import { encodePng } from '../../api/png.ts';

/** Pictures of a clip in one file, one below the other: a page asks once, and turns them like a flip-book. */
export class PictureStrip {
  readonly #pictures: PNG[] = [];

  add(picture: Picture): void {
    this.#pictures.push(PNG.sync.read(encodePng(picture)));
  }

  get count(): number {
    return this.#pictures.length;
  }

  get width(): number {
    return this.#pictures[0]?.width ?? 0;
  }

  get height(): number {
    return this.#pictures[0]?.height ?? 0;
  }

  /** The strip; of a clip without pictures a single black pixel. */
  png(): Buffer {
    const { width, height } = this;
    if (this.count === 0) return PNG.sync.write(new PNG({ width: 1, height: 1, fill: true }));
    const strip = new PNG({ width, height: height * this.count });
    this.#pictures.forEach((picture, index) => {
      // A core may change its size in the middle; the strip keeps the first one's.
      const [w, h] = [Math.min(width, picture.width), Math.min(height, picture.height)];
      PNG.bitblt(picture, strip, 0, 0, w, h, 0, index * height);
    });
    return PNG.sync.write(strip, { colorType: 2 });
  }

  /** The last picture alone. */
  lastPng(): Buffer {
    const last = this.#pictures.at(-1) ?? new PNG({ width: 1, height: 1, fill: true });
    return PNG.sync.write(last, { colorType: 2 });
  }
}
