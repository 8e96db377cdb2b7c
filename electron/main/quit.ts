import { app } from 'electron';
import type { EngineSupervisor } from './engine-supervisor.ts';

/** Holds the shell's end back until the engine has saved its sessions and is gone: no orphans. */
export const endChildrenOnQuit = (engine: EngineSupervisor): void => {
  let ended = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      ended = true;
      // Not at once: with no engine to wait for we still are inside the quit that was held back, and Electron would
      // not hear another one.
      setTimeout(() => app.quit(), 0);
    });
  });
};
