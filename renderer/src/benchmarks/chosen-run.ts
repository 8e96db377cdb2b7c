import { Store } from '../shared/store.ts';

/** The run whose figures are shown; kept while one is in another room. Null: the newest. */
export const chosenRun = new Store<string | null>(null);
