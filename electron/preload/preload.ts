import { contextBridge, ipcRenderer } from 'electron';
import type { EeveeBridge } from '../../protocol/bridge.ts';
import type { Problem } from '../../protocol/errors.ts';
import { channels } from '../channels.ts';

const bridge: EeveeBridge = {
  engine: () => ipcRenderer.invoke(channels.engine),
  words: (listener) => {
    const take = async (): Promise<void> => {
      for (const problem of (await ipcRenderer.invoke(channels.words)) as Problem[]) listener(problem);
    };
    const wake = () => void take();
    ipcRenderer.on(channels.wordsWait, wake);
    wake();
    return () => ipcRenderer.off(channels.wordsWait, wake);
  },
  openFolder: (which) => ipcRenderer.invoke(channels.openFolder, which),
  platform: process.platform,
};

contextBridge.exposeInMainWorld('eevee', bridge);
