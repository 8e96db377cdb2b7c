import { app } from 'electron';

/**
 * True if this is the only shell on its data folder. Otherwise the one that runs already shows its window, and
 * this one has to end: two engines on one database would be in each other's way. What it was started with, a link
 * or a file, is passed on to the other.
 */
export const becomeOnlyInstance = (onOther: (words: string[], folder: string) => void): boolean => {
  if (!app.requestSingleInstanceLock()) {
    console.error(
      'Eevee runs already: its window comes to the front. To run two, give each its own --data-dir.',
    );
    return false;
  }
  app.on('second-instance', (_event, words, folder) => onOther(words, folder));
  return true;
};
