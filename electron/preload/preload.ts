import { contextBridge, ipcRenderer } from 'electron';
import { channels, type EeveeBridge } from '../bridge.ts';

const bridge: EeveeBridge = {
  engine: () => ipcRenderer.invoke(channels.engine),
  platform: process.platform,
};

contextBridge.exposeInMainWorld('eevee', bridge);
