import type { FeedbackKind } from '../../../protocol/feedback-words.ts';
import { Store } from '../shared/store.ts';

/** What lies on the desk: nothing (all feedback), an item, or a form that somebody asked for in another room. */
export type Desk =
  | { show: 'all' }
  | { show: 'item'; id: string }
  | { show: 'new'; kind: FeedbackKind; sessionId: string | null };

const storageKey = 'eevee.feedback-open';

const asItWas = (): Desk => {
  const id = sessionStorage.getItem(storageKey);
  return id === null ? { show: 'all' } : { show: 'item', id };
};

/** Outlives the room and a reload, so that whoever comes back finds the form as it was left. */
export const desk = new Store<Desk>(asItWas());
desk.subscribe(() => {
  const now = desk.get();
  if (now.show === 'item') sessionStorage.setItem(storageKey, now.id);
  else sessionStorage.removeItem(storageKey);
});

/** Opens a form about a session, from any room. */
export const beginReport = (kind: FeedbackKind, sessionId: string | null): void => {
  desk.set({ show: 'new', kind, sessionId });
  location.hash = '#feedback';
};
