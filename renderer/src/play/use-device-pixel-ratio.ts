import { useSyncExternalStore } from 'react';

/** Calls back when the ratio changes: the window moved to another screen, or the page was zoomed. */
const subscribe = (onChange: () => void): (() => void) => {
  let query: MediaQueryList;
  const changed = () => {
    listen();
    onChange();
  };
  // A query matches one exact ratio, so each change needs a new one.
  const listen = () => {
    query?.removeEventListener('change', changed);
    query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  listen();
  return () => query.removeEventListener('change', changed);
};

/** Screen pixels for one CSS pixel. */
export const useDevicePixelRatio = (): number =>
  useSyncExternalStore(subscribe, () => window.devicePixelRatio);
