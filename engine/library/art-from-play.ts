import { encodePng } from '../api/png.ts';
import type { PictureFeed } from '../session/picture-feed.ts';
import type { Art } from './art.ts';
import { interest } from './interest.ts';
import type { Library } from './library.ts';

/** The first minutes of play show what a game is like; later pictures would keep replacing each other. */
const lookForSeconds = 180;
/** A title screen may be gone within a second: at first we look often. */
const firstLooks = 25;
const firstEveryMs = 300;
const everyMs = 2000;
/**
 * What a picture has to score to be kept. In a game of this kind a text box on a plain screen scores about 40, a room
 * 130, a title screen or a town 180.
 */
const leastScore = 60;
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
  readonly #following = new Map<string, NodeJS.Timeout | null>();

  constructor(library: Library, art: Art, live: (sessionId: string) => Pictured) {
    this.#library = library;
    this.#art = art;
    this.#live = live;
  }

  /** A session is being played: looks at it from time to time until it ends, or its game's picture stands. */
  follow(sessionId: string): void {
    if (this.#following.has(sessionId)) return;
    this.#following.set(sessionId, null);
    this.#lookLater(sessionId, 0);
  }

  /** A session has ended. */
  forget(sessionId: string): void {
    clearTimeout(this.#following.get(sessionId) ?? undefined);
    this.#following.delete(sessionId);
  }

  #lookLater(id: string, looks: number): void {
    if (!this.#following.has(id)) return;
    const look = async () => {
      // Whatever fails (the session ends, the disk is full) is not worth a word: the next look may do better.
      const goOn = await this.#look(id).catch(() => true);
      if (goOn) this.#lookLater(id, looks + 1);
    };
    const timer = setTimeout(() => void look(), looks < firstLooks ? firstEveryMs : everyMs);
    timer.unref();
    this.#following.set(id, timer);
  }

  /** False when there is nothing to look for any more. */
  async #look(id: string): Promise<boolean> {
    const { session, pictures } = this.#live(id);
    const wanted = this.#library.rowOf(session);
    // A ROM that was given by its path comes into the library a moment after its session begins.
    if (!wanted) return true;
    if (wanted.artPinned || (wanted.artScore > 0 && wanted.secondsPlayed > lookForSeconds)) return false;
    const picture = await pictures.next(-1);
    if (!picture) return false;
    const score = interest(picture);
    // Looked up again: meanwhile the player may have chosen one.
    const row = this.#library.rowOf(session);
    if (row && !row.artPinned && score >= Math.max(leastScore, better * row.artScore))
      await this.#art.put(row.id, encodePng(picture), { score, pinned: false });
    return true;
  }
}
