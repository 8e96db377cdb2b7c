import { powerMonitor } from 'electron';
import { askEngine } from './engine-client.ts';
import type { EngineWatch } from './engine-watch.ts';

/**
 * Has the engine look at the computer again when it is plugged in or unplugged. Windows and macOS tell the shell; on
 * Linux they do not, and the engine notices it by itself.
 */
export const passOnPower = (watch: EngineWatch): void => {
  const look = (): void => {
    const address = watch.address();
    // An engine that is starting looks anyway; one that refuses looks at its next start.
    if (address) void askEngine(address, '/v1/hardware/look', { method: 'POST' }).catch(() => {});
  };
  powerMonitor.on('on-battery', look);
  powerMonitor.on('on-ac', look);
};
