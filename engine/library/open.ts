import type { DataFolder } from '../data-folder.ts';
import type { EngineHub } from '../events.ts';
import type { Supervisor } from '../session/supervisor.ts';
import type { Store } from '../store/store.ts';
import { Art } from './art.ts';
import { ArtFromPlay } from './art-from-play.ts';
import { Library } from './library.ts';
import { PlayLog } from './play-log.ts';

/** The library and what keeps it up to date while games are played. */
export interface OpenLibrary {
  library: Library;
  art: Art;
}

/** Opens the library and lets it hear of all play. Throws what the database does. */
export const openLibrary = async (
  store: Store,
  data: DataFolder,
  hub: EngineHub,
  supervisor: Supervisor,
): Promise<OpenLibrary> => {
  const library = await Library.open(store.library, data);
  const art = new Art(data.art, library);
  const fromPlay = new ArtFromPlay(library, art, (id) => supervisor.live(id));
  const log = new PlayLog(library);
  // Counting play must never disturb it: a full disk is told by the store, and costs the library its count.
  const quietly = (count: () => void): void => {
    try {
      count();
    } catch {
      // Told by the store already.
    }
  };
  hub.on('session', (session) => {
    // A ROM that was named on the command line is one of the player's games from then on.
    if (session.game === 'rom' && session.state === 'starting' && !library.rowOf(session))
      void library.addPath(session.rom).catch(() => {});
    quietly(() => log.heed(session));
    if (session.state === 'running') fromPlay.follow(session.id);
    if (session.state === 'ended') fromPlay.forget(session.id);
  });
  hub.on('metrics', ({ id }) => {
    quietly(() => log.tick(supervisor.get(id)));
  });
  return { library, art };
};
