import { useSyncExternalStore } from 'react';

/**
 * The rooms of the app, named in the address bar: `#hardware`; what follows a slash (`#history/trends`) is the room's
 * own. The first is where one arrives.
 */
export const rooms = ['play', 'history', 'benchmarks', 'hardware', 'feedback', 'settings'] as const;
export type Room = (typeof rooms)[number];

const named = (): Room | undefined => rooms.find((room) => `#${room}` === location.hash.split('/')[0]);

/** Other fragments (the link that skips to the content) lead nowhere else: the room stays. */
let room: Room = rooms[0];
const current = (): Room => {
  room = location.hash === '' ? rooms[0] : (named() ?? room);
  return room;
};

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** The room that the address names. */
export const useRoom = (): Room => useSyncExternalStore(subscribe, current);
