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
      app.quit();
    });
  });
};
