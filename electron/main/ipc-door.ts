import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { EngineState } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { channels } from '../channels.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { isPageUrl } from './page-files.ts';
import type { Words } from './words.ts';

/** Refuses whoever is not the top frame of our own page. */
const requirePage = ({ senderFrame }: IpcMainInvokeEvent): void => {
  if (!senderFrame || senderFrame.parent !== null || !isPageUrl(senderFrame.url)) {
    throw new Error(`The shell does not answer to ${senderFrame?.url ?? 'a frame that is gone'}.`);
  }
};

/** The one door between page and shell: every channel, its check, its answer. Nothing takes arguments. */
export const openIpcDoor = (engine: EngineSupervisor, words: Words): void => {
  const answer = (channel: string, act: () => EngineState | Problem[]): void =>
    ipcMain.handle(channel, (event, ...rest: unknown[]) => {
      requirePage(event);
      if (rest.length > 0) throw new Error(`${channel} takes no arguments.`);
      return act();
    });
  answer(channels.engine, () => engine.state);
  answer(channels.words, () => words.take());
};
