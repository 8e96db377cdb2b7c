import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EeveeError } from '../../protocol/errors.ts';
import { writeWhole } from './incoming.ts';
import type { Library } from './library.ts';

/** The pictures of the games, a PNG file each. */
export class Art {
  readonly #folder: string;
  readonly #library: Library;

  constructor(folder: string, library: Library) {
    this.#folder = folder;
    this.#library = library;
  }

  /** Throws `library.not-found` for a game without a picture. */
  async read(id: string): Promise<Buffer> {
    try {
      return await readFile(this.#path(id));
    } catch (cause) {
      throw new EeveeError(
        {
          code: 'library.not-found',
          message: `The game ${id} has no picture.`,
          remedy: 'Play it for a moment: the library takes one from play.',
          field: 'id',
          value: id,
        },
        { cause },
      );
    }
  }

  /**
   * Makes a PNG file a game's picture. `score`: how much there is to see in it ({@link interest}).
   * Throws `library.not-found`, `resource.disk-full`, `resource.folder-read-only`.
   */
  async put(id: string, png: Uint8Array, about: { score: number; pinned: boolean }): Promise<void> {
    this.#library.row(id);
    await writeWhole(this.#folder, `${id}.png`, png);
    const { art } = this.#library.row(id);
    this.#library.note(id, { art: art + 1, artScore: about.score, artPinned: about.pinned ? 1 : 0 });
  }

  /** Lets the picture be chosen from play again; the one there stays until the next one comes. */
  unpin(id: string): void {
    this.#library.row(id);
    this.#library.note(id, { artPinned: 0, artScore: 0 });
  }

  #path(id: string): string {
    return join(this.#folder, `${id}.png`);
  }
}
