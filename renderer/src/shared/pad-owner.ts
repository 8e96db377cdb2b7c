import { useEffect } from 'react';
import { Store } from './store.ts';

/** How many parts of the page want the gamepad for themselves: the game in the human's turn, a binding being changed. */
const owners = new Store(0);

/** Whether the gamepad moves about the page now. */
export const padIsFree = (): boolean => owners.get() === 0;

/** Keeps the gamepad from moving about the page while `active`. */
export const useOwnPad = (active: boolean): void => {
  useEffect(() => {
    if (!active) return;
    owners.set(owners.get() + 1);
    return () => owners.set(owners.get() - 1);
  }, [active]);
};
