import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { EngineState } from '../../protocol/bridge.ts';
import { channels } from '../channels.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { isPageUrl } from './page-files.ts';

/** Refuses whoever is not the top frame of our own page. */
const requirePage = ({ senderFrame }: IpcMainInvokeEvent): void => {
  if (!senderFrame || senderFrame.parent !== null || !isPageUrl(senderFrame.url)) {
    throw new Error(`The shell does not answer to ${senderFrame?.url ?? 'a frame that is gone'}.`);
  }
};

/** The one door between page and shell: every channel, its check, its answer. Nothing takes arguments. */
export const openIpcDoor = (engine: EngineSupervisor): void => {
  ipcMain.handle(channels.engine, (event, ...rest: unknown[]): EngineState => {
    requirePage(event);
    if (rest.length > 0) throw new Error(`${channels.engine} takes no arguments.`);
    return engine.state;
  });
};
