import type { Metrics } from '../../protocol/sessions.ts';
import { encodePng } from '../api/png.ts';
import type { PictureFeed } from '../session/picture-feed.ts';
import type { Art } from './art.ts';
import { interest } from './interest.ts';
import type { Library } from './library.ts';

/** The first minutes of play show what a game is like; later pictures would keep replacing each other. */
const lookForSeconds = 180;
const everyMs = 2000;
/** A blank screen or a single line of text is not worth keeping. */
const leastScore = 24;
/** How much better a picture has to be to replace the one there. */
const better = 1.1;

/** What this needs of a session. */
interface Pictured {
  session: Parameters<Library['rowOf']>[0];
  pictures: Pick<PictureFeed, 'next'>;
}

/** Takes a game's picture from its first minutes of play: the one with the most to see, as far as it was looked at. */
export class ArtFromPlay {
  readonly #library: Library;
  readonly #art: Art;
  readonly #live: (sessionId: string) => Pictured;
  #lookedAt = new Map<string, number>();

  constructor(library: Library, art: Art, live: (sessionId: string) => Pictured) {
    this.#library = library;
    this.#art = art;
    this.#live = live;
  }

  /** A session told its figures: a moment to look. Whatever fails, the next moment may do better. */
  async look({ id }: Pick<Metrics, 'id'>): Promise<void> {
    const now = performance.now();
    if (now - (this.#lookedAt.get(id) ?? Number.NEGATIVE_INFINITY) < everyMs) return;
    this.#lookedAt.set(id, now);
    try {
      const { session, pictures } = this.#live(id);
      const wanted = this.#library.rowOf(session);
      if (!wanted || wanted.artPinned || (wanted.artScore > 0 && wanted.secondsPlayed > lookForSeconds))
        return;
      const picture = await pictures.next(-1);
      if (!picture) return;
      const score = interest(picture);
      // Looked up again: meanwhile the player may have chosen one.
      const row = this.#library.rowOf(session);
      if (!row || row.artPinned || score < Math.max(leastScore, better * row.artScore)) return;
      await this.#art.put(row.id, encodePng(picture), { score, pinned: false });
    } catch {
      // The session ended, or the disk is full: a picture is not worth a word.
    }
  }

  /** A session has ended. */
  forget(sessionId: string): void {
    this.#lookedAt.delete(sessionId);
  }
}
