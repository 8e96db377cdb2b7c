import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type EngineState, shownFolders } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { channels } from '../channels.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import type { Files } from './files.ts';
import { isPageUrl } from './page-files.ts';
import type { Words } from './words.ts';

/** Refuses whoever is not the top frame of our own page. */
const requirePage = ({ senderFrame }: IpcMainInvokeEvent): void => {
  if (!senderFrame || senderFrame.parent !== null || !isPageUrl(senderFrame.url)) {
    throw new Error(`The shell does not answer to ${senderFrame?.url ?? 'a frame that is gone'}.`);
  }
};

/**
 * The one door between page and shell: every channel, its check, its answer. Only one takes an argument, the name of
 * a folder out of two: a path never crosses here.
 */
export const openIpcDoor = (engine: EngineSupervisor, words: Words, files: Files): void => {
  const answer = (channel: string, act: () => EngineState | Problem[]): void =>
    ipcMain.handle(channel, (event, ...rest: unknown[]) => {
      requirePage(event);
      if (rest.length > 0) throw new Error(`${channel} takes no arguments.`);
      return act();
    });
  answer(channels.engine, () => engine.state);
  answer(channels.words, () => words.take());
  ipcMain.handle(channels.openFolder, async (event, asked: unknown, ...rest: unknown[]) => {
    requirePage(event);
    const which = shownFolders.find((name) => name === asked);
    if (which === undefined || rest.length > 0)
      throw new Error(`${channels.openFolder} takes one of: ${shownFolders.join(', ')}.`);
    await files.open(which);
  });
};
