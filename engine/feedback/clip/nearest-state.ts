import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SavedState } from '../../../protocol/sessions.ts';
import type { SessionFolder } from '../../session/folder.ts';
import { listAutosaves, listStates } from '../../session/saves.ts';
import { stateFrame } from '../../session/state-header.ts';

/** A state of a session, and the number of the frame that runs next after it. */
export interface NearState {
  path: string;
  frame: number;
}

/**
 * The newest state that a session saved after frame `after` ran next and before frame `upTo` did, so that what was
 * played in between need not be played again; null where there is none. It is copied to `out` first: a session that
 * plays replaces its autosaves.
 */
export const nearestState = (
  folder: SessionFolder,
  { after, upTo }: { after: number; upTo: number },
  out: string,
): NearState | null => {
  // At `after` itself a state may be of the moment that a jump had left: its frame would have had that number.
  const fits = (frame: number): boolean => frame > after && frame <= upTo;
  const own = (state: SavedState): boolean => state.session === basename(folder.root);
  const states = [...listAutosaves(folder), ...listStates(folder).filter(own)]
    .filter(({ frame }) => fits(frame))
    .sort((a, b) => b.frame - a.frame);
  for (const state of states) {
    const path = join(out, 'near.state');
    try {
      copyFileSync(state.path, path);
      const frame = stateFrame(path);
      if (fits(frame)) return { path, frame };
    } catch {
      // It was thinned out meanwhile; an older one does as well.
    }
  }
  return null;
};
