import { Store } from '../shared/store.ts';

/** The session that was deleted last, as long as the page offers to take that back. */
export const deletedSession = new Store<string | null>(null);
