import { contextBridge, ipcRenderer } from 'electron';
import type { EeveeBridge } from '../../protocol/bridge.ts';
import { channels } from '../channels.ts';

const bridge: EeveeBridge = {
  engine: () => ipcRenderer.invoke(channels.engine),
  platform: process.platform,
};

contextBridge.exposeInMainWorld('eevee', bridge);
