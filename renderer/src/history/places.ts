import { useSyncExternalStore } from 'react';

/** Where one is in the room: the list, the days, one session, two of them. */
export type Place =
  | { view: 'sessions' }
  | { view: 'trends' }
  | { view: 'session'; id: string }
  | { view: 'compare'; first: string; second: string };

const isId = (text: string | undefined): text is string => /^[0-9a-z]{12}$/.test(text ?? '');

/** The place that a fragment names; anything strange is the list. */
export const placeOf = (hash: string): Place => {
  const [, first, second, third] = hash.split('/');
  if (first === 'trends') return { view: 'trends' };
  if (first === 'compare' && isId(second) && isId(third))
    return { view: 'compare', first: second, second: third };
  return isId(first) ? { view: 'session', id: first } : { view: 'sessions' };
};

/** The link to a place. */
export const linkTo = (place: Place): string => {
  switch (place.view) {
    case 'trends':
      return '#history/trends';
    case 'session':
      return `#history/${place.id}`;
    case 'compare':
      return `#history/compare/${place.first}/${place.second}`;
    default:
      return '#history';
  }
};

export const goTo = (place: Place): void => {
  location.hash = linkTo(place);
};

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};

/** Other fragments (the link that skips to the content) lead nowhere else: the place stays. */
let last = '#history';
const current = (): string => {
  if (/^#history(\/|$)/.test(location.hash)) last = location.hash;
  return last;
};

/** The place that the address names. */
export const usePlace = (): Place => placeOf(useSyncExternalStore(subscribe, current));
